/**
 * In: events, speeches and findings of a document. Out: drafts of claims with number, time, place, persons and speakers.
 * Never: gives an event a time or place of another clause; counts people that nobody counted.
 */
import type { Note } from "../base/note.ts";
import type { ClaimKind, PersonRole, Quantity } from "../model/claim.ts";
import { isCountDoubtful } from "./countDoubt.ts";
import { findCounted, findPlural, findSingular, hasRival, type Told } from "./antecedents.ts";
import type { ClauseClasses } from "./clause.ts";
import type { Draft, DraftPerson } from "./draft.ts";
import type { ReadEvent } from "./event.ts";
import type { NameMatch } from "./findNames.ts";
import { type Item, itemOf } from "./items.ts";
import type { LanguagePack } from "./pack.ts";
import type { ReadNoteCode } from "./notes.ts";
import { placesOf } from "./eventPlaces.ts";
import { periodOfEvent } from "./periodTies.ts";
import { countOf, toQuantity } from "./quantityOf.ts";
import type { SentenceReading, Speech, TokenRange } from "./speech.ts";
import { speechesAround } from "./speechIndex.ts";
import { TOKEN, type Tokens } from "./tokens.ts";

export type DraftContext = {
  readonly tokens: Tokens;
  readonly pack: LanguagePack;
  readonly classes: ClauseClasses;
  readonly readings: readonly SentenceReading[];
  readonly speeches: readonly Speech[];
  readonly names: readonly NameMatch[];
  readonly speakerNames: ReadonlySet<string>;
  /** Those concerned by the events drafted so far, in the order of the text. */
  readonly told: Told[];
  /** What the report says of the sex of those whom it names. */
  readonly sexes: ReadonlyMap<string, "female" | "male">;
};

/** Role that those concerned have in a claim of each kind. */
export const VICTIM_ROLE: Readonly<Partial<Record<ClaimKind, PersonRole>>> = {
  execution: "victim",
  "death-sentence": "convicted",
  "imminent-execution": "at-risk",
  killing: "victim",
  injury: "injured",
  "death-in-custody": "victim",
  arrest: "victim",
  torture: "victim",
  "enforced-disappearance": "victim",
  "corporal-punishment": "victim",
  stay: "at-risk",
  clemency: "convicted",
  release: "victim",
  "other-abuse": "victim",
};

/** Makes the draft of an event. */
export function draftOfEvent(
  event: ReadEvent,
  context: DraftContext,
  made: ReadonlyMap<ReadEvent, Draft>,
): Draft {
  const reading = context.readings[event.sentence] as SentenceReading;
  const { items } = reading;
  const notes: Note[] = [];
  const range = trimmed(items, event.from, event.to, context);
  const trigger = items[event.trigger] as Item;
  const victims = event.victims.map((index) => ownerOf(event, items, index, context.classes));
  const concerned = resolveVictims(event, victims, reading, context);
  const per = perOf(items, event);
  const counted = quantityOfEvent(event, victims, concerned, items, per, context, notes);
  const isDoubtful = counted !== null && isCountDoubtful(event, counted, items, context);
  if (isDoubtful) notes.push(noteAt("quantity-doubtful", victims[0] ?? trigger, context.tokens));
  const quantity = isDoubtful ? null : counted;
  if (concerned.isReferred)
    notes.push(noteAt("person-from-pronoun", victims[0] ?? trigger, context.tokens));
  const period = periodOfEvent(event, reading, context);
  const speeches = speechesOver(trigger.from, context.speeches);
  return {
    kind: event.kind,
    range,
    anchor: trigger.from,
    sentence: event.sentence,
    quantity,
    period,
    places: placesOf(reading, event, context),
    speeches,
    modality: modalityUnder(event, speeches, trigger.from, context),
    hedge: event.hedge === null ? null : [event.hedge.from, event.hedge.to],
    persons: personsOf(event, range, concerned, items, context),
    stage: event.stage,
    tier: tierOf(event, quantity, concerned),
    subsetOf: event.subsetOf === null ? null : (made.get(event.subsetOf) ?? null),
    notes,
    rows: event.rows,
  };
}

