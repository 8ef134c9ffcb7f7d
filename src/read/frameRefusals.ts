/**
 * In: a frame that fits, and the words around it. Out: whether they say that it does not tell its event (a prohibition,
 * a visit denied, a grace, mere company, the kin of the dead).
 * Never: reads who is concerned.
 */
import type { ClaimKind } from "../model/claim.ts";
import { skipLeft } from "./clauseOpenings.ts";
import type { EventContext } from "./event.ts";
import { type Item, itemOf } from "./items.ts";
import type { FrameRow } from "./packRows.ts";
import type { PatternMatch } from "./pattern.ts";
import type { SentenceReading } from "./speech.ts";
import { TOKEN } from "./tokens.ts";
import { isOneOf, isPairOf } from "./wordSets.ts";

/** The head of the doer is a word of the class that the row asks for. */
export function isDoneBy(
  agent: Item | undefined,
  name: string,
  { pack, tokens }: EventContext,
): boolean {
  if (agent === undefined) return false;
  const words = pack.wordsIn(name);
  return words.has(agent.group?.head ?? "") || isOneOf(tokens, agent.to - 1, words);
}

/** "His father had died of an illness": kin of one who is held, where no prison stands in the words themselves. */
export function isKinOnly(
  items: readonly Item[],
  { from, to }: PatternMatch,
  victims: readonly number[],
  { classes, pack, tokens }: EventContext,
): boolean {
  const kin = pack.wordsIn("KINHIS");
  if (pack.isVerbFinal && isKinBefore(items, to, { classes, pack, tokens })) return true;
  if (kin.size === 0 || victims.length === 0) return false;
  for (let i = Math.min(from, ...victims); i < to; i++)
    if (classes.of("PRISON", "CUSTODY")[items[i]?.set ?? 0] === 1) return false;
  return victims.every((at) => isOneOf(tokens, items[at]?.from ?? 0, kin));
}

/** "The mother of A, who was hanged, died", where verbs stand last: nobody of the sentence is said to be held. */
function isKinBefore(
  items: readonly Item[],
  to: number,
  { classes, pack, tokens }: Pick<EventContext, "classes" | "pack" | "tokens">,
): boolean {
  const held = classes.of("PRISON", "CUSTODY", "CUSTODYN", "JAILW");
  if (items.some(({ set }) => held[set] === 1)) return false;
  const kin = pack.wordsIn("KINOF");
  const first = items.slice(0, to).find(({ group }) => group !== null);
  return first !== undefined && isOneOf(tokens, first.from, kin);
}

/** "after twelve years of prison he was sentenced to", where verbs stand last: a term that was served, and not the sentence. */
export function isServed(
  items: readonly Item[],
  trigger: number,
  { classes, pack, tokens }: EventContext,
): boolean {
  if (!pack.isVerbFinal) return false;
  const after = pack.wordsIn("AFTERW");
  const to = pack.wordsIn("TOSENTENCEW");
  for (let at = trigger - 1; at >= Math.max(0, trigger - SERVED_REACH); at--) {
    const { set, from, to: end } = items[at] as Item;
    const words = tokens.form.slice(from, end).join(" ");
    // "After twelve years" is one time.
    if (after.has(words) || after.has(tokens.form.slice(from, from + 2).join(" "))) return true;
    if (to.has(words) || classes.comma[set] === 1 || classes.verbEnd[set] === 1) return false;
  }
  return false;
}

/** Items between "after" and the term. */
const SERVED_REACH = 5;

/** "The lawyers of those executed", "one of the mourners of those hanged": it is told of "those", and not of whom the noun means. */
export function isOfThose(
  items: readonly Item[],
  trigger: number,
  { pack, tokens }: Pick<EventContext, "pack" | "tokens">,
): boolean {
  const { form } = tokens;
  const at = items[trigger]?.from ?? 0;
  const those = pack.wordsIn("OFTHOSEW");
  const isThose = isPairOf(tokens, at - 2, those);
  if (pack.isVerbFinal || !isThose || at < (items[0]?.from ?? 0) + 3) return false;
  const noun = form[at - 3] ?? "";
  return tokens.kind[at - 3] === TOKEN.word && !pack.wordsIn("PARTOFW").has(noun);
}

/** "Arrested with A and B" where verbs stand last: no mark of an object stands behind them, and a preposition before. */
export function isCompany(
  items: readonly Item[],
  { agent, victim }: FrameRow,
  captured: readonly [number, number] | undefined,
  trigger: number,
  { classes, pack }: EventContext,
): boolean {
  if (!pack.isVerbFinal || agent !== "subject" || victim !== "capture") return false;
  const from = captured?.[0] ?? 0;
  if (from === 0 || classes.preposition[items[from - 1]?.set ?? 0] !== 1) return false;
  for (let i = from + 1; i < trigger; i++)
    if (classes.object[items[i]?.set ?? 0] === 1) return false;
  return true;
}

