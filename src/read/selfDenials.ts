/**
 * In: a verb of denying behind a clause ("which he denied", "a claim his family denied"), where a row found it. Out: the stretch before it
 * in which somebody else told the death of the one who denies it, or who is close to those who do.
 * Never: takes a denied charge, account or trial for a denied death ("was hanged for spying, which he denied"), nor what the report itself tells.
 */
import type { Draft } from "./draft.ts";
import type { LanguagePack } from "./packRows.ts";
import type { Sentence } from "./sentences.ts";
import type { Stance } from "./stances.ts";
import type { Tokens } from "./tokens.ts";
import { isOneOf } from "./wordSets.ts";

type Words = {
  readonly tokens: Tokens;
  readonly pack: LanguagePack;
};

/** The stretch whose deaths the words deny, or null where they are no such denial. */
export function deniedBefore(
  sentence: Sentence,
  verb: number,
  words: Words,
): Pick<Stance, "from" | "to" | "isOf"> | null {
  const { form } = words.tokens;
  const isIn = (name: string, at: number): boolean => words.pack.wordsIn(name).has(form[at] ?? "");
  let at = verb - 1;
  while (isIn("SINCELATERW", at)) at--;
  if (isIn("HIMSELFW", at)) at--;
  const isSelf = isIn("HESHEW", at);
  const isClose = isIn("CLOSETOW", at) && isIn("HISHERW", at - 1);
  if (!isSelf && !isClose) return null;
  at -= isSelf ? 1 : 2;
  if (isIn("THATW", at)) at--;
  const isThing = isIn("REPORTEDTHINGN", at);
  if (!isThing && !isIn("WHICHW", at)) return null;
  if (isThing && isIn("INDEF", at - 1)) at--;
  if (at <= sentence.from || !COMMAS.has(form[at - 1] ?? "")) return null;
  return {
    from: sentence.from,
    to: at,
    isOf: (draft) => isOnlyDeath(draft, { sentence, to: at, isSelf }, words),
  };
}

const COMMAS: ReadonlySet<string> = new Set([",", "،"]);

type Denial = { readonly sentence: Sentence; readonly to: number; readonly isSelf: boolean };

/** Somebody else tells it, and nothing stands beside the death that could be denied in its place. */
function isOnlyDeath(draft: Draft, { sentence, to, isSelf }: Denial, words: Words): boolean {
  const { tokens, pack } = words;
  const before = tokens.form.slice(sentence.from, draft.anchor);
  const deniable = pack.wordsIn("DENIABLEW");
  if (before.some((form) => deniable.has(form))) return false;
  // "A, a robber, was killed": those close to him may deny what he is called.
  const indefinite = pack.wordsIn("INDEF");
  const isCalled = before.some(
    (form, at) => COMMAS.has(before[at - 1] ?? "") && indefinite.has(form),
  );
  if (isCalled && !isSelf) return false;
  const reports = pack.wordsIn("REPORTEDASW");
  const isTold = draft.speeches.some(({ isAuthor }) => !isAuthor);
  if (!isTold && !before.some((form) => reports.has(form))) return false;
  const circumstances = pack.wordsIn(isSelf ? "GROUNDW" : "CIRCUMSTANCEW");
  for (let at = draft.anchor + 1; at < to; at++)
    if (isOneOf(tokens, at, circumstances) && !isOfTimeOrPlace(draft, at)) return false;
  return true;
}

/** "on Monday", "in Tabas": the word, or the one before it, is of the time or place. */
function isOfTimeOrPlace({ period, places }: Draft, at: number): boolean {
  const ranges = [...(period === null ? [] : [period]), ...places];
  return ranges.some(({ from, to }) => from - 2 <= at && at < to);
}
