/**
 * In: an event that no operator near it decides. Out: what the clause it stands in says of it: the noun or verb that
 * its "that" hangs on, a present that is yet to come, a supposing sentence.
 * Never: takes what somebody was told, found or said for a rumour; reads over a comma or a quotation mark.
 */
import { skipLeft } from "./clauseOpenings.ts";
import type { EventContext } from "./event.ts";
import { deniedTogether } from "./deniedTogether.ts";
import { deedBeforeSaying } from "./governorAside.ts";
import { calledLie, dismissedAsLie } from "./eventLies.ts";
import {
  BEHIND_REACH,
  CONTENT_REACH,
  type EventPlace,
  type Governed,
  endsContent,
  accusedToo,
  acquitted,
  causedOrBidden,
  deedAsSubject,
  chargedApart,
  holdsWord,
  isForm,
  isModifier,
  isWord,
  missed,
  requested,
  stillToCome,
  supposedNoun,
  supposedTrend,
  uncommitted,
  unknownVerb,
  wantedDone,
} from "./governorBehind.ts";
import { matterOfTime } from "./governorChance.ts";
import { dreadedDeath } from "./governorDread.ts";
import { ensured } from "./governorEnsure.ts";
import { behindIf, scheduledBehind } from "./governorFinal.ts";
import { keptFrom } from "./governorKept.ts";
import { letDo } from "./governorLet.ts";
import { surmised } from "./governorSurmise.ts";
import { deedInGeneral, supposedCount, supposedRank } from "./governorSupposed.ts";
import { inDeniedReport, unheldContent } from "./governorThat.ts";
import { type Item, itemOf } from "./items.ts";
import { isOneOf } from "./wordSets.ts";

/** What the clause around an event makes of it, or null where it is told as such. */
export function governorOf(
  items: readonly Item[],
  place: EventPlace,
  context: EventContext,
): Governed | null {
  const left = place.subject >= 0 ? Math.min(place.start, place.subject) : place.start;
  return (
    supposedBySentence(items, context) ??
    dismissedAsLie(items, place.trigger, context) ??
    behindIf(items, place.trigger, context) ??
    scheduledBehind(items, place.trigger, context) ??
    surmised(items, place.trigger, context) ??
    underIf(items, place, context) ??
    timeFor(items, left, context) ??
    inFiction(items, left, context) ??
    confirmedByCourt(items, place.trigger, context) ??
    ensured(items, left, place.trigger, context) ??
    keptFrom(items, place.trigger, context) ??
    deniedTogether(items, place.trigger, context) ??
    contentOf(items, left, place.trigger, context) ??
    inDeniedReport(items, left, place.trigger, context) ??
    unheld(items, left, place.trigger, context) ??
    contentShared(items, left, place, context) ??
    feared(items, left, context) ??
    stillToCome(items, left, place.trigger, context) ??
    deedAsSubject(items, place, context) ??
    deedBeforeSaying(items, place, context) ??
    dreadedDeath(items, place, context) ??
    uncommitted(items, place.trigger, context) ??
    matterOfTime(items, place.trigger, context) ??
    supposedNoun(items, left, place.trigger, context) ??
    unknownVerb(items, place.trigger, context) ??
    supposedTrend(items, place.trigger, context) ??
    supposedCount(items, place.trigger, context) ??
    supposedRank(items, place.trigger, context) ??
    deedInGeneral(items, place.trigger, context) ??
    letDo(items, left, place, context) ??
    causedOrBidden(items, left, place, context) ??
    wantedDone(items, left, place.start, context) ??
    requested(items, left, place.trigger, context) ??
    acquitted(items, place.trigger, context) ??
    accusedToo(items, place.trigger, context) ??
    chargedApart(items, place.trigger, context) ??
    missed(items, place.trigger, context)
  );
}

