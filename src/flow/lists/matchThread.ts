/** A thread that weighs pairs of two lists beside the one that asked; src/flow/lists/matchThreads.ts starts and ends it. */
import { type MessagePort, parentPort } from "node:worker_threads";
import { compileLinkModel } from "../../link/linkModel.ts";
import { makeHelper, type SharedLists, type SharedWork } from "../../link/weighTogether.ts";
import { loadRows } from "../packFiles.ts";

/** What a thread is told: first the lists and where parts go, then how to weigh. */
export type MatchMessage =
  | { readonly lists: SharedLists; readonly port: MessagePort }
  | { readonly work: SharedWork };

let help: ((work: SharedWork) => void) | null = null;

parentPort?.on("message", (message: MatchMessage) => {
  if ("work" in message) return help?.(message.work);
  const { lists, port } = message;
  const weigh = makeHelper(lists, compileLinkModel(loadRows(/^country\//)));
  help = (work) =>
    weigh(work, (part) => {
      const { length } = part;
      const [a, b, bits] = [part.a, part.b, part.bits].map((column) => column.slice(0, length));
      port.postMessage({ ...part, a, b, bits });
    });
});