/** A denied event did not happen, as said; a killing told by a prosecutor with its doer is an accusation. */
function modalityUnder(
  event: ReadEvent,
  speeches: readonly Speech[],
  token: number,
  context: DraftContext,
): ReadEvent["modality"] {
  if (
    event.kind === "imminent-execution" &&
    event.modality === "hypothetical" &&
    isFeared(event, context)
  )
    return "at-risk";
  if (event.modality !== "happened" && event.modality !== "ongoing") return event.modality;
  const isDenied = isDeniedAt(token, context.speeches) && !isInAside(event, context);
  if (isDenied) return "negated";
  const isAccusation =
    event.agent >= 0 &&
    ACCUSED_KINDS.has(event.kind) &&
    speeches.some((speech) => isProsecutor(speech, context));
  return isAccusation ? "alleged" : event.modality;
}

/** The innermost saying over a token denies it ("rejected reports that eight had died, saying only two …": not the two). */
function isDeniedAt(token: number, speeches: readonly Speech[]): boolean {
  const over = speechesAround(token, speeches);
  const inner = over.reduce<Speech | null>(
    (least, speech) => (least === null || sizeOf(speech) <= sizeOf(least) ? speech : least),
    null,
  );
  return inner?.isDenial === true;
}

/** "denied beating Karim, who was arrested in May": what is told beside the name is not denied. */
function isInAside({ sentence, trigger }: ReadEvent, context: DraftContext): boolean {
  const { readings, classes } = context;
  const { items } = readings[sentence] as SentenceReading;
  const own = items[trigger];
  if (own !== undefined && isForm(own, "REL", context))
    return classes.comma[items[trigger - 1]?.set ?? 0] === 1;
  for (let at = trigger - 1; at > Math.max(0, trigger - ASIDE_REACH); at--) {
    const set = items[at]?.set ?? 0;
    if (classes.comma[set] === 1) return false;
    if (classes.relative[set] === 1) return classes.comma[items[at - 1]?.set ?? 0] === 1;
  }
  return false;
}

/** How far behind "who" the verb of its clause can stand, in items. */
const ASIDE_REACH = 6;

/** "fears of his execution", "could be hanged at any moment": a risk that is there now. */
function isFeared({ operator, sentence, to }: ReadEvent, context: DraftContext): boolean {
  if (operator === null) return false;
  if (context.classes.hypOp[operator.set] === 1 && context.classes.may[operator.set] !== 1)
    return true;
  const { items } = context.readings[sentence] as SentenceReading;
  return (
    context.classes.may[operator.set] === 1 &&
    items.slice(Math.max(0, to - 4), to + 2).some(({ set }) => context.classes.anyMoment[set] === 1)
  );
}

const ACCUSED_KINDS: ReadonlySet<ClaimKind> = new Set(["killing", "injury", "torture"]);

function isProsecutor(speech: Speech, context: DraftContext): boolean {
  const [from, to] = speech.speaker.range;
  for (let at = from; at < to; at++)
    if (context.pack.prosecution.has(context.tokens.form[at] ?? "")) return true;
  return false;
}

function tierOf(
  event: ReadEvent,
  quantity: Quantity | null,
  concerned: Concerned,
): "counted" | "shown" {
  if (event.tier === "shown") return "shown";
  return quantity !== null || concerned.persons.length > 0 ? "counted" : "shown";
}

/** Speeches that cover a token, from the outermost inward. */
export function speechesOver(token: number, speeches: readonly Speech[]): Speech[] {
  return speechesAround(token, speeches)
    .filter((speech) => covers(speech, token))
    .sort((a, b) => sizeOf(b) - sizeOf(a) || a.speaker.range[0] - b.speaker.range[0]);
}

function covers(speech: Speech, token: number): boolean {
  const [from, to] = speech.speaker.range;
  if (token >= from && token < to) return false;
  return !speech.isAuthor && speech.kind !== "judge";
}

function sizeOf(speech: Speech): number {
  return speech.contents.reduce((sum, [from, to]) => sum + to - from, 0);
}

function trimmed(
  items: readonly Item[],
  from: number,
  to: number,
  context: DraftContext,
): TokenRange {
  let start = from;
  let end = to;
  const isLoose = (index: number): boolean => {
    const set = items[index]?.set ?? 0;
    return LOOSE.some((name) => context.classes.of(name)[set] === 1);
  };
  while (start < end - 1 && isLoose(start)) start++;
  while (end > start + 1 && isLoose(end - 1)) end--;
  return [items[start]?.from ?? 0, items[end - 1]?.to ?? 0];
}