/** A frame of a verb with its doer, which decides nothing else. */
export function isDeed({ agent, kind, modality, after }: FrameRow): boolean {
  return agent === "subject" && kind === undefined && modality === undefined && after === undefined;
}

/** "the |“wicked”| murder": an article, and a word in quotation marks. */
function isQuotedWord(
  items: readonly Item[],
  close: number,
  classes: EventContext["classes"],
): boolean {
  const setAt = (at: number): number => items[at]?.set ?? 0;
  return (
    classes.quoteClose[setAt(close)] === 1 &&
    classes.quoteOpen[setAt(close - 2)] === 1 &&
    classes.determiner[setAt(close - 3)] === 1
  );
}

/** "At the time of arrest A and B were shot": behind "of" the word is a noun, whatever follows. */
export function isNounBehind(
  items: readonly Item[],
  trigger: number,
  { classes, tables, pack, tokens }: EventContext,
): boolean {
  const beside = itemOf(items, trigger - 1);
  const before = beside?.set ?? 0;
  const own = items[trigger]?.set ?? 0;
  // "hanged for a murder he committed", "the “wicked” murder": behind an article stands a noun.
  const isArticle =
    (classes.determiner[before] === 1 || isQuotedWord(items, trigger - 1, classes)) &&
    classes.nominal[own] === 1;
  // "A, an executed protester, …": behind an article the participle describes.
  const isIndefinite = isOneOf(tokens, (beside?.to ?? 0) - 1, pack.wordsIn("INDEF"));
  if (isIndefinite && tables.participle[own] === 1 && !pack.isVerbFinal) return true;
  return (
    (classes.of_[before] === 1 || isArticle) && tables.base[own] === 1 && tables.tensed[own] !== 1
  );
}

/** "Freed from execution and …, they were released", where verbs stand last: behind a preposition the word is a noun, whatever verb follows. */
export function isHeldByPreposition(
  items: readonly Item[],
  trigger: number,
  { ends }: FrameRow,
  { classes, pack }: EventContext,
): boolean {
  if (!pack.isVerbFinal || ends !== "trigger") return false;
  if (classes.nominal[items[trigger]?.set ?? 0] !== 1) return false;
  return classes.preposition[itemOf(items, trigger - 1)?.set ?? 0] === 1;
}

/** "The judge announced that the sentences of ten had been commuted": what was announced is told by the verb behind "that". */
export function isOfContent(
  items: readonly Item[],
  trigger: number,
  { stage, decides }: FrameRow,
  { classes, pack }: EventContext,
): boolean {
  if (pack.isVerbFinal || decides === true || stage !== "sentence-upheld") return false;
  if (classes.that[itemOf(items, trigger + 1)?.set ?? 0] !== 1) return false;
  for (let at = trigger + 2; at < items.length; at++) {
    const { set } = items[at] as Item;
    if (classes.comma[set] === 1 || classes.stop[set] === 1) return false;
    if (classes.aux[set] === 1) return true;
  }
  return false;
}

/** "Their sentences commuted and seven were executed": behind "and" the verb has a number of its own. */
export function isOfOtherNumber(
  items: readonly Item[],
  { from }: PatternMatch,
  trigger: number,
  { classes, tables, pack }: EventContext,
): boolean {
  if (pack.isVerbFinal) return false;
  let at = trigger - 1;
  while (classes.aux[items[at]?.set ?? 0] === 1 || classes.adverb[items[at]?.set ?? 0] === 1) at--;
  const subject = itemOf(items, at);
  const quantity = subject?.quantity ?? subject?.group?.quantity ?? null;
  if (quantity === null || at === trigger - 1 || at - 2 < from) return false;
  const isAnd = classes.and[items[at - 1]?.set ?? 0] === 1;
  return isAnd && tables.participle[items[at - 2]?.set ?? 0] === 1;
}

/** "Do not let him be killed": asked of somebody, no deed. */
export function isProhibition(
  items: readonly Item[],
  start: number,
  { classes }: EventContext,
): boolean {
  if (classes.of("CUE.prohibit")[items[start]?.set ?? 0] !== 1) return false;
  const before = itemOf(items, start - 1);
  return (
    before === undefined ||
    classes.stop[before.set] === 1 ||
    classes.comma[before.set] === 1 ||
    classes.quoteOpen[before.set] === 1
  );
}

