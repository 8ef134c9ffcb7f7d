/**
 * In: a clause that opens with "that", and what stands before it. Out: that nobody holds what it tells to be so ("it is not certain
 * that", "nobody has confirmed that", "the court may find that"), with the word that says it.
 * Never: doubts what is told beside a verb of knowing ("his mother did not know that he was dead").
 */
import { skipLeft } from "./clauseOpenings.ts";
import type { EventContext } from "./event.ts";
import { type Governed, holdsWord } from "./governorBehind.ts";
import { type Item, itemOf } from "./items.ts";
import { isOneOf } from "./wordSets.ts";

/** The modality of the clause whose opening word stands at `that`, where what governs it does not hold it to be so; null else. */
export function unheldContent(
  items: readonly Item[],
  that: number,
  context: EventContext,
): Governed | null {
  if (context.pack.isVerbFinal || that < 1) return null;
  const parallel = parallelThat(items, that, context);
  if (parallel >= 0) {
    const governed = unheldContent(items, parallel, context);
    // "rejected claims that they were beaten|,| and that one was hanged it confirmed": the comma may part the two.
    const isParted = items
      .slice(Math.max(0, that - 3), that)
      .some(({ set }) => context.classes.comma[set] === 1);
    return governed !== null && isParted && hasJoint(items, that, context)
      ? { ...governed, modality: "unclear" }
      : governed;
  }
  const at = skipLeft(items, that - 1, context.classes.adverb);
  const head = itemOf(items, at);
  const last = itemOf(items, that - 1);
  if (head === undefined || last === undefined) return null;
  // "It is not certain that the men were …": the reader of groups took the word for one that opens a noun.
  const own = items[that] as Item;
  const isSwallowed = own.group !== null && !firstIs(own, "THATW", context);
  if (isSwallowed && !firstIs(own, "SUREADJ", context)) return null;
  if (isSwallowed) {
    const denial = denialBefore(items, that, context);
    return denial === null ? null : { modality: "unclear", operator: denial };
  }
  // "so unclear that", "such a doubtful case that": what came of it.
  const isResult = items
    .slice(Math.max(0, that - 4), that)
    .some((one) => firstIs(one, "SOW", context));
  if (isResult) return null;
  if (hasWord(last, "UNSUREADJ", context)) return { modality: "unclear", operator: last };
  const unknown = context.classes.of("UNKNOWNW", "NONEWS");
  if (unknown[last.set] === 1) return { modality: "unclear", operator: last };
  return (
    byAdjective(items, at, head, context) ??
    byVerb(items, at, head, context) ??
    byNoun(items, at, head, context) ??
    byDeniedReport(items, at, context)
  );
}

/** "rejected claims |that| the men were beaten and that one was hanged": the "that" before, which the one behind "and" goes on from; or -1. */
function parallelThat(items: readonly Item[], that: number, context: EventContext): number {
  const { classes } = context;
  if (!firstIs(items[that] as Item, "THATW", context)) return -1;
  let at = that - 1;
  while (at > 0 && (isJoint(items[at], context) || classes.adverb[items[at]?.set ?? 0] === 1)) at--;
  if (!items.slice(at + 1, that).some((item) => isJoint(item, context))) return -1;
  for (let i = at; i >= Math.max(1, that - PARALLEL_REACH); i--) {
    const item = items[i] as Item;
    if (classes.stop[item.set] === 1) return -1;
    // "certain that the men": words before it may be taken into the group.
    const isThat =
      firstIs(item, "THATW", context) || (item.group !== null && isForm(item.from + 1, context));
    if (isThat) return i;
  }
  return -1;
}

/** ", |and| that": not the comma of a row. */
function hasJoint(items: readonly Item[], that: number, { classes }: EventContext): boolean {
  return items.slice(Math.max(0, that - 2), that).some(({ set }) => classes.and[set] === 1);
}

function isForm(token: number, { tokens, pack }: EventContext): boolean {
  return isOneOf(tokens, token, pack.wordsIn("THATW"));
}

function isJoint(item: Item | undefined, { classes }: EventContext): boolean {
  return item !== undefined && (classes.comma[item.set] === 1 || classes.and[item.set] === 1);
}

/** Items between two clauses with "that" which "and" joins. */
const PARALLEL_REACH = 24;

