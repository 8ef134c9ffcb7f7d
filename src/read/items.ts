/**
 * In: the tokens of a sentence and what was found in them. Out: items, each one word, name, time or number.
 * Never: splits what an earlier stage found as one; leaves a token out.
 */
import type { NameMatch } from "./findNames.ts";
import type { PeriodMatch } from "./findPeriods.ts";
import { ageEnd, agedEnd, decadeEnd, isAgeBound, isBareAge } from "./itemAges.ts";
import { bracketedCount, repeatedEnd } from "./itemBrackets.ts";
import type { ItemSets } from "./itemSets.ts";
import type { Entry } from "./lexicon.ts";
import type { LanguagePack } from "./packRows.ts";
import { codeOfSet } from "./pattern.ts";
import { readQuantity } from "./quantity.ts";
import type { ReadQuantity } from "./quantityGrammar.ts";
import { CLOSES, OPENS } from "./quotes.ts";
import { isCapital, isGlued, trailEnd } from "./sentences.ts";
import { TOKEN, type Tokens } from "./tokens.ts";
import { isOneOf } from "./wordSets.ts";

/** Those a noun phrase speaks of. */
export type Group = {
  readonly quantity: ReadQuantity | null;
  /** The number of those whom the group is a part of ("one of six men"), or null. */
  readonly whole: ReadQuantity | null;
  /** Head noun as written, folded ("prisoners"), or null for names and pronouns. */
  readonly head: string | null;
  /** Token range of the words for whom is counted ("political prisoners"). */
  readonly unit: readonly [number, number] | null;
  readonly persons: readonly NameMatch[];
  /** Whose they are ("the family of A"): none of the group. */
  readonly owners: readonly NameMatch[];
  /** More people stand in the list than have names. */
  readonly hasRest: boolean;
  readonly type: "list" | "pair" | "person" | "counted" | "noun" | "institution" | "pronoun";
  /** Trigger words inside ("12 arrested students"). */
  readonly inner: readonly Item[];
  readonly isIndefinite: boolean;
  /** "no one", "nobody". */
  readonly isNobody: boolean;
  /** Some of those told before. */
  readonly isPartitive: boolean;
  readonly row: string;
};

/** One item of a sentence; item lists have a string twin in which each item is one character. */
export type Item = {
  readonly from: number;
  readonly to: number;
  /** Id of its class set in the alphabet. */
  readonly set: number;
  readonly entry: Entry | null;
  readonly name: NameMatch | null;
  readonly period: PeriodMatch | null;
  readonly quantity: ReadQuantity | null;
  readonly group: Group | null;
};

/** What other stages found in a document, asked for by token. */
export type Findings = {
  readonly tokens: Tokens;
  readonly marks: Uint8Array;
  /** Name that begins at a token with its title, or undefined. */
  readonly nameAt: ReadonlyMap<number, NameMatch>;
  /** For each token the first at or behind it at which a name begins; the size where none does. */
  readonly nextNameAt: Int32Array;
};

/** `nextNameAt` of a document with so many tokens. */
export function indexNextNames(nameAt: ReadonlyMap<number, NameMatch>, size: number): Int32Array {
  const nextNameAt = new Int32Array(size + 1).fill(size);
  for (const at of nameAt.keys()) nextNameAt[at] = at;
  for (let at = size - 1; at >= 0; at--)
    if (nextNameAt[at] === size) nextNameAt[at] = nextNameAt[at + 1] ?? size;
  return nextNameAt;
}

/** Each sort of item is made with all its fields in place: an object that names only some is slow to read. */
function makeNamed(from: number, to: number, set: number, name: NameMatch): Item {
  return { from, to, set, entry: null, name, period: null, quantity: null, group: null };
}

function makeTimed(from: number, to: number, set: number, period: PeriodMatch): Item {
  return { from, to, set, entry: null, name: null, period, quantity: null, group: null };
}

function makeCounted(from: number, to: number, set: number, quantity: ReadQuantity): Item {
  return { from, to, set, entry: null, name: null, period: null, quantity, group: null };
}