const LOOSE = ["COMMA", "DOT", "SEMI", "COLON", "DASH", "BULLET", "CONJ", "QC", "QO"];

// --- whom it concerns ----------------------------------------------------------------------------------------

type Concerned = {
  readonly persons: readonly NameMatch[];
  /** A group found elsewhere that a pronoun stands for. */
  readonly antecedent: Item | null;
  /** The person is whom a pronoun means. */
  readonly isReferred: boolean;
};

function resolveVictims(
  event: ReadEvent,
  victims: readonly Item[],
  reading: SentenceReading,
  context: DraftContext,
): Concerned {
  const direct = victims.flatMap(
    (item) => item.group?.persons ?? (item.name?.type === "person" ? [item.name] : []),
  );
  if (direct.length > 0)
    return victims.some((item) => isOwnerBehind(item, event, reading.items, context.classes))
      ? NOBODY
      : { persons: direct, antecedent: null, isReferred: false };
  if (event.dropped !== null) return resolveDropped(event, reading, context);
  const item = event.possessive >= 0 ? (reading.items[event.possessive] as Item) : victims[0];
  if (item === undefined || (item.group !== null && item.group.type === "institution"))
    return NOBODY;
  const told = item.group?.quantity ?? item.quantity;
  if (told !== null) {
    const antecedent = isCountedReference(event, item, reading, context)
      ? findCounted(context.readings, event.sentence, item.from, told.min ?? 0)
      : null;
    return {
      persons: antecedent?.group?.persons ?? [],
      antecedent,
      isReferred: antecedent !== null,
    };
  }
  if (
    isSingularReference(item, context) ||
    (event.kind === "imminent-execution" && isKinOf(item, context))
  ) {
    const name = referredPerson(event, item, reading, context);
    return { persons: name === null ? [] : [name], antecedent: null, isReferred: name !== null };
  }
  if (isPluralReference(item, context)) {
    const antecedent = findPlural(context.readings, event.sentence, item.from, (one) =>
      isSpeaker(one, context),
    );
    if (antecedent === null || isUnsure(antecedent, event, context)) return NOBODY;
    return { persons: antecedent.group?.persons ?? [], antecedent, isReferred: false };
  }
  return NOBODY;
}

const knownSpeakers = new WeakMap<readonly Speech[], ReadonlySet<number>>();

/** The item begins with who says something. */
function isSpeaker({ from }: Item, { speeches }: DraftContext): boolean {
  const known =
    knownSpeakers.get(speeches) ?? new Set(speeches.map(({ speaker }) => speaker.range[0]));
  knownSpeakers.set(speeches, known);
  return known.has(from);
}

function isUnsure(antecedent: Item, event: ReadEvent, { readings, tokens, pack }: DraftContext) {
  const further = pack.wordsIn("FURTHER");
  return hasRival(readings, event.sentence, antecedent, ({ from, to }) => {
    for (let at = from; at < to; at++) if (further.has(tokens.form[at] ?? "")) return true;
    return false;
  });
}

/** Whom a verb without a subject goes on about. */
function resolveDropped(
  event: ReadEvent,
  reading: SentenceReading,
  context: DraftContext,
): Concerned {
  const trigger = reading.items[event.trigger];
  if (trigger === undefined) return NOBODY;
  if (event.dropped === "several") {
    const antecedent = findPlural(context.readings, event.sentence, trigger.from);
    return { persons: antecedent?.group?.persons ?? [], antecedent, isReferred: false };
  }
  const name = findReferred(event, trigger, null, context);
  return { persons: name === null ? [] : [name], antecedent: null, isReferred: name !== null };
}

/** Whom "he", "his" or "the prisoner" means in an event; never the one who does it. */
function referredPerson(
  event: ReadEvent,
  item: Item,
  { items }: SentenceReading,
  context: DraftContext,
): NameMatch | null {
  const agents = itemOf(items, event.agent)?.group?.persons ?? [];
  const isObject = item.from > (items[event.trigger]?.from ?? 0);
  return findReferred(event, item, isObject ? (agents[0]?.name ?? null) : null, context);
}