/** "Imagine that a state executed four people a day": all of the sentence is supposed. */
export function supposedBySentence(items: readonly Item[], context: EventContext): Governed | null {
  const at = items.findIndex(({ set }) => context.classes.quoteOpen[set] !== 1);
  const first = items[at];
  if (first === undefined) return null;
  const isSupposed = isWord(first, "SUPPOSING", context) || isInverted(items, at, context);
  return isSupposed ? { modality: "hypothetical", operator: first } : null;
}

/** "Had it been shown that …, the court would …": a condition without "if". */
function isInverted(items: readonly Item[], at: number, context: EventContext): boolean {
  const next = items[at + 1];
  return (
    isWord(items[at] as Item, "INVERTED", context) &&
    next !== undefined &&
    (next.group !== null || next.name !== null)
  );
}

/** "The execution of X was confirmed by the Supreme Court": courts confirm sentences; whether it was carried out is not said. */
function confirmedByCourt(
  items: readonly Item[],
  trigger: number,
  context: EventContext,
): Governed | null {
  const { classes, pack, tokens } = context;
  if (pack.isVerbFinal || classes.nominal[items[trigger]?.set ?? 0] !== 1) return null;
  for (let at = trigger + 1; at < Math.min(items.length - 1, trigger + COURT_REACH); at++) {
    const item = items[at] as Item;
    if (classes.comma[item.set] === 1 || classes.stop[item.set] === 1) return null;
    if (!holdsWord(item, "CONFIRMW", context)) continue;
    const isBy = isOneOf(tokens, item.to - 1, pack.wordsIn("BYW"));
    const by = isBy ? at : at + 1;
    if (!isBy && classes.by[items[by]?.set ?? 0] !== 1) return null;
    return items.slice(by + 1, by + 4).some((one) => holdsWord(one, "COURTHEAD", context))
      ? { modality: "unclear", operator: item }
      : null;
  }
  return null;
}

/** Items between an execution and the court that confirms it. */
const COURT_REACH = 8;

/** "It is time the state hanged him": a wish, whatever the tense. */
function timeFor(
  items: readonly Item[],
  left: number,
  { classes, pack }: EventContext,
): Governed | null {
  const that = itemOf(items, left - 1);
  const before =
    that !== undefined && classes.that[that.set] === 1 ? itemOf(items, left - 2) : that;
  return !pack.isVerbFinal && before !== undefined && classes.of("CUE.timeto")[before.set] === 1
    ? { modality: "called-for", operator: before }
    : null;
}

/** "If the Supreme Court confirms the verdict, …": whoever does it stands between the word and what is done. */
function underIf(
  items: readonly Item[],
  { start, subject }: EventPlace,
  { classes, pack }: EventContext,
): Governed | null {
  if (pack.isVerbFinal || subject >= 0) return null;
  for (let at = start - 1; at >= Math.max(0, start - IF_REACH); at--) {
    const item = items[at] as Item;
    if (classes.conditional[item.set] === 1) return { modality: "hypothetical", operator: item };
    if (item.group === null && item.name === null && classes.determiner[item.set] !== 1)
      return null;
  }
  return null;
}

/** Items between "if" and the verb: whoever does it. */
const IF_REACH = 4;

/** "a film in which five men are hanged": the clause tells what is shown there. */
function inFiction(items: readonly Item[], left: number, context: EventContext): Governed | null {
  const { tokens, pack } = context;
  const opener = items[left - 1];
  if (pack.isVerbFinal || opener === undefined) return null;
  const words = tokens.form.slice(Math.max(0, opener.to - 3), opener.to);
  return pack.wordsIn("FICTIONN").has(words[0] ?? "") &&
    pack.wordsIn("INWHICHW").has(words.slice(1).join(" "))
    ? { modality: "hypothetical", operator: opener }
    : null;
}

/** "allegations that two men were hanged", "rumours on social media that …", "rejected the claim that …". */
function contentOf(
  items: readonly Item[],
  left: number,
  trigger: number,
  context: EventContext,
): Governed | null {
  return contentAt(items, openerBefore(items, left, context), trigger, context);
}

