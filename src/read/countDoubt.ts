/**
 * In: an event with the number read for it. Out: whether others belong to it whom that number leaves out, or the number
 * word ranks or spaces instead of counting.
 * Never: mends a number; a doubtful one is left out with a note.
 */
import type { Quantity } from "../model/claim.ts";
import { skipLeft } from "./clauseOpenings.ts";
import type { EventContext, ReadEvent } from "./event.ts";
import { sharesVerb } from "./eventShared.ts";
import { type Item, itemOf } from "./items.ts";
import { isOneOf } from "./wordSets.ts";

/** Whether the number is doubtful where the event stands. */
export function isCountDoubtful(
  event: ReadEvent,
  quantity: Quantity,
  items: readonly Item[],
  context: Pick<EventContext, "tokens" | "pack" | "classes">,
): boolean {
  if (quantity.measure !== "count") return false;
  return (
    disagrees(event, quantity, items, context) ||
    hasPartnerBefore(event, items, context) ||
    hasPartnerBehind(event, items, context) ||
    isRanked(event, quantity, items, context) ||
    isSpaced(event, items, context.pack.isVerbFinal) ||
    isOfTerms(event, items, context) ||
    hasPartnerInPart(event, items, context) ||
    isAboutWhole(event, items, context) ||
    runsOver(event, items, context)
  );
}

type DoubtContext = Parameters<typeof isCountDoubtful>[3];

/** "an Afghan citizen were hanged": one person with a plural verb is the last of several. */
function disagrees(
  { victims, trigger, subsetOf }: ReadEvent,
  quantity: Quantity,
  items: readonly Item[],
  context: DoubtContext,
): boolean {
  const last = victims.at(-1);
  // "Five, one of them a woman, were hanged": the verb is that of the five.
  if (subsetOf !== null) return false;
  if (quantity.max !== 1 || last === undefined || last >= trigger || victims.length > 1)
    return false;
  const group = items[last]?.group ?? null;
  if (group !== null && (group.type === "pronoun" || group.persons.length > 1)) return false;
  if (context.pack.isVerbFinal) return endsInPlural(last, trigger, items, context);
  const verb = items[skipLeft(items, trigger - 1, context.classes.adverb)];
  return verb !== undefined && isForm(verb.from, "PLURALBE", context);
}

/** The verb stands behind: the last word of the act, or of what carries it. An object's number says nothing of the verb. */
function endsInPlural(
  victim: number,
  trigger: number,
  items: readonly Item[],
  context: DoubtContext,
): boolean {
  const object = context.classes.of("OBJECT");
  if (object[items[victim + 1]?.set ?? 0] === 1) return false;
  if (items[victim]?.group?.quantity != null && sharesVerb(items, victim, context)) return false;
  return [items[trigger], items[trigger + 1]].some(
    (item) => item !== undefined && isForm(item.to - 1, "PLURALBE", context),
  );
}

/** "The robber and four accomplices were held", "three in Bukan and two in Kamyaran were shot": only one half was read. */
function hasPartnerBefore(
  { victims, trigger }: ReadEvent,
  items: readonly Item[],
  context: DoubtContext,
): boolean {
  const { classes } = context;
  const [first] = victims;
  if (first === undefined || victims.length > 1 || first >= trigger) return false;
  const beside = items[trigger - 1]?.group?.quantity ?? null;
  // "Founder Asahara, 6 followers hanged": a list whose last part stands at the verb.
  if (beside !== null && beside.min !== 1 && classes.comma[items[trigger - 2]?.set ?? 0] === 1)
    return first < trigger - 2;
  for (let at = first + 1; at < trigger - 1; at++) {
    const item = items[at] as Item;
    if (
      classes.comma[item.set] === 1 ||
      classes.verb[item.set] === 1 ||
      classes.relative[item.set] === 1
    )
      break;
    const next = items[at + 1];
    if (
      isForm(item.from, "ANDW", context) &&
      next !== undefined &&
      (next.group ?? next).quantity !== null
    )
      return true;
  }
  const joint = itemOf(items, first - 1);
  const partner = itemOf(items, first - 2);
  if (first === 2 && classes.comma[joint?.set ?? 0] === 1 && partner?.group !== null) return true;
  if (joint === undefined || partner === undefined || !isForm(joint.from, "ANDW", context))
    return false;
  const isPartner =
    classes.group[partner.set] === 1 ||
    partner.name !== null ||
    classes.of("CAP")[partner.set] === 1 ||
    classes.close[partner.set] === 1 ||
    classes.quoteClose[partner.set] === 1 ||
    classes.dash[partner.set] === 1;
  if (!isPartner) return false;
  return !holdsVerb(items, first - 2, context);
}