function findReferred(
  { sentence, kind }: ReadEvent,
  item: Item,
  not: string | null,
  context: DraftContext,
): NameMatch | null {
  const { readings, speakerNames: speakers, told, sexes } = context;
  return findSingular(
    { sentence, token: item.from, kind, sex: sexOf(item, context), not },
    {
      readings,
      speakers,
      told,
      sexes,
      isPronoun: (one) => opensWithPronoun(one, context),
      isOwnerMark: (one) => context.classes.possessive[one.set] === 1,
      isSpoken: (reading) => reading.items.some((one) => context.classes.says[one.set] === 1),
    },
  );
}

function opensWithPronoun(item: Item, context: DraftContext): boolean {
  return (
    hasClass(item, "PRONSG") || isForm(item, "PRONSG", context) || isForm(item, "POSSSG", context)
  );
}

function sexOf(item: Item, context: DraftContext): "female" | "male" | null {
  if (isForm(item, "SEX.female", context)) return "female";
  return isForm(item, "SEX.male", context) ? "male" : null;
}

/** "both", "all three", "the four men": just so many whom the report named before. */
function isCountedReference(
  event: ReadEvent,
  item: Item,
  { items }: SentenceReading,
  context: DraftContext,
): boolean {
  const read = item.group?.quantity ?? item.quantity;
  if (read === null || read.measure !== "count" || read.min !== read.max || read.approximate)
    return false;
  if ((read.min ?? 0) < 2 || (item.group?.persons.length ?? 0) > 0) return false;
  const isOpened = (one: Item | undefined): boolean =>
    one !== undefined && (isForm(one, "DEF", context) || isForm(one, "BOTHALL", context));
  if (isOpened(item)) return true;
  return isOpened(items[(event.victims[0] ?? 0) - 1]);
}

/** "the family of Behnam Karimzad was called for a last visit": at risk is he, not the family. */
function ownerOf(
  event: ReadEvent,
  items: readonly Item[],
  index: number,
  classes: ClauseClasses,
): Item {
  const item = items[index] as Item;
  const owner = items[index + 2];
  const isKin =
    event.kind === "imminent-execution" &&
    item.group?.type === "noun" &&
    item.group.quantity === null;
  return isKin && owner?.group != null && classes.of_[items[index + 1]?.set ?? 0] === 1
    ? owner
    : item;
}

/** Items between the word for a relative and the one whose relative it is. */
const OWNER_REACH = 4;

/** "the sister of the executed protester X was arrested": whom X belongs to was arrested, not X. */
function isOwnerBehind(
  victim: Item,
  { trigger }: ReadEvent,
  items: readonly Item[],
  classes: ClauseClasses,
): boolean {
  if (victim.group?.type !== "person") return false;
  const index = items.indexOf(victim);
  if (isToldOfOwner(index, trigger, items, classes)) return false;
  let at = index - 1;
  while (
    at > index - OWNER_REACH &&
    (classes.determiner[itemOf(items, at)?.set ?? 0] === 1 ||
      classes.adjective[itemOf(items, at)?.set ?? 0] === 1)
  )
    at--;
  if (classes.of_[itemOf(items, at)?.set ?? 0] !== 1) return false;
  const group = items[at - 1]?.group;
  return group?.type === "noun" && group.quantity === null;
}

/** "the lawyer of X, who was hanged in May, has been …": the clause with "who" is about X. */
function isToldOfOwner(
  owner: number,
  trigger: number,
  items: readonly Item[],
  { comma, relative }: ClauseClasses,
): boolean {
  const at = comma[items[owner + 1]?.set ?? 0] === 1 ? owner + 2 : owner + 1;
  if (relative[items[at]?.set ?? 0] !== 1 || trigger < at) return false;
  return !items.slice(at, trigger).some(({ set }) => comma[set] === 1);
}

/** "his family", "her parents": at risk is not the family that is called for a last visit. */
function isKinOf(item: Item, context: DraftContext): boolean {
  return item.group?.type === "noun" && isForm(item, "POSSSG", context);
}

const NOBODY: Concerned = { persons: [], antecedent: null, isReferred: false };

/** "he", "his", "the prisoner", "the young man". */
function isSingularReference(item: Item, context: DraftContext): boolean {
  if (hasClass(item, "PRONSG")) return true;
  if (item.entry !== null && !isForm(item, "POSSPL", context))
    return isForm(item, "POSSSG", context);
  return item.group?.type === "pronoun"
    ? isForm(item, "PRONSG", context)
    : item.group?.type === "noun" &&
        isDefinite(item, context) &&
        !isPluralHead(item.group.head, context);
}