/** The item of a noun phrase. */
export function makeGroup(from: number, to: number, set: number, group: Group): Item {
  return { from, to, set, entry: null, name: null, period: null, quantity: null, group };
}

/** An item of words alone. */
function makeWord(from: number, to: number, set: number, entry: Entry | null = null): Item {
  return { from, to, set, entry, name: null, period: null, quantity: null, group: null };
}

/** The string twin of an item list; made at once, since a text put together sign by sign is a chain to be walked. */
export function itemString(items: readonly Item[]): string {
  if (items.length > MOST_AT_ONCE)
    return itemString(items.slice(0, MOST_AT_ONCE)) + itemString(items.slice(MOST_AT_ONCE));
  return String.fromCharCode(...items.map(codeOf));
}

function codeOf({ set }: Item): number {
  return codeOfSet(set);
}

/** A call takes only so many arguments. */
const MOST_AT_ONCE = 8192;

/** "-", and the two hyphens that Unicode has beside it. */
function isHyphen(unit: number): boolean {
  return unit === 0x2d || unit === 0x2010 || unit === 0x2011;
}

/** Makes the items of a sentence. Periods are those of this sentence, in order. */
export function makeItems(
  findings: Findings,
  from: number,
  to: number,
  periods: readonly PeriodMatch[],
  pack: LanguagePack,
  sets: ItemSets,
): Item[] {
  const { tokens } = findings;
  const items: Item[] = [];
  let nextPeriod = 0;
  let at = from;
  while (at < to) {
    let period = nextPeriod < periods.length ? periods[nextPeriod] : undefined;
    while (period !== undefined && period.from < at) period = periods[++nextPeriod];
    const last = items.at(-1);
    if (last !== undefined && isFootnoteMark(tokens, at)) {
      items[items.length - 1] = longerBy(last, at + 1);
      at++;
      continue;
    }
    const name = findings.nextNameAt[at] === at ? findings.nameAt.get(at) : undefined;
    if (name !== undefined) {
      const end = Math.min(to, Math.max(name.to, name.person?.detailTo ?? name.to));
      items.push(
        makeNamed(at, end, isCourt(name, tokens, sets) ? sets.court : sets.name[name.type], name),
      );
      at = end;
      continue;
    }
    if (period !== undefined && period.from === at && holdsName(findings, period)) {
      items.push(makeTimed(at, at + 1, periodSet(period, sets), period));
      at++;
      nextPeriod++;
      continue;
    }
    if (period !== undefined && period.from === at) {
      items.push(makeTimed(at, period.to, periodSet(period, sets), period));
      at = period.to;
      continue;
    }
    const quoted = quotedPerson(findings, at, to);
    if (quoted !== null) {
      items.push(makeNamed(at, quoted.to, sets.name.person, quoted.name));
      at = quoted.to;
      continue;
    }
    const titled = quotedTitle(findings, at, to, pack);
    if (titled > at) {
      items.push(makeWord(at, titled, sets.cap));
      at = titled;
      continue;
    }
    const limit = Math.min(to, period?.from ?? to, nextName(findings, at, to));
    const count = bracketedCount(tokens, at, limit, last, pack, sets);
    const item =
      count === null
        ? itemAt(findings, at, limit, to, pack, sets)
        : makeCounted(at, count.to, sets.quantity.count, count);
    const isSaid = item.set === sets.semi && opensSaid(items, item.to, tokens, pack, sets);
    items.push(isSaid ? makeWord(at, item.to, sets.colon) : item);
    at = item.to;
  }
  return items;
}

/** "The police says; |ten were killed|", where verbs stand last: the mark stands for a colon, unless what is said stands before it or another clause begins behind. */
function opensSaid(
  items: readonly Item[],
  next: number,
  { form }: Tokens,
  pack: LanguagePack,
  sets: ItemSets,
): boolean {
  const verb = items.at(-1)?.set ?? 0;
  if (!pack.isVerbFinal || sets.says[verb] !== 1 || sets.isVerbEnd[verb] !== 1) return false;
  // "She |speech| tells;": nothing is said behind.
  const before = items.at(-2);
  if (before !== undefined && pack.wordsIn("SAIDTHINGW").has(form[before.to - 1] ?? ""))
    return false;
  return sets.isObject[before?.set ?? 0] !== 1 && !pack.wordsIn("BUT").has(form[next] ?? "");
}