/** "rejected reports in foreign media about |the execution|": a noun of which a denied report tells. */
export function inDeniedReport(
  items: readonly Item[],
  left: number,
  trigger: number,
  context: EventContext,
): Governed | null {
  const { classes, pack } = context;
  if (pack.isVerbFinal || classes.nominal[items[trigger]?.set ?? 0] !== 1) return null;
  let at = Math.min(left, trigger) - 1;
  while (classes.determiner[itemOf(items, at)?.set ?? 0] === 1) at--;
  const about = itemOf(items, at);
  if (about === undefined || !hasWord(about, "REPORTABOUTW", context)) return null;
  const isBroken = ({ set }: Item): boolean =>
    classes.stop[set] === 1 || classes.comma[set] === 1 || classes.relative[set] === 1;
  const noun = lastWith(items, at, "NEWSREPORTN", context, isBroken);
  const denied = noun < 0 ? null : byDeniedReport(items, noun, context);
  // "did not reject reports", "a court rejected the report as evidence": no denial.
  const verb = denied === null ? -1 : items.indexOf(denied.operator);
  const isOther = items
    .slice(Math.max(0, verb - NOT_REACH), Math.max(0, verb))
    .some((one) => classes.negation[one.set] === 1 || hasWord(one, "COURTHEAD", context));
  return isOther ? null : denied;
}

/** Items before a verb of denying that take it back, or do it. */
const NOT_REACH = 4;

/** "rejected a report by the group that", "dismissed as invented the claim of A that": whoever denies it does not tell it. */
function byDeniedReport(
  items: readonly Item[],
  at: number,
  context: EventContext,
): Governed | null {
  const { classes } = context;
  const isBroken = ({ set }: Item): boolean =>
    classes.stop[set] === 1 || classes.comma[set] === 1 || classes.relative[set] === 1;
  const noun = lastWith(items, at, "CLAIMEDN", context, isBroken);
  if (noun < 0) return null;
  const denial = lastWith(items, noun - 1, "DENYREPORTW", context, isBroken);
  if (denial < 0) return null;
  const isOtherVerb = items
    .slice(denial + 1, at + 1)
    .some((item) => item !== items[noun] && classes.aux[item.set] === 1);
  return isOtherVerb ? null : { modality: "negated", operator: items[denial] as Item };
}

/** The nearest item from `from` on leftwards that ends in a word of the class, with nothing that breaks between; or -1. */
function lastWith(
  items: readonly Item[],
  from: number,
  name: string,
  context: EventContext,
  isBroken: (item: Item) => boolean,
): number {
  for (let i = from; i >= Math.max(0, from - REPORT_REACH); i--) {
    const item = items[i] as Item;
    if (hasWord(item, name, context) || firstIs(item, name, context)) return i;
    if (isBroken(item)) return -1;
  }
  return -1;
}

/** Items between a denial, the report and its "that". */
const REPORT_REACH = 6;

/** "It is doubtful that", "is not certain that", "is untrue that". */
function byAdjective(
  items: readonly Item[],
  at: number,
  head: Item,
  context: EventContext,
): Governed | null {
  const isWord = (name: string): boolean => hasWord(head, name, context);
  const denial = denialBefore(items, at, context);
  if (isWord("FALSEADJ"))
    return { modality: denial === null ? "negated" : "unclear", operator: head };
  if (denial === null) return null;
  if (isWord("TRUEADJ")) return { modality: "negated", operator: denial };
  return isWord("SUREADJ") ? { modality: "unclear", operator: denial } : null;
}

/** "did not confirm that", "nobody has said that", "refused to believe that", "may find that", "it may be that". */
function byVerb(
  items: readonly Item[],
  at: number,
  head: Item,
  context: EventContext,
): Governed | null {
  const { classes, pack, tokens } = context;
  const form = tokens.form[head.to - 1] ?? "";
  const isVouching = holdsWord(head, "VERIFIEDW", context) || pack.wordsIn("CANTELL").has(form);
  const isBe = classes.aux[head.set] === 1;
  if (!isVouching && !isBe && !pack.wordsIn("UNSAIDV").has(form)) return null;
  let modal: string | null = null;
  let before = at - 1;
  for (; before >= Math.max(0, at - AUX_REACH); before--) {
    const item = items[before] as Item;
    // "did not only confirm that": it did.
    if (hasWord(item, "ONLYW", context)) return null;
    if (classes.negation[item.set] === 1) return { modality: "unclear", operator: item };
    const first = tokens.form[item.from] ?? "";
    if (pack.wordsIn("MAYSAY").has(first)) modal = first;
    else if (classes.aux[item.set] !== 1 && classes.adverb[item.set] !== 1) break;
  }
  // "could show that": was able to.
  const isAble = modal !== null && pack.wordsIn("CANW").has(modal);
  const isShown = isAble && pack.wordsIn("SHOWV").has(form);
  if (modal !== null && !isVouching && !isShown)
    return { modality: "hypothetical", operator: head };
  if (isBe) return null;
  const refusal = refusalBefore(items, at, context) ?? nobodyBefore(items, before, context);
  return refusal === null ? null : { modality: "unclear", operator: refusal };
}