/** "gave him two months to raise the money", "three weeks to live": a time that is left, no term. */
export function isGrace(
  items: readonly Item[],
  from: number,
  to: number,
  { classes }: EventContext,
): boolean {
  const length = classes.of("DURATION", "QTYDUR");
  const term = classes.of("PRISONTERM", "SENTENCE");
  const words = items.slice(from, to);
  const next = items[to + 1];
  return (
    words.some(({ set }) => length[set] === 1) &&
    !words.some(({ set }) => term[set] === 1) &&
    classes.of("TO")[items[to]?.set ?? 0] === 1 &&
    next !== undefined &&
    next.quantity === null &&
    length[next.set] !== 1
  );
}

/** "The hanged men were not allowed a last visit": what is refused to somebody is no sign of what is to come. */
export function isDeniedVisit(
  items: readonly Item[],
  from: number,
  to: number,
  { classes }: EventContext,
): boolean {
  const visit = classes.of("LASTVISIT");
  if (!items.slice(from, to).some(({ set }) => visit[set] === 1)) return false;
  return items.slice(Math.max(0, from - 1), to).some(({ set }) => classes.negation[set] === 1);
}

/** "all persons detained", "those arrested": whoever it may be, not an event, unless a time or place makes it one. */
export function isGeneric(
  items: readonly Item[],
  victims: readonly number[],
  start: number,
  end: number,
  context: EventContext,
): boolean {
  const isNameless = victims.every((index) => {
    const group = items[index]?.group;
    return (
      group !== null &&
      group !== undefined &&
      group.quantity === null &&
      group.persons.length === 0 &&
      group.type !== "list" &&
      !group.isIndefinite
    );
  });
  if (!isNameless || victims.length === 0) return false;
  if (isOfOneVerb(items, victims[0] ?? 0, start, context)) return false;
  for (let i = Math.max(0, start - 2); i < Math.min(items.length, end + 6); i++) {
    const set = items[i]?.set ?? 0;
    if (context.classes.time[set] === 1 || context.classes.place[set] === 1) return false;
    if (i >= end && (context.classes.comma[set] === 1 || context.classes.stop[set] === 1)) break;
  }
  const item = items[victims[0] ?? 0] as Item;
  return (
    context.tables.generic[item.set] === 1 ||
    context.pack.wordsIn("GENERICW").has(item.group?.head ?? "")
  );
}

/** "He was convicted of theft and sentenced to death": a pronoun whose verb the second one goes on with means somebody. */
function isOfOneVerb(
  items: readonly Item[],
  subject: number,
  start: number,
  { classes }: EventContext,
): boolean {
  if (items[subject]?.group?.type !== "pronoun" || subject >= start) return false;
  const joint = items[skipLeft(items, start - 1, classes.adverb)]?.set ?? 0;
  // "They were arrested, |beaten|, and jailed": one of a list of verbs.
  const isListed = classes.comma[joint] === 1 && isInVerbList(items, start, classes);
  if (classes.and[joint] !== 1 && !isListed) return false;
  const verb = skipRightOf(items, subject + 1, classes.adverb);
  if (classes.aux[items[verb]?.set ?? 0] !== 1) return false;
  const behind = skipRightOf(items, verb, classes.aux);
  return !items
    .slice(behind, start)
    .some(({ set }) => classes.aux[set] === 1 || classes.subordinator[set] === 1);
}

/** "|beaten|, and jailed": behind the participle the list goes on to an "and" with another one. */
function isInVerbList(
  items: readonly Item[],
  start: number,
  { and, comma, aux, stop, relative, adverb, of }: EventContext["classes"],
): boolean {
  const participles = of("T.part", "ED");
  for (let at = start + 1; at < Math.min(items.length - 1, start + LIST_REACH); at++) {
    const { set } = items[at] as Item;
    if (stop[set] === 1 || aux[set] === 1 || relative[set] === 1) return false;
    if (and[set] !== 1 && comma[set] !== 1) continue;
    const next = items[skipRightOf(items, at + 1, adverb)]?.set ?? 0;
    if (and[next] === 1 && comma[set] === 1) continue;
    if (participles[next] !== 1) return false;
    if (and[set] === 1) return true;
  }
  return false;
}

/** Items from a participle to the "and" that ends its list. */
const LIST_REACH = 12;

function skipRightOf(items: readonly Item[], from: number, members: Uint8Array): number {
  let at = from;
  while (at < items.length && members[items[at]?.set ?? 0] === 1) at++;
  return at;
}

