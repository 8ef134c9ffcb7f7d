/**
 * In: a time in a sentence with an event, in a language whose verbs do not end their clauses. Out: whether it is the time
 * of another verb, which tells no act that is read ("protests that |erupted| in September", "and |due in court| on Friday").
 * Never: takes a time from the event that it stands beside.
 */
import type { ClaimKind } from "../model/claim.ts";
import type { ClauseClasses } from "./clauseClasses.ts";
import { skipLeft } from "./clauseOpenings.ts";
import type { ReadEvent } from "./event.ts";
import type { Item } from "./items.ts";
import { kindsOf, type TieContext } from "./periodClauses.ts";
import { holdsOneOf, isOneOf } from "./wordSets.ts";

/** The time of a verb beside the event's, or of an act that the event only leads to. */
export function isOfOtherVerb(
  items: readonly Item[],
  index: number,
  event: ReadEvent,
  context: TieContext,
): boolean {
  if (isOfOwnRelative(items, index, event, context)) return true;
  return index < event.trigger
    ? isBeforeBut(items, index, event, context.classes) ||
        isOfObject(items, event, context) ||
        isStillSo(items, index, event, context)
    : isOfPlanBehind(items, index, event, context) ||
        isBehindQuote(items, index, event, context.classes) ||
        isOfBurial(items, index, event, context) ||
        isOfLaterVerb(items, index, event, context) ||
        isOfAfterNoun(items, index, event, context);
}

/** What takes place in an attack takes place when it does. */
const IN_ATTACK: ReadonlySet<ClaimKind> = new Set(["killing", "injury", "destruction", "arrest"]);

/** "involved in unrest that |erupted in September|", "a video that |went viral last week|": the time of the verb behind "that". */
function isOfOwnRelative(
  items: readonly Item[],
  index: number,
  event: ReadEvent,
  { classes, tokens, pack }: TieContext,
): boolean {
  let opens = -1;
  for (let at = index - 1; at > Math.max(0, index - RELATIVE_REACH); at--) {
    const { set, group } = items[at] as Item;
    if (classes.relative[set] === 1) {
      opens = at;
      break;
    }
    const isParted = [classes.comma, classes.and, classes.stop, classes.cue, classes.trigger];
    if (isParted.some((members) => members[set] === 1)) return false;
    if (group !== null || classes.be[set] === 1) return false;
  }
  if (opens < 1 || opens === index - 1) return false;
  // "guards |who| came on Monday": of the same hour, mostly. "at |that| prison": no clause.
  if (!isOneOf(tokens, items[opens]?.from ?? 0, pack.wordsIn("THATWHICHW"))) return false;
  if (classes.preposition[items[opens - 1]?.set ?? 0] === 1) return false;
  if (event.trigger > opens && event.trigger < index) return false;
  if (isNounOfClause(items, event, opens, classes)) return false;
  const isAttack = pack.wordsIn("INCIDENTN");
  const isIn = items
    .slice(Math.max(0, opens - HEAD_REACH), opens)
    .some(({ to }) => isOneOf(tokens, to - 1, isAttack));
  return !(isIn && IN_ATTACK.has(event.kind));
}

/** "the |protests| in Karun that erupted in May": the event is the noun that the clause is about. */
function isNounOfClause(
  items: readonly Item[],
  { trigger, kind }: ReadEvent,
  opens: number,
  { nominal, preposition, place }: ClauseClasses,
): boolean {
  if (trigger > opens || opens - trigger > HEAD_REACH) return false;
  if (kind !== "protest" && nominal[items[trigger]?.set ?? 0] !== 1) return false;
  return items
    .slice(trigger + 1, opens)
    .every(({ set, name }) => preposition[set] === 1 || place[set] === 1 || name !== null);
}

/** Items between the noun and "that". */
const HEAD_REACH = 5;

/** Items between "that" and the time of its clause. */
const RELATIVE_REACH = 7;