/** "sentenced to two consecutive life sentences": terms of one person, not people. */
function isOfTerms(
  { kind, trigger }: ReadEvent,
  items: readonly Item[],
  { classes }: DoubtContext,
): boolean {
  if (kind !== "arrest" || classes.imprisoned[items[trigger]?.set ?? 0] !== 1) return false;
  for (let at = trigger - 1; at >= Math.max(0, trigger - TERM_REACH); at--) {
    const item = items[at] as Item;
    if ((item.group ?? item).quantity !== null) return classes.to[items[at - 1]?.set ?? 0] === 1;
  }
  return false;
}

/** Items between the number and the word for a term. */
const TERM_REACH = 4;

/** A verb of the same clause stands before: what is joined is a clause of its own. */
function holdsVerb(items: readonly Item[], from: number, { classes }: DoubtContext): boolean {
  for (let at = from; at >= Math.max(0, from - CLAUSE_REACH); at--) {
    const { set } = items[at] as Item;
    if (classes.stop[set] === 1) return false;
    if (classes.verb[set] === 1 || classes.aux[set] === 1) return true;
  }
  return false;
}

/** How far back, in items, a clause is looked for its verb. */
const CLAUSE_REACH = 24;

/** "died with her two sons", "detained X together with two nephews". */
function hasPartnerBehind(
  { victims, trigger }: ReadEvent,
  items: readonly Item[],
  context: DoubtContext,
): boolean {
  const { classes } = context;
  const last = Math.max(...victims);
  const from = context.pack.isVerbFinal ? last : Math.max(trigger, last);
  if (from > trigger && isJoinedBehind(items, from, context)) return true;
  for (let at = from + 1; at < Math.min(items.length - 1, from + PARTNER_REACH); at++) {
    const item = items[at] as Item;
    if (
      classes.comma[item.set] === 1 ||
      classes.stop[item.set] === 1 ||
      classes.and[item.set] === 1
    )
      return false;
    // "were injured as police clashed with protesters": of another verb.
    const isVerb = classes.verb[item.set] === 1 || classes.trigger[item.set] === 1;
    if (isVerb && !context.pack.isVerbFinal) return false;
    if (!isForm(item.from, "WITHW", context) && !isForm(item.to - 1, "WITHW", context)) continue;
    const partner =
      classes.determiner[items[at + 1]?.set ?? 0] === 1 ? items[at + 2] : items[at + 1];
    const bare = context.pack.isVerbFinal ? partner?.quantity : null;
    const count = partner?.group?.quantity ?? bare ?? null;
    // "arrested along with her husband": he was arrested, too, while "with" alone may only go beside.
    const isShared = item.to - item.from > 1 && !context.pack.isVerbFinal;
    const isCounted = count !== null || (isShared && (partner?.group ?? null) !== null);
    return partner?.group?.type !== "institution" && isCounted;
  }
  return false;
}

const PARTNER_REACH = 6;

/** "kills journalist and her two sons", "my brother, his wife and their three children": groups joined to the object. */
function isJoinedBehind(items: readonly Item[], victim: number, context: DoubtContext): boolean {
  const { classes } = context;
  for (let at = victim + 1; at < Math.min(items.length - 1, victim + JOINT_REACH); at++) {
    const item = items[at] as Item;
    if (isForm(item.from, "ANDW", context))
      return (
        !sharesCount(items[victim], items[at + 1], context) && opensPartner(items, at + 1, context)
      );
    // "the mayor of a town and eleven councillors", "A, alias "B", and a boy".
    const isOf = classes.of_[item.set] === 1 && !context.pack.isVerbFinal;
    const opens = isOf || classes.comma[item.set] === 1;
    if (at === victim + 1 ? !opens : !isOf && !isApposed(item, context)) return false;
  }
  return false;
}

/** "injured 80 residents and bystanders": one number before two bare nouns counts both. */
function sharesCount(
  counted: Item | undefined,
  partner: Item | undefined,
  context: DoubtContext,
): boolean {
  return (
    counted?.group?.type === "counted" &&
    (counted.group.quantity?.min ?? 0) > 1 &&
    partner?.group?.type === "noun" &&
    partner.group.quantity === null &&
    !isForm(partner.from, "DET", context) &&
    !isForm(partner.from, "POSSP", context)
  );
}