/** "The experts called on the court to free all those held for …": what was said stands between, and is not of the speaker. */
export function isOverCue(
  items: readonly Item[],
  subject: number,
  start: number,
  { classes }: EventContext,
): boolean {
  if (subject < 0) return false;
  for (let at = subject + 1; at < start; at++)
    if (classes.callOp[items[at]?.set ?? 0] === 1) return true;
  return false;
}

/** The word before an accusation is one of justice ("jailed", "sentenced", "arrested"). */
export function isAfter(
  item: Item | undefined,
  kinds: readonly ClaimKind[],
  context: EventContext,
): boolean {
  if (item === undefined) return false;
  if (context.tables.justice[item.set] === 1) return true;
  const rows = item.entry === null ? undefined : context.pack.triggersByWords.get(item.entry.words);
  return rows?.some((entry) => kinds.includes(entry.row.kind)) === true;
}

/** A group and a word or two, as in a heading: it may leave out whom it tells of. */
export function isHeadlineLike(reading: SentenceReading, context: EventContext): boolean {
  return reading.items.length <= 3 && context.classes.group[reading.items[0]?.set ?? 0] === 1;
}

/** "41 of drug offences and 38 of murder": a number of a single act counts those who stand for it, not acts. */
export function isCharge(
  items: readonly Item[],
  trigger: number,
  { classes, pack, tokens }: EventContext,
): boolean {
  if (classes.of_[items[trigger - 1]?.set ?? 0] !== 1) return false;
  const form = tokens.form[(items[trigger]?.to ?? 1) - 1] ?? "";
  return !pack.isVerbFinal && !pack.plurals.suffixes.some((suffix) => form.endsWith(suffix));
}

/** "Those executed for |murder| fell from 282 to 249": the number behind the ground counts those to whom it was done, and no murders. */
export function isGround(
  { parts }: PatternMatch,
  items: readonly Item[],
  trigger: number,
  { classes, pack }: EventContext,
): boolean {
  const [number = -1] = parts["q"] ?? [];
  if (pack.isVerbFinal || number <= trigger) return false;
  const before = items[trigger - 1];
  if (before === undefined || classes.of_[before.set] === 1) return false;
  return (
    classes.preposition[before.set] === 1 ||
    classes.endsInPreposition.has(before.entry?.words ?? "")
  );
}

/** "Of every |ten people| executed, four …": a rate, and no ten who were. */
export function isOfEach(item: Item | undefined, { tokens, pack }: EventContext): boolean {
  const count = item?.group?.quantity ?? item?.quantity ?? null;
  if (item === undefined || count === null || (count.min ?? 0) < 2) return false;
  const every = pack.wordsIn("EVERYW");
  return isOneOf(tokens, item.from, every) || isOneOf(tokens, item.from - 1, every);
}

/** "The guard, who confirmed |the execution of A|, was suspended": the clause with "who" holds what was done, and the verb is of the guard. */
export function isObjectOfWho(
  items: readonly Item[],
  { from }: PatternMatch,
  trigger: number,
  { classes, pack }: EventContext,
): boolean {
  if (pack.isVerbFinal) return false;
  const { aux, be, adverb, adjective, determiner, comma, relative, that, preposition, cue } =
    classes;
  const isOf = (at: number, ...members: readonly Uint8Array[]): boolean =>
    members.some((one) => one[items[at]?.set ?? 0] === 1);
  const skip = (at: number, ...passed: readonly Uint8Array[]): number => {
    let left = at;
    while (left > 0 && isOf(left, ...passed)) left--;
    return left;
  };
  const noun = items.findIndex(({ set }, at) => at >= from && classes.nominal[set] === 1);
  const verb = skip(noun - 1, determiner, adjective, preposition);
  const item = itemOf(items, verb);
  if (item === undefined || item.group !== null || item.name !== null) return false;
  if (isOf(verb, comma, that)) return false;
  const who = skip(verb - 1, aux, adverb);
  const isThat = isOf(who, that) && !isOf(who - 1, cue, aux, be, comma);
  if (who < 1 || !(isThat || isOf(who, relative))) return false;
  if (isOf(skip(trigger - 1, aux, be, adverb), comma)) return isOf(who - 1, comma);
  // "who said the execution of A was suspended |left|": the clause goes on up to the verb of the sentence.
  const { stop, and, subordinator, time } = classes;
  const next = trigger + 1;
  if (isOf(next, comma)) return !isOf(who - 1, comma);
  return next >= items.length || isOf(next, stop, and, subordinator, time, adverb, preposition);
}
