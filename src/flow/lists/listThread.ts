/** A thread that reads a list beside the one that asked; src/flow/lists/readLists.ts starts and ends it. */
import { Readable } from "node:stream";
import { parentPort } from "node:worker_threads";
import { packRecords, type RecordColumns } from "../../lists/recordColumns.ts";
import { type ListFile, type ListHints, readListFile } from "./readListFile.ts";

/** What a thread is told, and what it answers: the list with its records in columns, or nothing where it could not be read. */
export type ListJob = { readonly path: string; readonly hints: ListHints };
export type ListAnswer = {
  readonly list: Omit<ListFile, "records">;
  readonly columns: RecordColumns;
} | null;

parentPort?.on("message", ({ path, hints }: ListJob) => {
  void readListFile(path, hints, Readable.from([])).then(
    ({ records, ...list }) =>
      parentPort?.postMessage({ list, columns: packRecords(records) } satisfies ListAnswer),
    () => parentPort?.postMessage(null),
  );
});