function isPluralReference(item: Item, context: DraftContext): boolean {
  if (item.group === null) return isForm(item, "POSSPL", context);
  if (item.group.type === "pronoun") return isForm(item, "REFPL", context);
  return (
    item.group.type === "noun" &&
    isDefinite(item, context) &&
    isPluralHead(item.group.head, context)
  );
}

/** "the man"; not "(said) that a man". */
function isDefinite(item: Item, context: DraftContext): boolean {
  const { tokens, pack } = context;
  return (
    isForm(item, "DEF", context) && !pack.wordsIn("INDEF").has(tokens.form[item.from + 1] ?? "")
  );
}

/** The item begins with a word of the class. */
function isForm(item: Item, name: string, { tokens, pack }: DraftContext): boolean {
  return pack.wordsIn(name).has(tokens.form[item.from] ?? "");
}

function hasClass(item: Item, name: string): boolean {
  return item.entry?.classes.includes(name) === true;
}

function isPluralHead(head: string | null, context: DraftContext): boolean {
  if (head === null) return false;
  return (
    context.pack.plurals.words.has(head) ||
    (context.pack.plurals.suffixes.some((suffix) => head.endsWith(suffix)) &&
      !context.pack.plurals.singulars.has(head))
  );
}

// --- how many ------------------------------------------------------------------------------------------------

function quantityOfEvent(
  event: ReadEvent,
  victims: readonly Item[],
  concerned: Concerned,
  items: readonly Item[],
  per: Quantity["per"],
  context: DraftContext,
  notes: Note[],
): Quantity | null {
  const { tokens } = context;
  const together = countTogether(victims, context);
  if (together !== null && victims[0] !== undefined) {
    notes.push(noteAt("quantity-summed", victims[0], tokens));
    return countOf(together, victims[0], tokens, unitOf(victims[0], context));
  }
  const taking = TAKES_PART.has(event.kind) ? itemOf(items, event.agent) : undefined;
  for (const item of taking === undefined ? victims : [taking]) {
    const read = item.group?.quantity ?? item.quantity;
    if (read === null || read === undefined) continue;
    if (read.row === "quantity.sum" && isLooseSum(event, read)) {
      notes.push(noteAt("quantity-doubtful", item, tokens));
      return null;
    }
    if (read.row === "quantity.sum") notes.push(noteAt("quantity-summed", item, tokens));
    return toQuantity(read, tokens, unitOf(item, context), per);
  }
  const counted = itemOf(items, event.count);
  const number = counted?.group?.quantity ?? counted?.quantity ?? null;
  if (number !== null) {
    const trigger = items[event.trigger] as Item;
    return toQuantity(number, tokens, words(tokens, trigger.from, trigger.to), per);
  }
  if (!COUNTS_PEOPLE.has(event.kind)) return null;
  const first =
    victims[0] ??
    itemOf(items, event.possessive) ??
    (event.dropped === null ? undefined : items[event.trigger]);
  const antecedent = concerned.antecedent;
  if (antecedent !== null && first !== undefined) {
    const read = antecedent.group?.quantity ?? null;
    if (read !== null) {
      notes.push(noteAt("quantity-from-antecedent", antecedent, tokens));
      return toQuantity(read, tokens, unitOf(antecedent, context), per);
    }
  }
  if (first === undefined) return null;
  if (event.dropped === "one") return countOf(1, first, tokens, null);
  if (event.dropped === "several") return null;
  if (event.kind === "imminent-execution" && isKinOf(first, context))
    return countOf(1, first, tokens, null);
  const isListed = victims.some((item) => item.group?.hasRest === true);
  if (concerned.persons.length > 0 && !isListed) {
    return countOf(
      new Set(concerned.persons.map((person) => person.name)).size,
      first,
      tokens,
      unitOf(first, context),
    );
  }
  if (hasClass(first, "POSSP"))
    return isSingularReference(first, context) ? countOf(1, first, tokens, null) : null;
  if (first.group === null && event.possessive < 0) {
    const isSingular =
      first.quantity === null && !isPluralHead(context.tokens.form[first.to - 1] ?? "", context);
    return isSingular ? countOf(1, first, tokens, words(tokens, first.from, first.to)) : null;
  }
  if (first.group?.type === "pronoun" || event.possessive >= 0) {
    return isSingularReference(first, context) ? countOf(1, first, tokens, null) : null;
  }
  if (
    first.group?.type === "noun" &&
    !isPluralHead(first.group.head, context) &&
    !context.pack.wordsIn("UNCOUNTED").has(first.group.head ?? "")
  ) {
    return isDefinite(first, context) ||
      first.group.isIndefinite ||
      startsWithDeterminer(first, context) ||
      isHeadline(event, context)
      ? countOf(1, first, tokens, unitOf(first, context))
      : null;
  }
  return null;
}