/** "There is little evidence that", "had to correct its report that". */
function byNoun(
  items: readonly Item[],
  at: number,
  head: Item,
  context: EventContext,
): Governed | null {
  const { classes } = context;
  const isKnowing = hasWord(head, "KNOWINGN", context);
  const isReport = holdsWord(head, "REPORTN", context);
  if (!isKnowing && !isReport) return null;
  if (isKnowing && firstIs(head, "LITTLEW", context))
    return { modality: "unclear", operator: head };
  for (let i = at - 1; i >= Math.max(0, at - NOUN_REACH); i--) {
    const item = items[i] as Item;
    const isDoubted =
      (isKnowing && hasWord(item, "LITTLEW", context)) ||
      (isReport && hasWord(item, "RETRACTW", context));
    if (isDoubted) return { modality: "unclear", operator: item };
    if (classes.determiner[item.set] !== 1 && classes.adjective[item.set] !== 1) return null;
  }
  return null;
}

/** Auxiliaries and adverbs before a verb. */
const AUX_REACH = 4;

/** Items before a noun that say how little of it there is. */
const NOUN_REACH = 4;

/** "not certain", "far from certain"; "not widely known" is known. */
function denialBefore(items: readonly Item[], at: number, context: EventContext): Item | null {
  const { classes } = context;
  for (let i = at - 1; i >= Math.max(0, at - AUX_REACH); i--) {
    const item = items[i] as Item;
    if (hasWord(item, "WIDELYW", context)) return null;
    if (classes.negation[item.set] === 1 || isPhrase(items, i, "FARFROM", context)) return item;
    if (classes.aux[item.set] !== 1 && classes.adverb[item.set] !== 1) return null;
  }
  return null;
}

/** "refused to believe", "it would be wrong to say". */
function refusalBefore(items: readonly Item[], at: number, context: EventContext): Item | null {
  const { classes, pack, tokens } = context;
  const last = items[at - 1];
  if (last === undefined) return null;
  const isTo = classes.to[last.set] === 1 && last.to - last.from === 1;
  const item = isTo ? items[at - 2] : last;
  if (item === undefined || (!isTo && !isOneOf(tokens, item.to - 1, pack.wordsIn("TOW"))))
    return null;
  const words = tokens.form.slice(item.from, item.to);
  const refuses = pack.wordsIn("REFUSEV");
  return refuses.has(words[0] ?? "") || refuses.has(words.slice(0, 2).join(" ")) ? item : null;
}

/**
 * "Nobody has confirmed", "no official said", "none of the agencies said", "neither the court nor the police confirmed": the phrase
 * that ends right before the verb is nobody. "There was no trial and witnesses said" has another.
 */
function nobodyBefore(items: readonly Item[], from: number, context: EventContext): Item | null {
  const { classes } = context;
  const isNobody = (item: Item | undefined): boolean =>
    item !== undefined &&
    (firstIs(item, "NOBODYW", context) || classes.neither[item.set] === 1) &&
    (item.group !== null || item.to - item.from === 1);
  for (let i = from; i >= 0; ) {
    const item = items[i] as Item;
    if (isNobody(item)) return item;
    let joint = i - 1;
    if (item.group === null && item.name === null) {
      const isWord = ({ set }: Item): boolean =>
        classes.adjective[set] === 1 ||
        classes.determiner[set] === 1 ||
        (classes.structural[set] !== 1 && classes.verb[set] !== 1 && classes.aux[set] !== 1);
      if (!isWord(item)) return null;
      while (joint > i - 3 && joint > 0 && isWord(items[joint] as Item) && !isNobody(items[joint]))
        joint--;
    }
    const before = items[joint];
    if (before === undefined || isNobody(before)) return before ?? null;
    if (classes.of_[before.set] !== 1 && !hasWord(before, "NORW", context)) return null;
    i = joint - 1;
  }
  return null;
}

function hasWord(item: Item, name: string, { tokens, pack }: EventContext): boolean {
  return isOneOf(tokens, item.to - 1, pack.wordsIn(name));
}

function firstIs(item: Item, name: string, { tokens, pack }: EventContext): boolean {
  return isOneOf(tokens, item.from, pack.wordsIn(name));
}

function isPhrase(
  items: readonly Item[],
  at: number,
  name: string,
  { tokens, pack }: EventContext,
): boolean {
  const { from, to } = items[at] as Item;
  const words = pack.wordsIn(name);
  const { form } = tokens;
  return (
    words.has(form.slice(from, to).join(" ")) ||
    words.has(`${form[from - 1] ?? ""} ${form[from] ?? ""}`)
  );
}
