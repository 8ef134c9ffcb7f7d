/** Words that were put away, as people type them or a file has them. */
import { resolve } from "node:path";
import { Failure } from "../base/failure.ts";
import {
  isShare,
  readWordFile,
  RECOVERY_WORDS,
  secretOfWords,
  sharesNeeded,
  wordGroups,
} from "../flow/archive/changeKeys.ts";
import type { Secret } from "../flow/archive/session.ts";
import type { Io } from "./io.ts";
import type { CliWords } from "./words/cliWords.ts";

type Groups = readonly (readonly string[])[];

/** The secret of recovery words or shares: from a file, from standard input (-), or asked for. */
export async function putAwaySecret(
  file: string | undefined,
  io: Io,
  words: CliWords,
): Promise<Secret> {
  return secretOfWords(
    file === undefined ? await askGroups(io, words) : await readGroups(file, io),
  );
}

async function readGroups(file: string, io: Io): Promise<Groups> {
  if (file !== "-") return readWordFile(resolve(io.folder, file));
  const parts: Uint8Array[] = [];
  for await (const part of io.stdin) parts.push(part);
  return wordGroups(Buffer.concat(parts).toString("utf8"));
}

/** Asks for the words, and for as many shares as the first one says. */
async function askGroups(io: Io, words: CliWords): Promise<Groups> {
  if (io.ask === null)
    throw new Failure(
      "forbidden",
      "Nobody can be asked for the words; give them with --words FILE, or - for standard input",
    );
  io.tell(
    `${words.message("Type the words in their order, several in a line or one; the first four letters are enough")}\n`,
  );
  const first = await askGroup(io.ask, words.message("Recovery words or a share: "));
  const groups: (readonly string[])[] = [first];
  const needed = sharesNeeded(first) ?? 1;
  while (groups.length < needed)
    groups.push(
      await askGroup(
        io.ask,
        words.message(`Share ${groups.length + 1} of ${needed} that are needed: `),
      ),
    );
  return groups;
}

/** Lines until they have as many words as a recovery key, or an empty one. */
async function askGroup(ask: NonNullable<Io["ask"]>, question: string): Promise<readonly string[]> {
  const typed: string[] = [];
  for (let prompt = question; typed.length < RECOVERY_WORDS; prompt = "… ") {
    const more = (await ask(prompt, false)).toLowerCase().match(/[a-z]+/g) ?? [];
    if (more.length === 0 && typed.length > 0) break;
    typed.push(...more);
    if (isShare(typed)) break;
  }
  return typed;
}