/** "appealed on 6 May, |but| the court upheld the sentences": the time that ends the clause before "but". */
function isBeforeBut(
  items: readonly Item[],
  index: number,
  { from, trigger }: ReadEvent,
  { comma, but, time, adverb, preposition, determiner }: ClauseClasses,
): boolean {
  const at = comma[items[index + 1]?.set ?? 0] === 1 ? index + 2 : index + 1;
  if (but[items[at]?.set ?? 0] !== 1 || at > from) return false;
  // "was questioned on Thursday but freed": one subject goes on.
  if (
    !items.slice(at + 1, trigger).some(({ group, set }) => group !== null || determiner[set] === 1)
  )
    return false;
  // "On Monday two were hanged, but": what opens the sentence is said of all of it.
  return items
    .slice(0, index)
    .some(
      ({ set }) => time[set] !== 1 && [preposition, comma, adverb].every((one) => one[set] !== 1),
    );
}

/** "on Tuesday merchants went on strike |protesting| the murder of two": what it is about was before. */
function isOfObject(
  items: readonly Item[],
  { trigger }: ReadEvent,
  { classes, tokens, pack }: TieContext,
): boolean {
  if (classes.nominal[items[trigger]?.set ?? 0] !== 1) return false;
  const { determiner, time, adjective, quantity } = classes;
  const at = skipAny(items, trigger - 1, [determiner, time, adjective, quantity]);
  return isOneOf(tokens, (items[at]?.to ?? 0) - 1, pack.wordsIn("PROTESTINGW"));
}

/** "were arrested in May, and one of them is |still| in prison": how it is now, not when it came to be. */
function isStillSo(
  items: readonly Item[],
  index: number,
  { trigger, from, modality }: ReadEvent,
  { classes, tokens, pack }: TieContext,
): boolean {
  if (modality !== "ongoing") return false;
  const words = pack.wordsIn("STILLW");
  const isStill = items
    .slice(from, trigger + 1)
    .some((item) => holdsOneOf(tokens, item.from, item.to, words));
  return isStill && items.slice(0, index).some(({ set }) => classes.told[set] === 1);
}

/** "is in custody and |scheduled| to appear on Thursday": the day of what is to come. */
function isOfPlanBehind(
  items: readonly Item[],
  index: number,
  { kind, trigger }: ReadEvent,
  { classes, tokens, pack }: TieContext,
): boolean {
  if (kind === "imminent-execution" || kind === "call") return false;
  const plans = pack.wordsIn("SCHEDX");
  for (let at = trigger + 1; at < index; at++) {
    const { from, to } = items[at] as Item;
    const word = tokens.form.slice(from, to).findIndex((form) => plans.has(form));
    if (word < 0) continue;
    // "is scheduled to" in one.
    if (word > 0) return true;
    // A verb of its own, not "killed by the |set| bomb".
    const set = items[skipLeft(items, at - 1, classes.adverb)]?.set ?? 0;
    if (classes.and[set] === 1 || classes.aux[set] === 1 || classes.comma[set] === 1) return true;
  }
  return false;
}

/** "…  100 were arrested," the group |said in a report of Wednesday|: behind the quotation it is the day of what was said. */
function isBehindQuote(
  items: readonly Item[],
  index: number,
  { trigger }: ReadEvent,
  { quoteClose, cue }: ClauseClasses,
): boolean {
  const closes = items
    .slice(0, index)
    .findLastIndex(({ set }, at) => at > trigger && quoteClose[set] === 1);
  return closes > trigger && items.slice(closes + 1).some(({ set }) => cue[set] === 1);
}

/** "was among the dead and |was buried on Monday|". */
function isOfBurial(
  items: readonly Item[],
  index: number,
  { trigger }: ReadEvent,
  { classes, tokens, pack }: TieContext,
): boolean {
  const buried = pack.wordsIn("BURIEDW");
  for (let at = trigger + 1; at < index; at++) {
    const item = items[at] as Item;
    if (classes.comma[item.set] === 1 || classes.stop[item.set] === 1) return false;
    if (holdsOneOf(tokens, item.from, item.to, buried)) return true;
  }
  return false;
}

