/**
 * In: an event that a frame tells. Out: what it is called by who did it and when (an outlaw's killing, a sword, men led
 * away to die), and how sure it is.
 * Never: changes whom it concerns.
 */
import type { ClaimKind, Modality } from "../model/claim.ts";
import type { ClauseClasses } from "./clauseClasses.ts";
import type { EventContext } from "./event.ts";
import { type Item, itemOf } from "./items.ts";
import type { ReadModality } from "./modality.ts";
import { isOneOf } from "./wordSets.ts";

/** No operator near the event takes its truth away. */
export function isTold({ modality }: ReadModality): boolean {
  return TOLD.has(modality);
}

/** Modalities of what is told as real. */
export const TOLD: ReadonlySet<Modality> = new Set(["happened", "ongoing"]);

/** "Saudi authorities beheaded a man": where a state or a court does it, and no army or party, a sentence was carried out. */
export function isSword(
  trigger: Item,
  agent: Item | undefined,
  { pack, tokens }: EventContext,
): boolean {
  if (agent === undefined || !isOneOf(tokens, trigger.to - 1, pack.wordsIn("BEHEADW")))
    return false;
  if (agent.name !== null) return agent.name.type === "place";
  return isOneOf(tokens, agent.to - 1, pack.wordsIn("SWORDW"));
}

/** "killed four prisoners by firing squad", "were shot dead by a firing squad": a sentence was carried out. */
export function isFiringSquad(
  items: readonly Item[],
  trigger: number,
  kind: ClaimKind,
  { classes, pack, tokens }: EventContext,
): boolean {
  if (kind !== "killing" || pack.isVerbFinal) return false;
  for (let at = trigger + 1; at < Math.min(items.length - 1, trigger + SQUAD_REACH); at++) {
    const { set, from } = items[at] as Item;
    if (classes.stop[set] === 1 || classes.comma[set] === 1) return false;
    if (!isOneOf(tokens, from, pack.wordsIn("BYW"))) continue;
    // "by firing squad", "by a firing squad"; a member or the wall of one is another thing.
    for (const start of [from + 1, from + 2]) {
      const squad = tokens.form.slice(start, start + 2).join(" ");
      if (pack.wordsIn("SQUADW").has(squad)) return endsPhrase(items, start + 2, classes);
    }
    return false;
  }
  return false;
}

/** Nothing that could belong to the noun before stands at a token: a mark, a preposition, a time, or the end. */
function endsPhrase(items: readonly Item[], token: number, classes: ClauseClasses): boolean {
  const next = items.find(({ from }) => from >= token);
  if (next === undefined) return true;
  const { set } = next;
  return (
    next.from === token &&
    [classes.stop, classes.comma, classes.preposition, classes.time, classes.and].some(
      (members) => members[set] === 1,
    )
  );
}

/** Items between a deed and "by firing squad". */
const SQUAD_REACH = 8;

/** "31 prisoners on death row were taken to an undisclosed location": they may be hanged, nobody hides them. */
export function isMovedToDie(
  items: readonly Item[],
  kind: ClaimKind,
  modality: Modality,
  victims: readonly number[],
  { classes, tokens, pack }: EventContext,
): boolean {
  const last = victims.at(-1);
  if (kind !== "enforced-disappearance" || modality !== "happened" || last === undefined)
    return false;
  const doomed = classes.of("DEATHROWW");
  const being = classes.of("BE");
  // "who are on the death row": nothing but small words stands before it.
  let behind = last + 1;
  for (let item = items[behind]; item !== undefined; item = items[++behind]) {
    const { set } = item;
    const isSmall =
      classes.relative[set] === 1 ||
      being[set] === 1 ||
      classes.adverb[set] === 1 ||
      classes.determiner[set] === 1 ||
      (classes.preposition[set] === 1 && classes.of_[set] !== 1);
    if (!isSmall || doomed[set] === 1) break;
  }
  if (doomed[items[behind]?.set ?? 0] === 1) return true;
  const { from, to } = items[last] as Item;
  const words = ` ${tokens.form.slice(from, to).join(" ")} `;
  return [...pack.wordsIn("DEATHROWW")].some((phrase) => words.includes(` ${phrase} `));
}

