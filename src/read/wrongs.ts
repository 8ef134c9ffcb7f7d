/**
 * In: a name. Out: the wrong told right before it, done to whom it names ("having killed A", "guilty of the murder of A").
 * Never: looks over the end of a clause; reads a language whose verbs stand last.
 */
import type { LanguagePack } from "./packRows.ts";
import type { Tokens } from "./tokens.ts";

export type Wrong = {
  /** The clause is of who did it: a participle, or a conviction. */
  readonly isDoersOwn: boolean;
  /** Whoever is named is dead by it. */
  readonly isDeadly: boolean;
};

/** Words from the wrong to the name ("the murder of the Kurdish detainee A"). */
const REACH = 6;

/** The wrong before a name in its clause, or null. */
export function wrongBefore(
  name: number,
  start: number,
  { form }: Tokens,
  pack: LanguagePack,
): Wrong | null {
  const [ends, wrongs, doing, done, deadly] = [
    pack.wordsIn("CLAUSEENDW"),
    pack.wordsIn("WRONGINGW"),
    pack.wordsIn("WRONGDOINGW"),
    pack.wordsIn("WRONGEDW"),
    pack.wordsIn("DEADLYN"),
  ];
  for (let at = name - 1; at >= Math.max(start, name - REACH); at--) {
    const word = form[at] ?? "";
    if (ends.has(word)) return null;
    const isHaving = done.has(word) && pack.wordsIn("HAVINGW").has(form[at - 1] ?? "");
    const isDoing = doing.has(word) && !pack.wordsIn("OFONLYW").has(form[at + 1] ?? "");
    if (isHaving || isDoing) return { isDoersOwn: true, isDeadly: false };
    if (!wrongs.has(word)) continue;
    return { isDoersOwn: isConvicted(at, start, form, pack), isDeadly: deadly.has(word) };
  }
  return null;
}

/** "convicted of the |murder|", "sentenced to death for the |killing|". */
function isConvicted(
  wrong: number,
  start: number,
  form: readonly string[],
  pack: LanguagePack,
): boolean {
  const words = pack.wordsIn("CONVICTW");
  return form.slice(Math.max(start, wrong - REACH), wrong).some((word) => words.has(word));
}
