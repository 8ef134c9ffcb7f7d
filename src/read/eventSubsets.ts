/**
 * In: the events of a sentence. Out: events for the parts of their groups that the sentence counts:
 * ", including four women", "nine of them children", "a policeman among them".
 * Never: counts a part that tells of an event of its own.
 */
import { skipLeft } from "./clauseOpenings.ts";
import { changeEvent, type EventContext, type ReadEvent } from "./event.ts";
import type { Item } from "./items.ts";
import type { SentenceReading } from "./speech.ts";
import { holdsOneOf, isOneOf, isPairOf } from "./wordSets.ts";

/** How far, in items, a part may stand behind its whole. */
const REACH = 16;

/** "|No one| was killed, when 500 were, among them 70 children": nobody has no parts. */
function isOfNobody(
  { victims }: ReadEvent,
  items: readonly Item[],
  { pack, tokens }: EventContext,
): boolean {
  const nobody = pack.wordsIn("NOPARTSW");
  return victims.some((at) =>
    tokens.form
      .slice(Math.max(0, (items[at]?.from ?? 0) - 1), items[at]?.to)
      .some((form) => nobody.has(form)),
  );
}

/** Parts of the groups of these events, each tied to its whole. */
export function subsetEvents(
  reading: SentenceReading,
  events: readonly ReadEvent[],
  context: EventContext,
): ReadEvent[] {
  if (events.length === 0) return [];
  const { items } = reading;
  const found: ReadEvent[] = [];
  const isTold = new Set(events.flatMap((event) => event.victims));
  const add = (from: number, to: number, part: number): void => {
    const whole = wholeBefore(events, from);
    if (whole === null || isTold.has(part) || isOfNobody(whole, items, context)) return;
    const fate = fateOf(whole, items.slice(part + 1, to), context);
    if (fate === null) return;
    found.push(
      changeEvent(whole, {
        ...fate,
        from,
        to,
        victims: [part],
        count: -1,
        subsetOf: whole,
        rows: [...whole.rows, "frame.subset"],
      }),
    );
  };
  let listed = -1;
  items.forEach((item, index) => {
    const { set } = item;
    const isOf = context.tables.ofThem[set] === 1;
    if (isOf) {
      const head = skipLeft(items, index - 1, context.classes.adverb);
      const next = items[index + 1];
      if (isPart(items[head], context) && isAside(items, head, context)) {
        const isBare = items[head]?.group === null;
        const to = isBare ? asideEnd(items, index + 1, context) : index + 1;
        const tells = isBare && next !== undefined && context.tables.opensPart[next.set] === 1;
        if ((tells || !isBare) && !hasTrigger(events, index, to)) add(head, to, head);
      } else if (
        isBareNumber(next, context) ||
        (context.pack.isVerbFinal && isPart(next, context))
      ) {
        const to = asideEnd(items, index + 2, context);
        if (!hasTrigger(events, index, to)) add(index, to, index + 1);
      }
    }
    if (context.classes.including[set] === 1 && (!isOf || context.tables.amongThem[set] === 1))
      listed = index;
    else if (listed >= 0) {
      if (item.group !== null && isPart(item, context)) {
        add(listed === index - 1 ? listed : index, index + 1, index);
        listed = -1;
      } else if (!isJoint(item, context)) listed = -1;
    }
    if (
      listed < 0 &&
      isJoint(item, context) &&
      found.at(-1)?.to === index &&
      items[index + 1]?.group?.type === "counted"
    )
      listed = index;
  });
  return found;
}

/**
 * ", of which 22 have since been |overturned|", "|carried out|": what became of a part of the sentences. Null where it only will,
 * may or did not come to that.
 */
function fateOf(
  { kind }: ReadEvent,
  words: readonly Item[],
  context: EventContext,
): Partial<ReadEvent> | null {
  const { pack, tokens } = context;
  if (!SENTENCES.has(kind)) return {};
  const [undone, enforced] = ["UNDONEW", "ENFORCEDW"].map((name) => pack.wordsIn(name));
  const isVerb = ({ from, to }: Item): boolean =>
    [undone, enforced].some((set) => set !== undefined && holdsOneOf(tokens, from, to, set));
  const at = words.findIndex(isVerb);
  const verb = words[at];
  if (verb === undefined) return {};
  if (!isPlainlyDone(words, at, context)) return null;
  if (undone !== undefined && holdsOneOf(tokens, verb.from, verb.to, undone))
    return { modality: "negated", stage: null };
  return kind === "death-sentence" ? { kind: "execution", stage: null } : {};
}

