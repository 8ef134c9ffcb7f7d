/**
 * In: a frame that fits a stretch of a sentence. Out: the event it tells, with those concerned, agent and modality, or null.
 * Never: turns a word that a refusal row disowns into an event.
 */
import type { ClaimKind, Modality } from "../model/claim.ts";
import { findSubject, skipLeft } from "./clause.ts";
import type { EventContext, ReadEvent } from "./event.ts";
import { leftEdge, rightEdge } from "./eventEdges.ts";
import { eventModality, isMereIntent } from "./eventModality.ts";
import {
  coordinated,
  isAllOfKind,
  around,
  bareSubject,
  byAgent,
  invertedSubject,
  isThing,
  isVictim,
  partitiveSubject,
  quantityOf,
  withoutAges,
  withoutOwners,
} from "./eventParties.ts";
import { governorOf, supposedBySentence } from "./eventGovernor.ts";
import { listedUnder } from "./eventListed.ts";
import {
  isActiveUse,
  isAllowed,
  isNounTrigger,
  isOverruled,
  isTellingNoun,
  isUnreal,
  rowOf,
} from "./eventRefusals.ts";
import { type Item, itemOf } from "./items.ts";
import { type ReadModality, readModality } from "./modality.ts";
import type { Frame, FrameRow, OwnPart, TriggerRow } from "./pack.ts";
import type { PatternMatch } from "./pattern.ts";
import type { SentenceReading } from "./speech.ts";
import { nearestObject } from "./eventShared.ts";
import { findSubjectFinal } from "./subjectFinal.ts";