const JOINT_REACH = 9;

/** Words that can stand beside a name between commas. */
function isApposed({ set, name }: Item, { classes }: DoubtContext): boolean {
  return (
    classes.comma[set] === 1 ||
    classes.determiner[set] === 1 ||
    classes.anyGroup[set] === 1 ||
    classes.quantity[set] === 1 ||
    classes.place[set] === 1 ||
    classes.preposition[set] === 1 ||
    classes.quoteOpen[set] === 1 ||
    classes.quoteClose[set] === 1 ||
    name !== null ||
    (classes.lower[set] === 1 && classes.verb[set] !== 1)
  );
}

/** A group without a verb of its own behind it. */
function opensPartner(items: readonly Item[], from: number, { classes }: DoubtContext): boolean {
  let at = from;
  while (at < items.length && classes.determiner[items[at]?.set ?? 0] === 1) at++;
  const next = items[at + 1]?.set ?? 0;
  if (classes.group[items[at]?.set ?? 0] !== 1) return false;
  return classes.aux[next] !== 1 && classes.verb[next] !== 1 && classes.occur[next] !== 1;
}

/** "killed a policeman and two soldiers were wounded": the last of the group opens the next clause. */
function runsOver(
  { victims, trigger }: ReadEvent,
  items: readonly Item[],
  context: DoubtContext,
): boolean {
  return victims.some((index) => {
    const item = items[index];
    const next = items[index + 1];
    if (item === undefined || next === undefined || index < trigger) return false;
    if (context.classes.aux[next.set] !== 1) return false;
    for (let at = item.from + 1; at < item.to; at++) if (isForm(at, "ANDW", context)) return true;
    return false;
  });
}

/** "released 42 of the 60 people they abducted": the relative clause is about the whole. */
function isAboutWhole(
  { victims, trigger }: ReadEvent,
  items: readonly Item[],
  context: DoubtContext,
): boolean {
  const [victim] = victims;
  const item = victim === undefined ? undefined : items[victim];
  if (victim === undefined || item === undefined || trigger !== victim + 2) return false;
  if (context.classes.pronoun[items[victim + 1]?.set ?? 0] !== 1) return false;
  for (let at = item.from + 1; at < item.to; at++) if (isForm(at, "OF", context)) return true;
  return false;
}

/** "including four children and their mother": more than the number counts. */
function hasPartnerInPart(
  { victims, subsetOf }: ReadEvent,
  items: readonly Item[],
  context: DoubtContext,
): boolean {
  const last = victims.at(-1);
  if (subsetOf === null || last === undefined) return false;
  const joint = items[last + 1];
  const partner = items[last + 2];
  return (
    joint !== undefined &&
    partner !== undefined &&
    isForm(joint.from, "ANDW", context) &&
    context.classes.anyGroup[partner.set] === 1 &&
    partner.group?.quantity === null
  );
}

/** "the third reporter killed", "the fifth death in custody": a rank is no number of people. */
function isRanked(
  { victims, trigger }: ReadEvent,
  quantity: Quantity,
  items: readonly Item[],
  context: DoubtContext,
): boolean {
  if (quantity.max !== 1) return false;
  return [...victims, trigger].some((index) => {
    const item = items[index];
    if (item === undefined) return false;
    const from = item.group === null ? (itemOf(items, index - 1)?.from ?? item.from) : item.from;
    for (let at = Math.max(0, from - 3); at < item.to; at++)
      if (
        isForm(at, "RANKW", context) &&
        (isForm(at - 1, "DEF", context) || isForm(at - 2, "BYW", context))
      )
        return true;
    return false;
  });
}

/** "one prisoner every twelve hours": one in so long a time is no count. */
function isSpaced(
  { from, to, victims, trigger }: ReadEvent,
  items: readonly Item[],
  isVerbFinal: boolean,
): boolean {
  const [first = 0] = victims;
  const before = first < trigger ? itemOf(items, first - 1)?.period : undefined;
  if (isVerbFinal && before?.kind === "recurring" && before.per === null) return true;
  for (let at = from; at < Math.min(items.length, to + 1); at++) {
    const period = items[at]?.period;
    if (period?.kind === "recurring" && period.per === null) return true;
  }
  return false;
}

function isForm(token: number, name: string, { tokens, pack }: DoubtContext): boolean {
  return isOneOf(tokens, token, pack.wordsIn(name));
}