/** "have |since been| overturned", "were |later| carried out": nothing but these words before it, and nothing joined behind it. */
function isPlainlyDone(
  words: readonly Item[],
  at: number,
  { classes, pack, tables, tokens }: EventContext,
): boolean {
  const done = pack.wordsIn("DONEAUXW");
  const vague = pack.wordsIn("NOTYETDONEW");
  const verb = words[at] as Item;
  // "|carried| to the Supreme Court".
  const isWhole =
    !isOneOf(tokens, verb.to - 1, pack.wordsIn("HALFDONEW")) ||
    isPairOf(tokens, verb.to - 1, pack.wordsIn("ENFORCEDW"));
  let hasAux = false;
  for (const item of words.slice(0, at)) {
    if (holdsOneOf(tokens, item.from, item.to, vague)) return false;
    const isAux = holdsOneOf(tokens, item.from, item.to, done);
    hasAux ||= isAux;
    const isPlain = isAux || classes.adverb[item.set] === 1 || tables.ofThem[item.set] === 1;
    if (!isPlain) return false;
  }
  // "were overturned |and| then restored"; "annulled |or reduced|" is of one kind.
  const isAlike = (item: Item | undefined): boolean =>
    item !== undefined && holdsOneOf(tokens, item.from, item.to, pack.wordsIn("UNDONEW"));
  const goesOn = words.some(
    ({ set }, index) =>
      index > at &&
      (classes.but[set] === 1 ||
        (classes.and[set] === 1 && !(isAlike(verb) && isAlike(words[index + 1])))),
  );
  return isWhole && hasAux && !goesOn;
}

/** What a court hands down, and may take back. */
const SENTENCES: ReadonlySet<ReadEvent["kind"]> = new Set([
  "death-sentence",
  "corporal-punishment",
]);

/** A counted group or a bare number: what can be part of a whole. */
function isPart(item: Item | undefined, context: EventContext): boolean {
  if (item === undefined) return false;
  if (item.group === null) return isBareNumber(item, context);
  const { quantity } = item.group;
  return quantity !== null && quantity.measure === "count";
}

function isBareNumber(item: Item | undefined, context: EventContext): boolean {
  return item !== undefined && item.group === null && context.classes.quantity[item.set] === 1;
}

/** The part stands behind a comma, bracket or dash, or opens the sentence behind a number told before. */
function isAside(items: readonly Item[], at: number, context: EventContext): boolean {
  const before = items[skipLeft(items, at - 1, context.classes.adverb)];
  if (before === undefined) return false;
  const { comma, open, dash, and, but, relative } = context.classes;
  const marks = [comma, open, dash, and, but, ...(context.pack.isVerbFinal ? [relative] : [])];
  return marks.some((members) => members[before.set] === 1);
}

/** Where the words of an aside end: at the next comma, bracket, dash or stop. */
function asideEnd(items: readonly Item[], from: number, context: EventContext): number {
  const { comma, open, close, dash, stop, quoteClose } = context.classes;
  let at = from;
  while (at < Math.min(items.length, from + REACH)) {
    const set = items[at]?.set ?? 0;
    if ([comma, open, close, dash, stop, quoteClose].some((members) => members[set] === 1)) break;
    at++;
  }
  return at;
}

function hasTrigger(events: readonly ReadEvent[], from: number, to: number): boolean {
  return events.some((event) => event.trigger > from && event.trigger < to);
}

function isJoint(item: Item, context: EventContext): boolean {
  const { set } = item;
  return (
    context.classes.comma[set] === 1 ||
    context.classes.and[set] === 1 ||
    context.classes.determiner[set] === 1
  );
}

/** The event whose people were told last before a part. */
function wholeBefore(events: readonly ReadEvent[], part: number): ReadEvent | null {
  let best: ReadEvent | null = null;
  let nearest = part - REACH;
  for (const event of events) {
    if (event.isWeak || event.subsetOf !== null) continue;
    const anchor = event.victims[0] ?? (event.count >= 0 ? event.count : event.trigger);
    if (anchor < part && anchor > nearest) {
      best = event;
      nearest = anchor;
    }
  }
  return best;
}