/** Reads the event that a frame finds; marks in `taken` are triggers that a stronger frame has. */
export function readFrame(
  reading: SentenceReading,
  frame: Frame,
  match: PatternMatch,
  taken: Uint8Array,
  context: EventContext,
): ReadEvent | null {
  const { items } = reading;
  const { row } = frame;
  const trigger = match.parts["t"]?.[0] ?? -1;
  if (trigger < 0 || taken[trigger] === 1) return null;
  const triggerItem = items[trigger] as Item;
  const triggerRow = row.kind === undefined ? rowOf(triggerItem, frame.forms, context) : null;
  if (row.kind === undefined && triggerRow === null) return null;
  const kind = row.kind ?? (triggerRow as TriggerRow).kind;
  if (row.only !== undefined && !row.only.includes(kind)) return null;
  if (row.after !== undefined && !isAfter(items[match.parts["a"]?.[0] ?? -1], row.after, context))
    return null;
  if (row.requires !== undefined && !context.holds(reading, row.requires)) return null;
  if (row.unless?.some((name) => isOverruled(reading, name, context)) === true) return null;
  if (triggerRow !== null && !isAllowed(reading, trigger, triggerRow, context)) return null;
  if (row.auxless === true && isActiveUse(items, trigger, context)) return null;
  if (isDeed(row) && isNounBehind(items, trigger, context)) return null;
  if (row.actor === true && !ACTOR_KINDS.has(kind)) return null;
  if (
    row.victim === "capture" &&
    match.parts["v"] === undefined &&
    row.kind === undefined &&
    row.decides !== true
  )
    return null;
  const start = match.from;
  if (row.decides === true && isProhibition(items, start, context)) return null;
  if (isDeniedVisit(items, match.from, match.to, context)) return null;
  if (kind === "arrest" && isGrace(items, match.from, match.to, context)) return null;
  const end = beforeTeller(items, match.to, context);
  const captured = cutAt(match.parts["v"], end);
  let victims: number[] = [];
  let subject = -1;
  if (row.victim === "subject" || row.victim === "around" || row.victim === "either") {
    if (row.victim === "either" && captured !== undefined) victims = range(captured);
    else {
      subject = subjectOf(items, start, row, false, context);
      subject = partitiveSubject(items, start, context) ?? subject;
      victims =
        subject >= 0
          ? coordinated(items, subject, context)
          : invertedSubject(items, match.to, row.id, context);
      if (row.victim === "around" && captured !== undefined) {
        victims = range(captured);
        subject = -1;
      } else if (row.victim === "around") {
        victims = around(items, match, context);
        subject = -1;
      }
    }
  } else if (row.victim === "dropped" && captured !== undefined) victims = range(captured);
  else if (row.victim === "capture" && captured !== undefined)
    victims =
      context.pack.isVerbFinal && row.agent === "subject"
        ? coordinated(items, captured[0], context)
        : [...range(captured), ...range(match.parts["w"] ?? [0, 0])];
  if (victims.length === 0 && row.victim === "subject" && NEEDS_VICTIM.has(kind))
    victims = bareSubject(items, start, context);
  if (context.pack.isVerbFinal && row.victim === "capture")
    victims = nearestObject(items, victims, trigger, context);
  if (victims.some((index) => isExcepted(items[index], context))) return null;
  if (isCompany(items, row, captured, trigger, context)) return null;
  if (kind === "death-in-custody" && isKinOnly(items, match, victims, context)) return null;
  if (row.agent === "subject" && row.victim === "capture")
    victims = withoutOwners(bearerOfKin(victims, items, context), items, context);
  if (context.pack.isVerbFinal) victims = headOfRelative(victims, trigger, items, context);
  victims = withoutAges(victims, items, context).filter(
    (index) => isVictim(items[index], kind, context) && !countsThings(items, index, context),
  );
  if (
    row.kind === undefined &&
    row.victim === "capture" &&
    captured !== undefined &&
    victims.length === 0 &&
    (isThing(items[captured[0]], context) || countsThings(items, captured[0], context))
  )
    return null;
  const isGeneral =
    row.particular === true && victims.every((at) => isAllOfKind(items[at], context));
  if (row.auxless === true && isOverCue(items, subject, start, context)) return null;
  const needsVictim = row.victim === "subject" && NEEDS_VICTIM.has(kind);
  const dropped =
    row.victim === "dropped"
      ? saidInVerb(triggerItem, victims, context)
      : needsVictim && subject < 0 && victims.length === 0 && context.pack.isVerbFinal
        ? droppedNumber(items, match.to, context)
        : null;
  if (
    (row.auxless === true || needsVictim) &&
    victims.length === 0 &&
    dropped === null &&
    !isHeadlineLike(reading, context)
  )
    return null;
  if (
    triggerRow?.needs === "count" &&
    victims.every((index) => quantityOf(items[index]) === null) &&
    match.parts["q"] === undefined
  )
    return null;
  if (match.parts["q"]?.[1] === trigger - 1 && isCharge(items, trigger, context)) return null;
  let agent = -1;
  if (row.agent === "subject") {
    agent = subjectOf(items, Math.min(start, victims[0] ?? start), row, true, context);
    subject = agent;
  } else if (row.agent === "by") agent = byAgent(items, match.to, context);
  if (row.doer !== undefined && !isDoneBy(items[agent], row.doer, context)) return null;
  const near = readModality(items, start, trigger, subject >= 0 ? subject : -1, context.classes);
  const given = row.modality ?? triggerRow?.modality ?? "happened";
  const listed = row.agent === undefined ? listedUnder(items, start, trigger, context) : null;
  const governor =
    isTold(near) && TOLD.has(given)
      ? (listed ?? governorOf(items, { start, trigger, subject }, context))
      : null;
  // "Anyone who insults him will be hanged": nobody certain is threatened.
  if (near.modality === "intended" && supposedBySentence(items, context) !== null) return null;
  const found = governor === null ? near : { ...near, ...governor };
  // "If the world stays silent, dozens will be hanged": a threat under a condition is none yet.
  const isConditional = found.modality === "intended" && opensCondition(items, context);
  const isShared = row.victim === "none" && isPartakenIn(kind, found.operator, context);
  const isOpen = found.operator === null && isUnreal(items, start, trigger, context);
  const isDecided = row.decides === true && row.modality !== undefined;
  // "reports of lack of lawyers": what a row tells as such is still a report of it.
  // Not "investigating the killing of", which takes it for granted.
  const isGranted = context.classes.of("FACTIVE")[near.operator?.set ?? 0] === 1;
  const isAlleged = near.modality === "alleged" && !isGranted;
  const reported = listed?.modality ?? (isAlleged ? near.modality : null);
  const isReported = reported !== null && row.decides === true && row.modality === "happened";
  const modality = isReported
    ? reported
    : eventModality(
        items,
        {
          kind,
          row,
          triggerRow,
          trigger,
          victims,
          agent,
          found: isShared ? "happened" : isConditional ? "hypothetical" : found.modality,
          hedge: found.hedge,
          isOpen,
        },
        context,
      );
  if (isOpen && !isDecided) return null;
  // "reports of beatings, torture and rape": what the first noun tells, the others tell too.
  const weight = listed !== null && modality === listed.modality ? "happened" : modality;
  if (row.weak === true && !isTellingNoun(items, trigger, kind, weight, context)) return null;
  if (modality === "called-for" || modality === "called-to-stop") return null;
  if (!isDecided && isMereIntent(kind, modality, found.operator, context)) return null;
  if (victims.some((index) => context.tables.howMany[itemOf(items, index - 1)?.set ?? 0] === 1))
    return null;
  const isImpending =
    kind === "execution" &&
    IMPENDING.has(modality) &&
    !isNounTrigger(triggerItem) &&
    !isPastGuess(items, start, trigger, context);
  const isLedAway = isMovedToDie(items, kind, modality, victims, context);
  const told = isLedAway
    ? "imminent-execution"
    : kind === "enforced-disappearance" && isOfOutlaws(items, trigger, agent, context)
      ? "other-abuse"
      : kind === "execution" && isOutlaw(itemOf(items, agent), context)
        ? "killing"
        : kind === "killing" && isSword(triggerItem, itemOf(items, agent), context)
          ? "execution"
          : isImpending && victims.some((index) => isParticular(items[index]))
            ? "imminent-execution"
            : kind;
  if (row.auxless === true && isGeneric(items, victims, start, match.to, context)) return null;
  const own = isCoordinate(items, victims, start, context) ? [] : victims;
  const from = leftEdge(
    items,
    Math.min(
      row.begins === "victim" ? (captured?.[0] ?? start) : start,
      ...own,
      ...(row.agent === "subject" &&
      agent >= 0 &&
      !isCoordinate(items, [agent], start, context) &&
      !isResult(items, trigger, context)
        ? [agent]
        : []),
    ),
    context,
  );
  const opens = modality === "negated" && isNegation(items[from - 1], context) ? from - 1 : from;
  const to = rightEdge(
    items,
    Math.max(
      row.ends === "trigger" ? trigger + 1 : end,
      trigger + 1,
      ...victims.map((index) => index + 1),
    ),
    context,
  );
  return {
    sentence: reading.index,
    kind: told,
    modality: isLedAway ? "at-risk" : modality,
    hedge: found.hedge,
    operator: found.operator,
    from: opens,
    to,
    trigger,
    victims,
    agent,
    dropped,
    count: (match.parts["q"] ?? match.parts["q2"])?.[0] ?? -1,
    possessive:
      row.victim === "possessive" && SUFFERED_KINDS.has(kind) ? (captured?.[0] ?? -1) : -1,
    stage: row.stage ?? triggerRow?.stage ?? null,
    tier: row.tier ?? triggerRow?.tier ?? "counted",
    isWeak: row.weak === true,
    isOfCaptives: row.captive === true,
    own: row.own ?? (isGeneral ? OCCASION : null),
    rows: [row.id, ...(triggerRow === null ? [] : [triggerRow.id])],
    subsetOf: null,
  };
}

