import { statSync } from "node:fs";
import { STDIN, type Survey, surveyPaths } from "../flow/inputPaths.ts";
import type { Io } from "./io.ts";
import type { CliWords } from "./words/cliWords.ts";

/** Counts the files to be read, and says which of a directory's are passed over and what reads them. */
export async function surveyInputs(
  paths: readonly string[],
  io: Pick<Io, "tell">,
  words: CliWords,
): Promise<number> {
  for (const path of paths)
    if (isNamedPipe(path))
      io.tell(
        `${words.message(`${path} is a named pipe: it is read when something is written into it; Ctrl-C ends the waiting`)}\n`,
      );
  const { files, lists, others, rest } = await surveyPaths(paths);
  if (lists.size > 0) io.tell(`${words.line(words.listsPassedOver(list(lists, words)))}\n`);
  if (others.size > 0) io.tell(`${words.line(words.filesPassedOver(list(others, words)))}\n`);
  if (rest.size > 0) {
    const items = [...rest].map(([what, count]) => words.passedOver(count, what));
    io.tell(`${words.line(words.restPassedOver(words.listed(items, "comma")))}\n`);
  }
  return files;
}

/** One in the file system; a pipe of the shell has its writer already. */
function isNamedPipe(path: string): boolean {
  if (path === STDIN || /^\/(?:dev|proc)\//.test(path)) return false;
  return statSync(path, { throwIfNoEntry: false })?.isFIFO() === true;
}

function list(counts: Survey["lists"], words: CliWords): string {
  const items = [...counts].map(
    ([extension, count]) => `${words.number(count)} ${words.embed(extension)}`,
  );
  return words.listed(items, "comma");
}