/** "denied that A |and said| that B", "but confirmed that B": a verb of its own, which does not deny. */
function goesOnSaying(items: readonly Item[], at: number, context: EventContext): boolean {
  const { classes } = context;
  const item = items[at] as Item;
  const { set } = item;
  if (classes.says[set] !== 1 || classes.negOp[set] === 1) return false;
  if (holdsWord(item, "DENYREPORTW", context)) return false;
  const before = items[skipLeft(items, at - 1, classes.adverb)]?.set ?? 0;
  return classes.and[before] === 1 || classes.but[before] === 1;
}

/** What the noun or verb makes of the clause that the item `opener` opens. */
function contentAt(
  items: readonly Item[],
  opener: number,
  trigger: number,
  context: EventContext,
): Governed | null {
  if (opener < 0 || isRelativeThat(items, opener, context)) return null;
  if (isAside(items, opener, trigger, context)) return null;
  const lie = calledLie(items, opener, trigger, context);
  if (lie !== null) return lie;
  for (let at = opener; at >= Math.max(0, opener - CONTENT_REACH); at--) {
    const item = items[at] as Item;
    if (at < opener && endsContent(item, context)) return null;
    if (goesOnSaying(items, at, context)) return null;
    if (context.classes.negOp[item.set] === 1 && item.to - item.from > 1) {
      // "nobody denies that": it is so.
      if (isSaidByNone(items, at, context)) return null;
      // "did not deny that": no denial.
      return { modality: isDenied(items, at, context) ? "unclear" : "negated", operator: item };
    }
    if (holdsWord(item, "PROOFN", context) && deniedAt(items, at, context) !== null)
      return { modality: "unclear", operator: item };
    const modality = holdsWord(item, "CLAIMN", context)
      ? "alleged"
      : holdsWord(item, "DOUBTN", context)
        ? "unclear"
        : null;
    if (modality === null) continue;
    const denial = deniedAt(items, at, context);
    // "there is no doubt that", "no one doubts that": held to be so.
    if (holdsWord(item, "DOUBTW", context) && (denial !== null || isUndoubted(items, at, context)))
      return null;
    // "Nobody would deny rumours that": rumours they are.
    const isRebutted = denial !== null && !isSaidByNone(items, items.indexOf(denial), context);
    return isRebutted ? { modality: "negated", operator: denial } : { modality, operator: item };
  }
  const told = items[opener] as Item;
  if (isUnvouched(items, opener, context)) return { modality: "unclear", operator: told };
  return isUnconfirmed(items, trigger, context) ? { modality: "unclear", operator: told } : null;
}

/** "It is not true |that| A was hanged |and| B was shot": the second clause of the same "that", with a subject of its own. */
function contentShared(
  items: readonly Item[],
  left: number,
  { subject, trigger }: EventPlace,
  context: EventContext,
): Governed | null {
  const { classes, pack } = context;
  const isOwn = subject >= 0 && subject < trigger;
  if (pack.isVerbFinal || !isOwn || classes.and[itemOf(items, left - 1)?.set ?? 0] !== 1)
    return null;
  // ", and B was shot": told beside it.
  if (classes.comma[itemOf(items, left - 2)?.set ?? 0] === 1) return null;
  for (let at = left - 2; at >= Math.max(0, left - SHARED_REACH); at--) {
    const item = items[at] as Item;
    if (classes.stop[item.set] === 1 || classes.but[item.set] === 1) return null;
    if (!isForm(item.to - 1, "THATW", context) && !isForm(item.from, "THATW", context)) continue;
    return contentAt(items, at, trigger, context) ?? unheldContent(items, at, context);
  }
  return null;
}

/** Items between "that" and the second clause it opens. */
const SHARED_REACH = 20;