/** What comes later than what it is told with, in one sentence with it. */
const LATER: ReadonlySet<ClaimKind> = new Set([
  "execution",
  "death-sentence",
  "release",
  "clemency",
  "stay",
  "strike",
]);

/** "was tortured and |later| found dead on Thursday", "forced to confess and |went on hunger strike| two weeks ago". */
function isOfLaterVerb(
  items: readonly Item[],
  index: number,
  event: ReadEvent,
  { classes, tokens, pack }: TieContext,
): boolean {
  const later = pack.wordsIn("LATERW");
  for (let at = event.trigger + 1; at < index - 1; at++) {
    const isAndLater = isOneOf(tokens, (items[at]?.to ?? 0) - 1, later);
    if (isAndLater && isOneOf(tokens, items[at]?.from ?? 0, pack.wordsIn("ANDW"))) return true;
    if (classes.and[items[at]?.set ?? 0] !== 1) continue;
    const next = items[at + 1] as Item;
    if (isOneOf(tokens, next.from, later)) return true;
    for (let i = at + 1; i < index; i++) {
      const { set, group } = items[i] as Item;
      if (group !== null) break;
      if (classes.trigger[set] !== 1) continue;
      const kinds = kindsOf(items[i], pack);
      if (!LATER.has(event.kind) && kinds.length > 0 && kinds.every((kind) => LATER.has(kind)))
        return true;
    }
  }
  return false;
}

/** "tortured while held |after his return| to Syria in June": the time of what went before. */
function isOfAfterNoun(
  items: readonly Item[],
  index: number,
  { trigger, to }: ReadEvent,
  { classes, tokens, pack }: TieContext,
): boolean {
  const after = pack.wordsIn("AFTERSUB");
  const nouns = pack.wordsIn("GOINGW");
  for (let at = trigger + 1; at < index - 1; at++) {
    if (!isOneOf(tokens, (items[at] as Item).from, after) || at < to - 1) continue;
    const held = items[at + 1] as Item;
    if (classes.determiner[held.set] !== 1) return false;
    for (let token = held.to; token < held.to + NOUN_REACH; token++)
      if (isOneOf(tokens, token, nouns)) return true;
    return false;
  }
  return false;
}

/** Tokens between "his" and the noun. */
const NOUN_REACH = 2;

/** "(Fars, |2 June|)": the day of the paper that told of it. */
export function isCitation(
  items: readonly Item[],
  index: number,
  { classes, tokens, pack }: TieContext,
): boolean {
  const { open, close, organisation, trigger, cue, aux, verbEnd } = classes;
  const papers = pack.wordsIn("PAPERCITEW");
  if (close[items[index + 1]?.set ?? 0] !== 1) return false;
  let at = index - 1;
  let holdsPaper = false;
  while (at > 0 && open[items[at]?.set ?? 0] !== 1) {
    const { set, name, group, from } = items[at] as Item;
    const isNamed = organisation[set] === 1 || name !== null || group?.type === "institution";
    const isPaper = isNamed || isOneOf(tokens, from, papers);
    if (isPaper) holdsPaper = true;
    else if ([trigger, cue, aux, verbEnd].some((members) => members[set] === 1)) return false;
    at--;
  }
  return at > 0 && holdsPaper;
}

/** "on Thursday crowds marched |in answer to| the abduction of A": what a language whose verbs stand last answers was before. */
export function isAnswered(
  items: readonly Item[],
  index: number,
  { trigger }: ReadEvent,
  { classes, tokens, pack }: TieContext,
): boolean {
  if (index > trigger || classes.nominal[items[trigger]?.set ?? 0] !== 1) return false;
  const from = items[trigger]?.from ?? 0;
  const before = `${tokens.form[from - 2] ?? ""} ${tokens.form[from - 1] ?? ""}`;
  return pack.wordsIn("ANSWERW").has(before);
}

function skipAny(items: readonly Item[], from: number, classes: readonly Uint8Array[]): number {
  let at = from;
  while (at > 0 && classes.some((members) => members[items[at]?.set ?? 0] === 1)) at--;
  return at;
}
