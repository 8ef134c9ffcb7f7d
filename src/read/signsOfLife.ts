/**
 * In: a frame that tells a sign of life ("is alive", "phoned from prison"), and whom it concerns. Out: whether it can be one.
 * Never: takes a memory, a hope or a crowd for somebody who lives; makes a sign of what no stage names.
 */
import type { ClaimKind } from "../model/claim.ts";
import type { EventContext } from "./event.ts";
import type { FramePlace } from "./framePlace.ts";
import type { Item } from "./items.ts";

/** A kind that no other fits, with a step of a case: somebody lives, or did what only the living do. */
export function isSignOfLife(
  kind: ClaimKind | undefined,
  stage: string | null | undefined,
): boolean {
  return kind === "other" && stage != null;
}

/** Named people or a pronoun, and nothing of theirs: "X's memory is alive"; nobody who is only hoped to live, or lives in hearts. */
export function canLive(
  items: readonly Item[],
  victims: readonly number[],
  { trigger, row }: Pick<FramePlace, "trigger" | "row">,
  context: EventContext,
): boolean {
  const { classes, pack, tokens } = context;
  const first = Math.min(trigger, ...victims);
  const holds = (name: string, from: number, to: number): boolean => {
    const words = pack.wordsIn(name);
    const start = items[Math.max(0, from)]?.from ?? 0;
    const end = items[Math.min(items.length, to) - 1]?.to ?? 0;
    return tokens.form.slice(start, end).some((form) => words.has(form));
  };
  if (holds("LIFEDOUBT", first - BESIDE, first)) return false;
  // "is alive or dead": nobody knows.
  if (holds("LIFEOR", trigger + 1, trigger + 2)) return false;
  const imagined = pack.isVerbFinal ? [first - 2, trigger] : [trigger + 1, trigger + BESIDE];
  if (holds("LIFEIMAGE", imagined[0] ?? 0, imagined[1] ?? 0)) return false;
  return (
    victims.length > 0 &&
    victims.every((at) => {
      const group = items[at]?.group ?? null;
      if (group === null || classes.of("POSS")[items[at + 1]?.set ?? 0] === 1) return false;
      if (group.persons.length === 0)
        return pack.wordsIn("PRONSG").has(tokens.form[items[at]?.from ?? 0] ?? "");
      // Who defends or tries prisoners phones and comes to court as well.
      if (row.modality !== undefined) return true;
      const offices = pack.wordsIn("NOTHELD");
      const behind = at < trigger && holds("NOTHELD", at + 1, Math.min(trigger, at + APPOSED));
      return (
        !behind &&
        !group.persons.some(({ titleFrom, from }) =>
          tokens.form.slice(titleFrom, from).some((form) => offices.has(form)),
        )
      );
    })
  );
}

/** Items before those who live, and behind the word that says so, that may say that it is hoped or meant otherwise. */
const BESIDE = 5;

/** Items behind a name in which it is said what somebody is ("X, the lawyer of Y, …"). */
const APPOSED = 3;