/** "including three women and two youths", "ten men and several women": nobody gave the sum, and it may mislead. */
function isLooseSum(
  event: ReadEvent,
  { min, max }: { readonly min: number | null; readonly max: number | null },
): boolean {
  return min !== max || (event.subsetOf !== null && max !== null && max > 2);
}

/** Kinds of which the number is that of those who take part. */
const TAKES_PART: ReadonlySet<ClaimKind> = new Set(["protest", "strike"]);

/** The number of several groups together, where each is a plain count, named people or one person; else null. */
function countTogether(victims: readonly Item[], context: DraftContext): number | null {
  if (victims.length < 2) return null;
  let sum = 0;
  for (const item of victims) {
    const count = plainCount(item, context);
    if (count === null) return null;
    sum += count;
  }
  return sum;
}

function plainCount(item: Item, context: DraftContext): number | null {
  const { group } = item;
  if (group === null) return null;
  if (group.quantity !== null)
    return group.quantity.min !== null &&
      group.quantity.min === group.quantity.max &&
      !group.quantity.approximate
      ? group.quantity.min
      : null;
  if (group.persons.length > 0)
    return group.hasRest ? null : new Set(group.persons.map(({ name }) => name)).size;
  return group.type === "noun" &&
    !isPluralHead(group.head, context) &&
    !context.pack.wordsIn("UNCOUNTED").has(group.head ?? "")
    ? 1
    : null;
}

function noteAt(code: ReadNoteCode, item: Item, tokens: Tokens): Note {
  return {
    code,
    level: "info",
    span: { start: tokens.start[item.from] ?? 0, end: tokens.end[item.to - 1] ?? 0 },
  };
}

function isHeadline(event: ReadEvent, context: DraftContext): boolean {
  return event.sentence === 0 || context.readings[event.sentence]?.sentence.opensBlock === true;
}

function startsWithDeterminer(item: Item, context: DraftContext): boolean {
  return (
    isForm(item, "POSSSG", context) ||
    isForm(item, "POSSPL", context) ||
    isForm(item, "INDEF", context)
  );
}

const COUNTS_PEOPLE: ReadonlySet<ClaimKind> = new Set([
  "execution",
  "death-sentence",
  "imminent-execution",
  "killing",
  "injury",
  "death-in-custody",
  "arrest",
  "torture",
  "enforced-disappearance",
  "corporal-punishment",
  "stay",
  "clemency",
  "release",
]);

function unitOf(item: Item, context: DraftContext): string | null {
  const { tokens } = context;
  const unit = item.group?.unit;
  if (item.group === null && item.quantity !== null) return unitAfter(item, context);
  return unit == null ? null : words(tokens, unit[0], unit[1]);
}

/** The word behind a number, where it can be what is counted: no preposition, verb or pronoun. */
export function unitAfter(
  { to }: Item,
  { tokens, pack }: Pick<DraftContext, "tokens" | "pack">,
): string | null {
  if (tokens.kind[to] !== TOKEN.word) return null;
  const classes = pack.lexicon.match(tokens, to, to + 1)?.classes ?? [];
  return classes.some((name) => NO_UNIT.has(name)) ? null : words(tokens, to, nameEnd(tokens, to));
}

/** "two Revolutionary Guards": a name of several words is counted whole, never by its first word. */
function nameEnd(tokens: Tokens, at: number): number {
  let to = at + 1;
  while (isCapital(tokens, to - 1) && tokens.kind[to] === TOKEN.word && isCapital(tokens, to)) to++;
  return to;
}

function isCapital({ text, start }: Tokens, at: number): boolean {
  const letter = text.charAt(start[at] ?? text.length);
  return letter !== letter.toLowerCase();
}

/** Classes of words that cannot be counted. */
const NO_UNIT: ReadonlySet<string> = new Set([
  "BE",
  "HAVE",
  "MOD",
  "PREP",
  "CONJ",
  "DET",
  "NEG",
  "PRON",
  "REL",
  "WHERE",
  "WHO",
  "THAT",
  "ADV",
  "TO",
  "CUE.say",
  "CUE.record",
  "T.past",
  "T.part",
  "T.base",
]);