/** The head of the doer is a word of the class that the row asks for. */
function isDoneBy(agent: Item | undefined, name: string, { pack, tokens }: EventContext): boolean {
  if (agent === undefined) return false;
  const words = pack.wordsIn(name);
  return words.has(agent.group?.head ?? "") || words.has(tokens.form[agent.to - 1] ?? "");
}

/** "executed 40 orders": a bare number of what is no people. */
function countsThings(
  items: readonly Item[],
  index: number,
  { pack, tables }: EventContext,
): boolean {
  const item = items[index];
  if (pack.isVerbFinal || item === undefined || item.group !== null || item.quantity === null)
    return false;
  return tables.thing[itemOf(items, index + 1)?.set ?? 0] === 1;
}

/** "His father had died of an illness": kin of one who is held, where no prison stands in the words themselves. */
function isKinOnly(
  items: readonly Item[],
  { from, to }: PatternMatch,
  victims: readonly number[],
  { classes, pack, tokens }: EventContext,
): boolean {
  const kin = pack.wordsIn("KINHIS");
  if (kin.size === 0 || victims.length === 0) return false;
  for (let i = Math.min(from, ...victims); i < to; i++)
    if (classes.of("PRISON", "CUSTODY")[items[i]?.set ?? 0] === 1) return false;
  return victims.every((at) => kin.has(tokens.form[items[at]?.from ?? 0] ?? ""));
}