/** The sentence begins with "if" or "unless". */
export function opensCondition(items: readonly Item[], { classes, pack }: EventContext): boolean {
  const first = items.find(({ set }) => classes.quoteOpen[set] !== 1);
  return !pack.isVerbFinal && first !== undefined && classes.conditional[first.set] === 1;
}

/** "may have been executed": a guess about what was, no danger to come. */
export function isPastGuess(
  items: readonly Item[],
  start: number,
  trigger: number,
  { classes, pack }: EventContext,
): boolean {
  if (pack.isVerbFinal) return classes.of("PASSV", "ACTV")[items[trigger + 1]?.set ?? 0] === 1;
  const group = items.slice(start, trigger);
  return (
    group.some(({ set }) => classes.of("MAYMOD")[set] === 1) &&
    group.some(({ set }) => classes.of("BEEN")[set] === 1)
  );
}

/** "his participation in a nationwide uprising": what somebody is blamed for is his part in it, not that there was one. */
export function isPartakenIn(
  kind: ClaimKind,
  operator: Item | null,
  { classes }: EventContext,
): boolean {
  if (operator === null || (kind !== "protest" && kind !== "strike")) return false;
  return classes.of("PARTAKEW")[operator.set] === 1;
}

/** Bandits abduct and kill; only those in power make people disappear and execute them. */
export function isOutlaw(item: Item | undefined, context: EventContext): boolean {
  if (item === undefined || item.group === null) return false;
  const entry = context.pack.lexicon.match(context.tokens, item.to - 1, item.to);
  return entry?.classes.includes("OUTLAW") === true;
}

/** "were abducted after gunmen stormed the village": where nobody is said to have done it and no body of the state is told of. */
export function isOfOutlaws(
  items: readonly Item[],
  trigger: number,
  agent: number,
  context: EventContext,
): boolean {
  if (agent >= 0) return isOutlaw(itemOf(items, agent), context);
  if (context.classes.of("ABDUCTV")[items[trigger]?.set ?? 0] !== 1) return false;
  const around = items.slice(Math.max(0, trigger - OUTLAW_REACH), trigger + OUTLAW_REACH);
  if (around.some(({ group }) => group?.type === "institution")) return false;
  return around.some(
    (item) => item.group?.type !== "counted" && isOutlaw(item, context) && !isPerson(item),
  );
}

/** Items between an abduction and the outlaws told beside it. */
const OUTLAW_REACH = 24;

function isPerson({ group }: Item): boolean {
  return (group?.persons.length ?? 0) > 0;
}

/** Certain people, not people in general ("rulers may hang people"). */
export function isParticular(item: Item | undefined): boolean {
  const group = item?.group ?? null;
  if (group === null) return item?.quantity != null;
  return (
    group.quantity !== null ||
    group.persons.length > 0 ||
    group.type === "pronoun" ||
    group.row !== "group.bare"
  );
}

/** An execution that is planned or possible is a risk, no execution. */
export const IMPENDING: ReadonlySet<Modality> = new Set(["intended", "hypothetical"]);

/** "The wife of a prisoner died": whose kin they are is held, and nobody else; no cell is told of beside them. */
export function isOfFreeKin(
  items: readonly Item[],
  victims: readonly number[],
  { classes, pack }: EventContext,
): boolean {
  if (!pack.isVerbFinal || victims.length === 0) return false;
  if (!victims.every((at) => items[at]?.group?.row.includes("group.kin") === true)) return false;
  const cells = classes.of("PRISON", "CUSTODY", "STATIONW");
  return !items.some(({ set }) => cells[set] === 1);
}
