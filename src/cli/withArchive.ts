import { matchArchive, nameStage, type Standing } from "../flow/archive/people/index.ts";
import { archiveFolder, closeArchive, isArchive, openToRead } from "../flow/archive/session.ts";
import type { Matched, OnProgress } from "../flow/lists/matchListFiles.ts";
import type { ListFile } from "../flow/lists/readListFile.ts";
import { surroundings } from "./archiveAt.ts";
import { relinkToLook } from "./commands/link.ts";
import type { Io } from "./io.ts";
import type { Arguments } from "./parseArguments.ts";
import type { CliWords } from "./words/cliWords.ts";

type MatchList = (
  list: ListFile,
  options: { readonly minProbability: number; readonly shown: string },
  onProgress: OnProgress,
) => Promise<Matched>;

/** Hands on what compares a list with the archive at hand; null where there is none and none was named. */
export async function withArchive(
  given: Arguments,
  io: Io,
  words: CliWords,
  use: (match: MatchList) => Promise<number>,
): Promise<number | null> {
  const around = surroundings(given, io, words);
  if (around.given === null && !isArchive(archiveFolder(around))) return null;
  const archive = await openToRead(around);
  try {
    await relinkToLook(archive, io, words);
    return await use(async (list, options, onProgress) => {
      const today = io.now().slice(0, 10);
      const matched = await matchArchive(archive, list, { ...options, today }, onProgress);
      const standing = new Map(
        matched.standings.map((one) => [one.person, standingWords(one, words)]),
      );
      return { ...matched, b: { ...matched.b, standing } };
    });
  } finally {
    await closeArchive(archive);
  }
}

/** How somebody stands in the archive, as `sanad people` tells it. */
function standingWords({ stage, risk, state, disputed }: Standing, words: CliWords): string {
  const own = words.people;
  return words.listed(
    [
      ...(state === null ? [] : [own.state(state)]),
      own.standsAt(stage === null ? null : nameStage(stage, words.language), risk),
      ...(disputed ? [own.perhapsAlive] : []),
    ],
    "comma",
  );
}