/** "“Navid Rastgar”, a teacher, was held": marks round nothing but a person's name quote nobody. */
function quotedPerson(
  { nameAt, marks, tokens }: Findings,
  at: number,
  limit: number,
): { readonly name: NameMatch; readonly to: number } | null {
  if (marks[at] !== OPENS) return null;
  const name = nameAt.get(at + 1);
  if (name?.type !== "person" || (name.person?.detailTo ?? name.to) !== name.to) return null;
  const close = tokens.form[name.to] === "," ? name.to + 1 : name.to;
  return close < limit && marks[close] === CLOSES ? { name, to: close + 1 } : null;
}

/** "the “Woman, Life, Freedom” protests": a title before what it is the title of speaks of nobody. Its end, or `at`. */
function quotedTitle(
  { marks, tokens }: Findings,
  at: number,
  limit: number,
  { wordsIn }: LanguagePack,
): number {
  if (marks[at] !== OPENS) return at;
  const end = Math.min(limit - 1, at + LONGEST_TITLE);
  let close = at + 1;
  while (close < end && marks[close] !== CLOSES) close++;
  const isTitle = marks[close] === CLOSES && isOneOf(tokens, close + 1, wordsIn("TITLEOFW"));
  return isTitle ? close + 1 : at;
}

/** Words and marks of a quoted title. */
const LONGEST_TITLE = 9;

/** An item with more words. Every field is named, so that all items have one shape. */
export function longerBy(item: Item, to: number): Item {
  const { from, set, entry, name, period, quantity, group } = item;
  return { from, to, set, entry, name, period, quantity, group };
}

/** "experts*": a mark glued to the word before it. */
function isFootnoteMark(tokens: Tokens, at: number): boolean {
  if (tokens.kind[at] !== TOKEN.punctuation) return false;
  const form = tokens.form[at];
  return (form === "*" || form === "†" || form === "‡") && isGlued(tokens, at);
}

/** A time told by an event with a name in it ("following her murder") leaves the words of the event to be read. */
function holdsName(findings: Findings, period: PeriodMatch): boolean {
  for (let at = period.from + 1; at < period.to; at++) {
    if (findings.nameAt.get(at)?.type === "person") return true;
  }
  return false;
}

function periodSet(period: PeriodMatch, sets: ItemSets): number {
  if (period.kind === "recurring") return sets.recurring;
  if (period.kind === "duration") return sets.duration;
  return period.kind === "age-like" ? sets.age : sets.time;
}

/** First token after `at` at which a name begins: nothing else may reach into it. */
function nextName({ nextNameAt }: Findings, at: number, to: number): number {
  const next = nextNameAt[at + 1] ?? to;
  return next < Math.min(to, at + 12) ? next : to;
}