/** "relatives feared he had been executed", "afraid that he had been": nobody says that it was done. */
function feared(items: readonly Item[], left: number, context: EventContext): Governed | null {
  if (context.pack.isVerbFinal) return null;
  const before = itemOf(items, left - 1);
  const isThat = before !== undefined && isForm(before.to - 1, "THATW", context);
  const verb = isThat && before.to - before.from === 1 ? itemOf(items, left - 2) : before;
  return verb !== undefined && holdsWord(verb, "FEARV", context)
    ? { modality: "unclear", operator: verb }
    : null;
}

/** "no sign that the attack, which killed three, was planned": what stands beside the noun is told as such. */
function isAside(
  items: readonly Item[],
  opener: number,
  trigger: number,
  { classes }: EventContext,
): boolean {
  for (let at = opener + 2; at < trigger; at++)
    if (classes.relative[items[at]?.set ?? 0] === 1 && classes.comma[items[at - 1]?.set ?? 0] === 1)
      return true;
  return false;
}

/** "responsibility for the attack that killed five": the word hangs on a thing with its article, not on what is claimed. */
function isRelativeThat(items: readonly Item[], opener: number, context: EventContext): boolean {
  const noun = items[opener - 1];
  if (noun === undefined || noun.group !== null || noun.name !== null) return false;
  if (context.pack.isVerbFinal || !HELD.every((name) => !holdsWord(noun, name, context)))
    return false;
  let at = opener - 2;
  while (at >= 0 && isModifier(items[at] as Item, context)) at--;
  const article = items[at];
  return (
    article !== undefined &&
    context.tables.opensNoun[article.set] === 1 &&
    (context.tables.thing[noun.set] === 1 || context.tables.violentThing[noun.set] === 1)
  );
}

/** Nouns that what is said can hang on. */
const HELD = ["CLAIMN", "DOUBTN", "PROOFN", "REPORTN"];

/** Item that opens the content clause whose first word is at `left`: "that" itself, or a group or phrase that holds it. */
function openerBefore(items: readonly Item[], left: number, context: EventContext): number {
  const own = items[left];
  if (own !== undefined && own.group !== null && isForm(own.from, "THATW", context)) return left;
  // "reports that the younger one, A, had been hanged".
  const isApposed =
    context.classes.comma[itemOf(items, left - 1)?.set ?? 0] === 1 &&
    (own?.group?.persons.length ?? 0) > 0;
  const last = isApposed ? left - 2 : left - 1;
  for (let at = last; at > Math.max(-1, last - OPENER_REACH); at--) {
    const item = items[at] as Item;
    if (isForm(item.to - 1, "THATW", context)) return at;
    if (!isWithinClause(item, context)) return -1;
  }
  return -1;
}

const OPENER_REACH = 4;

/** "It is not certain that the guards …": also where the word before "that" was taken into a group. */
function unheld(
  items: readonly Item[],
  left: number,
  trigger: number,
  context: EventContext,
): Governed | null {
  const isSwallowed = (item: Item | undefined): boolean =>
    item !== undefined && item.group !== null && isForm(item.from + 1, "THATW", context);
  // "It is far from certain that police arrested": the doer stands right before the verb.
  const opener =
    [left, trigger - 1].find((at) => isSwallowed(items[at])) ?? openerBefore(items, left, context);
  if (opener < 0 || isPresupposed(items, opener, trigger, context)) return null;
  return unheldContent(items, opener, context);
}

/** "It is not clear that the men hanged on Monday had lawyers", "that those who were hanged had confessed": only the later is doubted. */
function isPresupposed(
  items: readonly Item[],
  opener: number,
  trigger: number,
  { classes }: EventContext,
): boolean {
  let verb = trigger;
  while (
    classes.aux[items[verb - 1]?.set ?? 0] === 1 ||
    classes.adverb[items[verb - 1]?.set ?? 0] === 1
  )
    verb--;
  if (verb > opener + 1 && classes.relative[items[verb - 1]?.set ?? 0] === 1) return true;
  // A participle behind those it tells of, whose own verb follows; "police killed five men" has its object behind it.
  const isActive = (items[trigger + 1]?.group ?? null) !== null;
  if (verb < trigger || isActive || (items[trigger - 1]?.group ?? null) === null) return false;
  for (let at = trigger + 1; at < items.length; at++) {
    const { set } = items[at] as Item;
    if (classes.aux[set] === 1) return true;
    if (
      classes.structural[set] === 1 &&
      classes.preposition[set] !== 1 &&
      classes.place[set] !== 1 &&
      classes.time[set] !== 1
    )
      return false;
  }
  return false;
}

