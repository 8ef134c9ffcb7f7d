import { type Reread, rereadArchive } from "../../flow/archive/rereadArchive.ts";
import { readSize } from "../../flow/archive/look.ts";
import { closeArchive, openSession } from "../../flow/archive/session.ts";
import { surroundings } from "../archiveAt.ts";
import type { Command } from "../command.ts";
import { EXIT_CODES } from "../exitCodes.ts";
import { startCounting } from "../progress.ts";
import { relink } from "./link.ts";
import { changeLines } from "../print/changeLines.ts";
import { readerName } from "../version.ts";
import type { CliWords } from "../words/cliWords.ts";

/** `sanad reread`: the archive read again with this version. */
export const reread: Command = async (given, _config, io, words) => {
  const isDry = given.switches.has("dry-run");
  const isJson = given.switches.has("json");
  const isAll = given.switches.has("all");
  const counts = { documents: 0, gone: 0, come: 0, orphaned: 0, left: 0 };
  const tell = async (change: Reread): Promise<void> => {
    if (change.isLeft) counts.left += 1;
    else {
      counts.documents += 1;
      counts.gone += change.gone.length;
      counts.come += change.come.length;
      counts.orphaned += change.orphaned.length;
    }
    await io.print(isJson ? `${JSON.stringify(change)}\n` : printChange(change, words));
  };
  const session = await openSession(surroundings(given, io, words));
  try {
    const { archive, actor } = session;
    if (isDry) {
      const { step, end } = startCounting(io, words, words.readAgain);
      const how = { reader: readerName(), isAll, isDry, now: io.now, step };
      for await (const change of rereadArchive(session, how)) {
        end();
        await tell(change);
      }
      end();
    } else {
      const payload = { isAll, size: await readSize(archive) };
      await relink(archive, io, words, { task: "reread", payload, actor, onReread: tell });
    }
  } finally {
    await closeArchive(session.archive);
  }
  const { documents, gone, come, orphaned, left } = counts;
  const line = `${isDry ? "Documents that would change" : "Documents changed"}: ${documents}; claims gone: ${gone}, come: ${come}, gone though decided on: ${orphaned}`;
  if (!isJson) await io.print(`${words.message(line)}\n`);
  return left === 0 ? 0 : EXIT_CODES.conflict;
};

function printChange(change: Reread, words: CliWords): string {
  const { document, kept, gone, come, orphaned, isLeft } = change;
  if (isLeft)
    return `${words.message(`${document}  changed each time it was read again, and is left as it stands; start sanad reread again`)}\n`;
  return [
    words.message(`${document}  ${kept} kept`),
    ...changeLines({ gone, come, changed: [] }, words),
    ...orphaned.map(
      (id) =>
        `   ! ${words.message(`${id} had been decided on; look at it: sanad history ${document}`)}`,
    ),
    "",
  ].join("\n");
}