function itemAt(
  findings: Findings,
  at: number,
  limit: number,
  sentenceEnd: number,
  pack: LanguagePack,
  sets: ItemSets,
): Item {
  const { tokens, marks } = findings;
  const mark = marks[at];
  if (mark === OPENS && marks[at + 2] === CLOSES && at + 3 <= limit) {
    const inner = pack.lexicon.match(tokens, at + 1, at + 2);
    if (inner !== null && sets.isHuman[inner.set] === 1)
      return makeWord(at, at + 3, inner.set, inner);
  }
  if (mark === OPENS) return makeWord(at, at + 1, sets.open);
  if (mark === CLOSES) return makeWord(at, at + 1, sets.close);
  const sign = sets.kinds[tokens.kind[at] ?? 0] ?? -1;
  if (sign >= 0) return makeWord(at, at + 1, sign);
  if (pack.ageOpeners[tokens.word[at] ?? 0] === 1) {
    const aged = Math.max(agedEnd(tokens, at, limit, pack), decadeEnd(tokens, at, limit, pack));
    if (aged > at) return makeWord(at, aged, sets.age);
  }
  const quantity = readQuantity(tokens, at, limit, pack.quantities);
  if (quantity !== null && isBareAge(tokens, quantity, pack))
    return makeCounted(at, quantity.to, sets.age, quantity);
  if (quantity !== null && isAgeBound(tokens, quantity, pack))
    return makeCounted(at, quantity.to, sets.age, quantity);
  if (quantity?.measure === "amount" && isLash(tokens, quantity, pack, sets))
    return makeCounted(at, quantity.to, sets.lashes, quantity);
  if (quantity !== null) return quantityItem(tokens, quantity, sentenceEnd, sets);
  if (tokens.kind[at] === TOKEN.number)
    return makeWord(at, clockEnd(tokens, at, limit), sets.number);
  if (tokens.kind[at] === TOKEN.punctuation) {
    const trail = trailEnd(tokens, at, pack.sentenceWords);
    if (trail > at) return makeWord(at, trail, sets.lower);
    return isGlossed(tokens, at, pack)
      ? makeWord(at, at + 1, sets.hyphen)
      : signItem(tokens, at, limit, sets);
  }
  if (isCapital(tokens, at) && pack.neverCapital.has(tokens.form[at] ?? ""))
    return makeWord(at, at + 1, sets.cap);
  let entry = pack.lexicon.match(tokens, at, limit);
  let end = entry === null ? at + 1 : at + pack.lexicon.length();
  if (end > at + 1 && takesNumber(tokens, end, limit, pack)) {
    entry = pack.lexicon.match(tokens, at, end - 1);
    end = entry === null ? at + 1 : at + pack.lexicon.length();
  }
  const compound = compoundEnd(tokens, end, limit);
  if (compound > end) return compoundItem(tokens, at, compound, pack, sets);
  if (entry !== null) return makeWord(at, end, entry.set, entry);
  return makeWord(at, at + 1, shapeOf(tokens, at, sets));
}

/** "1:30": the colon of a clock ends no clause. */
function clockEnd(tokens: Tokens, at: number, limit: number): number {
  const isClock =
    at + 2 < limit &&
    tokens.form[at + 1] === ":" &&
    tokens.kind[at + 2] === TOKEN.number &&
    isGlued(tokens, at + 1) &&
    isGlued(tokens, at + 2);
  return isClock ? at + 3 : at + 1;
}

/** "put at least three to death", "beat up to 20": the last word of the expression opens a number that goes on behind it. */
function takesNumber(tokens: Tokens, end: number, limit: number, pack: LanguagePack): boolean {
  if (tokens.kind[end - 1] === TOKEN.number) return false;
  if (pack.quantities.openers[tokens.word[end - 1] ?? 0] !== 1) return false;
  const read = readQuantity(tokens, end - 1, limit, pack.quantities);
  return read !== null && read.qualifier !== null && read.to > end + 1;
}

export function isLash(
  tokens: Tokens,
  { to }: ReadQuantity,
  pack: LanguagePack,
  sets: ItemSets,
): boolean {
  const unit = pack.lexicon.match(tokens, to - 1, to);
  return unit !== null && sets.isLash[unit.set] === 1;
}

function quantityItem(tokens: Tokens, quantity: ReadQuantity, limit: number, sets: ItemSets): Item {
  const repeated = quantity.measure === "count" ? repeatedEnd(tokens, quantity, limit) : -1;
  if (repeated > 0) return makeCounted(quantity.from, repeated, sets.quantity.count, quantity);
  if (quantity.measure === "duration") {
    if (sets.ageWords.has(tokens.form[quantity.to - 1] ?? ""))
      return makeCounted(quantity.from, quantity.to, sets.age, quantity);
    const age = ageEnd(tokens, quantity.to, limit, sets);
    if (age > 0) return makeCounted(quantity.from, age, sets.age, quantity);
  }
  return makeCounted(quantity.from, quantity.to, sets.quantity[quantity.measure], quantity);
}

/** "the ministry of the interior/home affairs": the same word again for other readers. */
function isGlossed({ form, kind }: Tokens, at: number, { wordsIn }: LanguagePack): boolean {
  return (
    form[at] === "/" && kind[at + 1] === TOKEN.word && wordsIn("GLOSSEDW").has(form[at - 1] ?? "")
  );
}