/** "Arrested with A and B" where verbs stand last: no mark of an object stands behind them, and a preposition before. */
function isCompany(
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
function isDeed({ agent, kind, modality, after }: FrameRow): boolean {
  return agent === "subject" && kind === undefined && modality === undefined && after === undefined;
}

/** "At the time of arrest A and B were shot": behind "of" the word is a noun, whatever follows. */
function isNounBehind(
  items: readonly Item[],
  trigger: number,
  { classes, tables }: EventContext,
): boolean {
  const before = itemOf(items, trigger - 1)?.set ?? 0;
  const own = items[trigger]?.set ?? 0;
  // "hanged for a murder he committed": behind an article stands a noun.
  const isArticle = classes.determiner[before] === 1 && classes.nominal[own] === 1;
  return (
    (classes.of_[before] === 1 || isArticle) && tables.base[own] === 1 && tables.tensed[own] !== 1
  );
}

/** "Do not let him be killed": asked of somebody, no deed. */
function isProhibition(items: readonly Item[], start: number, { classes }: EventContext): boolean {
  if (classes.of("CUE.prohibit")[items[start]?.set ?? 0] !== 1) return false;
  const before = itemOf(items, start - 1);
  return (
    before === undefined ||
    classes.stop[before.set] === 1 ||
    classes.comma[before.set] === 1 ||
    classes.quoteOpen[before.set] === 1
  );
}

/** "Among the dead were four civilians, X said": behind the comma stands who tells it. The end of what is told. */
function beforeTeller(items: readonly Item[], to: number, { classes, pack }: EventContext): number {
  const last = items[to - 1];
  const isTeller =
    !pack.isVerbFinal &&
    (last?.group?.persons.length ?? 0) === 1 &&
    classes.comma[items[to - 2]?.set ?? 0] === 1 &&
    classes.says[items[to]?.set ?? 0] === 1;
  return isTeller ? to - 2 : to;
}

function cutAt(
  range: readonly [number, number] | undefined,
  end: number,
): readonly [number, number] | undefined {
  if (range === undefined || range[0] >= end) return undefined;
  return [range[0], Math.min(range[1], end)];
}

/** "Everyone except A was hanged", "all ten but A were": the one to whom it did not happen. */
function isExcepted(item: Item | undefined, { tokens, pack }: EventContext): boolean {
  if (item === undefined || pack.isVerbFinal) return false;
  const { form } = tokens;
  const words = pack.wordsIn("EXCEPTW");
  const last = form[item.from - 1] ?? "";
  if (words.has(last) || words.has(`${form[item.from - 2] ?? ""} ${last}`)) return true;
  if (!pack.wordsIn("EXCEPTBUT").has(last)) return false;
  const all = pack.wordsIn("EVERYBODY");
  return form.slice(Math.max(0, item.from - 4), item.from - 1).some((one) => all.has(one));
}

/** "gave him two months to raise the money", "three weeks to live": a time that is left, no term. */
function isGrace(
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
function isDeniedVisit(
  items: readonly Item[],
  from: number,
  to: number,
  { classes }: EventContext,
): boolean {
  const visit = classes.of("LASTVISIT");
  if (!items.slice(from, to).some(({ set }) => visit[set] === 1)) return false;
  return items.slice(Math.max(0, from - 1), to).some(({ set }) => classes.negation[set] === 1);
}

/** No operator near the event takes its truth away. */
function isTold({ modality }: ReadModality): boolean {
  return TOLD.has(modality);
}

const TOLD: ReadonlySet<Modality> = new Set(["happened", "ongoing"]);

function subjectOf(
  items: readonly Item[],
  start: number,
  row: FrameRow,
  isAgent: boolean,
  { classes, pack, tables }: EventContext,
): number {
  const accepts = isAgent ? tables.agent : tables.subjects;
  return pack.isVerbFinal
    ? findSubjectFinal(items, start, classes, accepts, isAgent)
    : findSubject(items, start, classes, { auxless: !isAgent && row.auxless === true, accepts });
}

/** The verb tells whether one or several are meant whom the sentence does not name. */
function droppedNumber(
  items: readonly Item[],
  to: number,
  { classes }: EventContext,
): ReadEvent["dropped"] {
  const verb = itemOf(items, to - 1);
  if (verb === undefined || classes.verbEnd[verb.set] !== 1) return null;
  return classes.verbMany[verb.set] === 1 ? "several" : "one";
}

/** "Saudi authorities beheaded a man": where a state or a court does it, and no army or party, a sentence was carried out. */
function isSword(trigger: Item, agent: Item | undefined, { pack, tokens }: EventContext): boolean {
  if (agent === undefined || !pack.wordsIn("BEHEADW").has(tokens.form[trigger.to - 1] ?? ""))
    return false;
  if (agent.name !== null) return agent.name.type === "place";
  return pack.wordsIn("SWORDW").has(tokens.form[agent.to - 1] ?? "");
}

/** "31 prisoners on death row were taken to an undisclosed location": they may be hanged, nobody hides them. */
function isMovedToDie(
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

/** A verb that holds its object ("they hanged-him") tells whether one or several were told before. */
function saidInVerb(
  { set }: Item,
  victims: readonly number[],
  { classes }: EventContext,
): ReadEvent["dropped"] {
  if (victims.length > 0) return null;
  return classes.of("MANYOBJ")[set] === 1 ? "several" : "one";
}

/** "was arrested and sentenced to death": the second verb has words of its own, without the shared subject. */
function isCoordinate(
  items: readonly Item[],
  victims: readonly number[],
  start: number,
  context: EventContext,
): boolean {
  const { classes } = context;
  const first = victims[0];
  if (first === undefined || first >= start) return false;
  const joint = items[skipLeft(items, start - 1, classes.adverb)];
  if (
    joint === undefined ||
    (classes.and[joint.set] !== 1 && classes.but[joint.set] !== 1 && classes.comma[joint.set] !== 1)
  )
    return false;
  for (let i = first + 1; i < start; i++) {
    if (classes.verb[items[i]?.set ?? 0] === 1 && classes.adjective[items[i]?.set ?? 0] !== 1)
      return true;
  }
  return false;
}

/** "A bomb went off in Karun, killing five": what follows from the clause before has words of its own. */
function isResult(items: readonly Item[], trigger: number, { classes }: EventContext): boolean {
  if (classes.gerund[items[trigger]?.set ?? 0] !== 1) return false;
  const before = skipLeft(items, trigger - 1, classes.adverb);
  return classes.comma[items[before]?.set ?? 0] === 1 || classes.and[items[before]?.set ?? 0] === 1;
}

/** "all persons detained", "those arrested": whoever it may be, not an event, unless a time or place makes it one. */
function isGeneric(
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
  if (classes.and[items[skipLeft(items, start - 1, classes.adverb)]?.set ?? 0] !== 1) return false;
  const verb = skipRightOf(items, subject + 1, classes.adverb);
  if (classes.aux[items[verb]?.set ?? 0] !== 1) return false;
  const behind = skipRightOf(items, verb, classes.aux);
  return !items
    .slice(behind, start)
    .some(({ set }) => classes.aux[set] === 1 || classes.subordinator[set] === 1);
}

function skipRightOf(items: readonly Item[], from: number, members: Uint8Array): number {
  let at = from;
  while (at < items.length && members[items[at]?.set ?? 0] === 1) at++;
  return at;
}

/** "The experts called on the court to free all those held for …": what was said stands between, and is not of the speaker. */
function isOverCue(
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
function isAfter(
  item: Item | undefined,
  kinds: readonly ClaimKind[],
  context: EventContext,
): boolean {
  if (item === undefined) return false;
  if (context.tables.justice[item.set] === 1) return true;
  const rows = item.entry === null ? undefined : context.pack.triggersByWords.get(item.entry.words);
  return rows?.some((entry) => kinds.includes(entry.row.kind)) === true;
}

/** The sentence begins with "if" or "unless". */
function opensCondition(items: readonly Item[], { classes, pack }: EventContext): boolean {
  const first = items.find(({ set }) => classes.quoteOpen[set] !== 1);
  return !pack.isVerbFinal && first !== undefined && classes.conditional[first.set] === 1;
}

/** "may have been executed": a guess about what was, no danger to come. */
function isPastGuess(
  items: readonly Item[],
  start: number,
  trigger: number,
  { classes, pack }: EventContext,
): boolean {
  if (pack.isVerbFinal) return false;
  const group = items.slice(start, trigger);
  return (
    group.some(({ set }) => classes.of("MAYMOD")[set] === 1) &&
    group.some(({ set }) => classes.of("BEEN")[set] === 1)
  );
}

/** "his participation in a nationwide uprising": what somebody is blamed for is his part in it, not that there was one. */
function isPartakenIn(kind: ClaimKind, operator: Item | null, { classes }: EventContext): boolean {
  if (operator === null || (kind !== "protest" && kind !== "strike")) return false;
  return classes.of("PARTAKEW")[operator.set] === 1;
}

/** Bandits abduct and kill; only those in power make people disappear and execute them. */
function isOutlaw(item: Item | undefined, context: EventContext): boolean {
  if (item === undefined || item.group === null) return false;
  const entry = context.pack.lexicon.match(context.tokens, item.to - 1, item.to);
  return entry?.classes.includes("OUTLAW") === true;
}

/** "were abducted after gunmen stormed the village": where nobody is said to have done it and no body of the state is told of. */
function isOfOutlaws(
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

/** Kinds of acts on people: a passive without one of them for its subject tells of something else. */
const NEEDS_VICTIM: ReadonlySet<ClaimKind> = new Set([
  "execution",
  "death-sentence",
  "imminent-execution",
  "killing",
  "injury",
  "arrest",
  "torture",
  "enforced-disappearance",
  "corporal-punishment",
  "release",
  "clemency",
]);

/** "his execution" was done to him; "his harsh treatment of them" was done by him. */
const SUFFERED_KINDS: ReadonlySet<ClaimKind> = new Set([
  "execution",
  "death-sentence",
  "imminent-execution",
  "killing",
  "death-in-custody",
  "arrest",
  "enforced-disappearance",
  "release",
  "clemency",
  "stay",
  "injury",
]);

/** Kinds whose agents are what is told: a protest has no victim. */
const ACTOR_KINDS: ReadonlySet<ClaimKind> = new Set(["protest", "strike", "other-abuse"]);

function range([from, to]: readonly [number, number]): number[] {
  const indices: number[] = [];
  for (let at = from; at < to; at++) indices.push(at);
  return indices;
}

function isHeadlineLike(reading: SentenceReading, context: EventContext): boolean {
  return reading.items.length <= 3 && context.classes.group[reading.items[0]?.set ?? 0] === 1;
}

/** Certain people, not people in general ("rulers may hang people"). */
function isParticular(item: Item | undefined): boolean {
  const group = item?.group ?? null;
  if (group === null) return item?.quantity != null;
  return (
    group.quantity !== null ||
    group.persons.length > 0 ||
    group.type === "pronoun" ||
    group.row !== "group.bare"
  );
}

/** What words must bring that tell of all of a kind. */
const OCCASION: readonly OwnPart[] = ["occasion"];

/** An execution that is planned or possible is a risk, no execution. */
const IMPENDING: ReadonlySet<Modality> = new Set(["intended", "hypothetical"]);

/** "41 of drug offences and 38 of murder": a number of a single act counts those who stand for it, not acts. */
function isCharge(
  items: readonly Item[],
  trigger: number,
  { classes, pack, tokens }: EventContext,
): boolean {
  if (classes.of_[items[trigger - 1]?.set ?? 0] !== 1) return false;
  const form = tokens.form[(items[trigger]?.to ?? 1) - 1] ?? "";
  return !pack.isVerbFinal && !pack.plurals.suffixes.some((suffix) => form.endsWith(suffix));
}

/** "No prisoner was tortured": the word that denies it is of the claim's words. */
function isNegation(item: Item | undefined, { classes, pack }: EventContext): boolean {
  return item !== undefined && !pack.isVerbFinal && classes.no[item.set] === 1;
}

/** "Ten, including A, who was pardoned, …", "A, the brother of B, who was hanged, …": it is told of the last before "who". */
function headOfRelative(
  victims: number[],
  trigger: number,
  items: readonly Item[],
  { classes }: EventContext,
): number[] {
  const [first] = victims;
  if (first === undefined || victims.length > 1) return victims;
  for (let at = trigger - 1; at > first + 1; at--) {
    const { set } = items[at] as Item;
    if (classes.verbEnd[set] === 1 || classes.comma[set] === 1) return victims;
    if (classes.relative[set] !== 1) continue;
    const head = at - 1;
    if (items[head]?.group === null || head === first) return victims;
    const isNamed = (items[head]?.group?.persons.length ?? 0) > 0;
    const isAmong = isNamed && classes.including[items[head - 1]?.set ?? 0] === 1;
    const isBeside = classes.comma[items[head - 1]?.set ?? 0] === 1 && head - 2 === first;
    return isAmong || (isBeside && classes.of("KINOF")[items[head]?.set ?? 0] !== 1)
      ? [head]
      : victims;
  }
  return victims;
}

/** "Officers arrested A, the brother of B" where verbs stand last: A, not the brother. */
function bearerOfKin(
  victims: number[],
  items: readonly Item[],
  { pack, classes }: EventContext,
): number[] {
  const [at] = victims;
  if (!pack.isVerbFinal || at === undefined || victims.length > 1) return victims;
  const isKin = items[at]?.group?.row.includes("group.kin") === true;
  const bearer = itemOf(items, at - 2);
  return isKin &&
    classes.comma[itemOf(items, at - 1)?.set ?? 0] === 1 &&
    bearer?.group?.type === "person"
    ? [at - 2]
    : victims;
}