function words(tokens: Tokens, from: number, to: number): string {
  return tokens.text.slice(tokens.start[from], tokens.end[to - 1]);
}

/** A recurring time beside the event makes its number a rate ("two million people … each year"). */
function perOf(items: readonly Item[], event: ReadEvent): Quantity["per"] {
  for (let i = event.from; i < Math.min(items.length, event.to + 1); i++) {
    const period = items[i]?.period;
    if (period?.kind === "recurring" && period.per !== null && i >= event.trigger)
      return period.per;
  }
  return null;
}

// --- where -------------------------------------------------------------------------------------------------------

// --- who --------------------------------------------------------------------------------------------------------

function personsOf(
  event: ReadEvent,
  range: TokenRange,
  concerned: Concerned,
  items: readonly Item[],
  context: DraftContext,
): DraftPerson[] {
  const role = roleOfVictim(event, items, context.classes);
  const persons: DraftPerson[] = [];
  const add = (name: NameMatch, as: PersonRole): void => {
    if (!persons.some((person) => person.name.name === name.name)) persons.push({ name, role: as });
  };
  const isAccused = event.modality === "alleged";
  const spoken = context.pack.isVerbFinal
    ? speechesOver(items[event.trigger]?.from ?? 0, context.speeches)
    : [];
  for (const name of concerned.persons) add(name, role);
  for (const name of agentsOf(event, items, context))
    add(name, roleOfAgent(event, name, isAccused));
  for (const name of namesWithin(context.names, range)) {
    if (name.type !== "person") continue;
    if (isSpeakerHere(name, spoken)) continue;
    if (isAccused && name.to <= (items[event.trigger]?.from ?? 0)) add(name, "suspect");
    else add(name, name.isTitleOfficial ? "official" : "other");
  }
  return persons;
}

/** Whose words these are: named there as the speaker only. */
function isSpeakerHere(name: NameMatch, speeches: readonly Speech[]): boolean {
  return speeches.some(
    ({ speaker }) => speaker.range[0] <= name.from && name.to <= speaker.range[1],
  );
}

/** What judges and other officials do in their office. */
const OF_OFFICE: ReadonlySet<ClaimKind> = new Set([
  "death-sentence",
  "stay",
  "clemency",
  "release",
]);

/** Who is sentenced to prison was convicted. */
function roleOfVictim(
  { kind, from, to }: ReadEvent,
  items: readonly Item[],
  { imprisoned }: ClauseClasses,
): PersonRole {
  const isSentence =
    kind === "arrest" && items.slice(from, to).some(({ set }) => imprisoned[set] === 1);
  return isSentence ? "convicted" : (VICTIM_ROLE[kind] ?? "other");
}

function roleOfAgent(
  { kind }: ReadEvent,
  { isTitleOfficial }: NameMatch,
  isAccused: boolean,
): PersonRole {
  if (TAKES_PART.has(kind)) return "other";
  if (isTitleOfficial && OF_OFFICE.has(kind)) return "official";
  return isAccused ? "suspect" : "alleged-perpetrator";
}

/** Who did it, by name or by a pronoun that is safe. */
function agentsOf(
  event: ReadEvent,
  items: readonly Item[],
  context: DraftContext,
): readonly NameMatch[] {
  const agent = itemOf(items, event.agent);
  if (agent === undefined) return [];
  const named = agent.group?.persons ?? [];
  if (named.length > 0) return named;
  if (agent.group?.type === "pronoun" && isForm(agent, "REFPL", context)) {
    const several = findPlural(context.readings, event.sentence, agent.from);
    return several?.group?.persons ?? [];
  }
  if (!hasClass(agent, "PRONSG")) return named;
  const name = findReferred(event, agent, null, context);
  return name === null ? [] : [name];
}

/** Names whose tokens lie within a range; names stand in the order of their places. */
export function namesWithin(names: readonly NameMatch[], [from, to]: TokenRange): NameMatch[] {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((names[middle]?.from ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  const within: NameMatch[] = [];
  for (let i = low; i < names.length && (names[i]?.from ?? to) < to; i++) {
    const name = names[i];
    if (name !== undefined && name.to <= to) within.push(name);
  }
  return within;
}