function isWithinClause({ set }: Item, { classes }: EventContext): boolean {
  return (
    classes.determiner[set] === 1 ||
    classes.adjective[set] === 1 ||
    classes.adverb[set] === 1 ||
    classes.quantity[set] === 1 ||
    classes.time[set] === 1
  );
}

/** "little doubt", "no one doubts". */
function isUndoubted(items: readonly Item[], at: number, context: EventContext): boolean {
  const before = itemOf(items, at - 1);
  if (before === undefined) return false;
  const { tokens, pack } = context;
  const form = tokens.form[before.to - 1] ?? "";
  return before.group?.isNobody === true || pack.wordsIn("LITTLEW").has(form);
}

/** "not", "nobody" before a verb of denying. */
function isDenied(items: readonly Item[], verb: number, { classes }: EventContext): boolean {
  for (let at = verb - 1; at >= Math.max(0, verb - 3); at--)
    if (classes.no[items[at]?.set ?? 0] === 1) return true;
  return false;
}

/** "nobody denies", "few would deny". */
function isSaidByNone(items: readonly Item[], verb: number, context: EventContext): boolean {
  const { classes, pack, tokens } = context;
  if (pack.isVerbFinal) return false;
  let at = verb - 1;
  while (classes.aux[items[at]?.set ?? 0] === 1 || classes.adverb[items[at]?.set ?? 0] === 1) at--;
  const subject = items[at];
  if (subject === undefined) return false;
  return subject.group?.isNobody === true || isOneOf(tokens, subject.from, pack.wordsIn("FEWW"));
}

/** "denied rumours that", "there is no evidence for the claim that". */
function deniedAt(items: readonly Item[], noun: number, context: EventContext): Item | null {
  const { classes } = context;
  for (let at = noun - 1; at >= Math.max(0, noun - BEHIND_REACH); at--) {
    const item = items[at] as Item;
    if (classes.comma[item.set] === 1 || classes.stop[item.set] === 1) return null;
    if (classes.negation[item.set] === 1 || holdsWord(item, "NOWORD", context)) return item;
    if (holdsWord(item, "REBUTW", context)) return item;
  }
  return null;
}

/** "has not been able to confirm reports that": whoever tells it does not vouch for it. */
function isUnvouched(items: readonly Item[], opener: number, context: EventContext): boolean {
  let isReport = false;
  let isConfirm = false;
  for (let at = opener; at >= Math.max(0, opener - BEHIND_REACH); at--) {
    const item = items[at] as Item;
    if (context.classes.comma[item.set] === 1 || context.classes.stop[item.set] === 1) return false;
    if (holdsWord(item, "REPORTN", context)) isReport = true;
    else if (isReport && holdsWord(item, "VERIFIEDW", context)) isConfirm = true;
    else if (
      isConfirm &&
      (context.classes.negation[item.set] === 1 || context.classes.hypOp[item.set] === 1)
    )
      return true;
  }
  return false;
}

/** "… could not be confirmed": nobody vouches for it. */
function isUnconfirmed(items: readonly Item[], trigger: number, context: EventContext): boolean {
  let isNegated = false;
  for (let at = trigger + 1; at < Math.min(items.length, trigger + BEHIND_REACH); at++) {
    const item = items[at] as Item;
    if (endsContent(item, context) || context.classes.and[item.set] === 1) return false;
    if (context.classes.negation[item.set] === 1) isNegated = true;
    if (isNegated && holdsWord(item, "VERIFIEDW", context)) return true;
  }
  return false;
}