function signItem(tokens: Tokens, at: number, limit: number, sets: ItemSets): Item {
  const dash = typedDashEnd(tokens, at, limit);
  if (dash > at) return makeWord(at, dash, sets.dash);
  // A row of dots that leads to a number stands for a colon.
  const isLong = (tokens.end[at] ?? 0) - (tokens.start[at] ?? 0) > 1;
  const unit = isLong
    ? (tokens.form[at] ?? "").charCodeAt(0)
    : tokens.text.charCodeAt(tokens.start[at] ?? 0);
  const known = sets.signs[unit] ?? -1;
  if (known >= 0) return makeWord(at, at + 1, known);
  if (isHyphen(unit)) {
    const isInner = isGlued(tokens, at) && isGlued(tokens, at + 1);
    return makeWord(at, at + 1, isInner ? sets.hyphen : sets.dash);
  }
  if (tokens.form[at] === "-") return makeWord(at, at + 1, sets.dash);
  return makeWord(at, at + 1, sets.other);
}

/** "A -- a teacher -- was held": two or three hyphens in a row are one dash, as agencies type it; end of it, or `at`. */
function typedDashEnd(tokens: Tokens, at: number, limit: number): number {
  let end = at;
  while (
    end < limit &&
    tokens.form[end] === "-" &&
    isHyphen(tokens.text.charCodeAt(tokens.start[end] ?? 0)) &&
    (end === at || isGlued(tokens, end))
  )
    end++;
  return end - at === 2 || end - at === 3 ? end : at;
}

/** End of a hyphenated compound that goes on from `at` ("drug-related"), or `at`. */
function compoundEnd(tokens: Tokens, at: number, limit: number): number {
  let end = at;
  while (
    end + 1 < limit &&
    tokens.kind[end] === TOKEN.punctuation &&
    tokens.form[end] === "-" &&
    isHyphen(tokens.text.charCodeAt(tokens.start[end] ?? 0)) &&
    isGlued(tokens, end) &&
    isGlued(tokens, end + 1) &&
    tokens.kind[end + 1] === TOKEN.word
  ) {
    end += 2;
  }
  return end;
}

function compoundItem(
  tokens: Tokens,
  from: number,
  to: number,
  pack: LanguagePack,
  sets: ItemSets,
): Item {
  const last = pack.lexicon.match(tokens, to - 1, to);
  const isHuman = last !== null && sets.isHuman[last.set] === 1;
  return makeWord(from, to, isHuman ? sets.human : sets.adjective);
}

function shapeOf(tokens: Tokens, at: number, sets: ItemSets): number {
  if (isCapital(tokens, at)) return sets.cap;
  const form = tokens.form[at] ?? "";
  for (const { suffix, set } of sets.suffixes) {
    if (form.length > suffix.length + 2 && form.endsWith(suffix)) return set;
  }
  return sets.lower;
}

/** Items within which a total names its number ("bringing the number of those hanged this year to 40"). */
const NUMBER_REACH = 14;

/** A number stands behind, before any of the words that end a phrase. */
export function numberFollows(
  items: readonly Item[],
  from: number,
  ends: Readonly<Uint8Array>,
): boolean {
  for (let at = from; at < Math.min(items.length, from + NUMBER_REACH); at++) {
    const item = items[at] as Item;
    if (ends[item.set] === 1) return false;
    if ((item.quantity ?? item.group?.quantity ?? null) !== null) return true;
  }
  return false;
}

/**
 * The item at an index; none before the first. Written `items[-1]`, the engine takes the index for the name of a property: that
 * costs as much as fifty look-ups, and every look-up at that place is slow from then on.
 */
export function itemOf(items: readonly Item[], index: number): Item | undefined {
  return index < 0 ? undefined : items[index];
}

function isCourt(name: NameMatch, tokens: Tokens, sets: ItemSets): boolean {
  return name.type === "organisation" && isOneOf(tokens, name.from, sets.isCourtWord);
}
