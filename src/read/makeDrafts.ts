/**
 * In: events, speeches and findings of a document. Out: drafts of claims with number, time, place, persons and speakers.
 * Never: gives an event a time or place of another clause; counts people that nobody counted.
 */
import { countsTheHurt } from "./killedAndHurt.ts";
import { isOfKinOrOwner } from "./kinOrOwner.ts";
import type { Note } from "../base/note.ts";
import type { ClaimKind, PersonRole, Quantity } from "../model/claim.ts";
import { findPlural } from "./antecedentGroups.ts";
import type { ClauseClasses } from "./clauseClasses.ts";
import { companyOf, countWith } from "./companions.ts";
import { isCountDoubtful } from "./countDoubt.ts";
import type { Draft, DraftPerson } from "./draft.ts";
import { type DraftContext, VICTIM_ROLE } from "./draftContext.ts";
import { type ReadEvent, TAKES_PART } from "./event.ts";
import { TITLED } from "./eventAttributive.ts";
import { ownerOf, resolveVictims } from "./eventConcerned.ts";
import { countWithKin } from "./kinCompany.ts";
import { lastOfRow } from "./lastOfRow.ts";
import { type Concerned, NOBODY } from "./referredPerson.ts";
import { countOf } from "./quantityOf.ts";
import { pluralGroup } from "./referredGroup.ts";
import { findReferred, SPARING } from "./referredPerson.ts";
import { placesOf } from "./eventPlaces.ts";
import { noteAt, perOf, quantityOfEvent } from "./eventQuantity.ts";
import type { NameMatch } from "./findNames.ts";
import { hasClass, isForm } from "./itemReference.ts";
import { type Item, itemOf } from "./items.ts";
import { isPresupposed } from "./presupposed.ts";
import { sinceBegun } from "./periodBegun.ts";
import { periodOfEvent } from "./periodTies.ts";
import { isSignOfLife } from "./signsOfLife.ts";
import type { SentenceReading, Speech, TokenRange } from "./speech.ts";
import { speechesAround } from "./speechIndex.ts";
import { namesWithin } from "./nameScopes.ts";
import { holdsOneOf, isOneOf, isPairOf } from "./wordSets.ts";

/** Makes the draft of an event. */
export function draftOfEvent(
  event: ReadEvent,
  context: DraftContext,
  made: ReadonlyMap<ReadEvent, Draft>,
): Draft {
  const reading = context.readings[event.sentence] as SentenceReading;
  const { items } = reading;
  const notes: Note[] = [];
  const trigger = items[event.trigger] as Item;
  const victims = event.victims.map((index) => ownerOf(event, items, index, context.classes));
  const last = lastOfRow(event, items, context);
  const alone =
    last === null
      ? resolveVictims(event, victims, reading, context)
      : { ...NOBODY, persons: last.persons };
  const { antecedent } = alone;
  if (antecedent !== null && alone.persons.length === 0)
    context.takenUp.set(`${event.kind} ${trigger.from}`, antecedent);
  const beside = companyOf(event, items, context);
  const company = itemOf(items, beside);
  const concerned = company === undefined ? alone : withCompany(alone, company);
  const { equated } = concerned;
  const whole = trimmed(
    items,
    Math.min(event.from, equated?.from ?? event.from),
    Math.max(event.to, equated?.to ?? event.to, beside + 1),
    context,
  );
  const range: TokenRange = [Math.max(whole[0], last?.from ?? 0), whole[1]];
  const per = perOf(items, event, context.pack.isVerbFinal);
  const counted =
    last === null
      ? countWithKin(
          quantityOfEvent(event, victims, alone, items, per, context, notes),
          event,
          items,
          context,
        )
      : countOf(1, trigger, context.tokens, null);
  const together =
    company === undefined ? null : countWith(counted, alone.persons.length, company, context);
  const isDoubtful =
    counted !== null && together === null && isCountDoubtful(event, counted, items, context);
  const isShared = counted !== null && countsTheHurt(event, items, context);
  if (isDoubtful) notes.push(noteAt("quantity-doubtful", victims[0] ?? trigger, context.tokens));
  if (together !== null)
    notes.push(noteAt("quantity-summed", victims[0] ?? trigger, context.tokens));
  const quantity = isDoubtful ? null : (together ?? counted);
  if (concerned.isReferred)
    notes.push(noteAt("person-from-pronoun", victims[0] ?? trigger, context.tokens));
  if (isSignOfLife(event.kind, event.stage))
    notes.push(noteAt("sign-of-life", trigger, context.tokens));
  const period = sinceBegun(periodOfEvent(event, reading, context), event, reading.items, context);
  // "urged Iran to halt the execution of A, who was sentenced to death in May": the author's own words beside the name.
  const told = speechesOver(trigger.from, context.speeches).filter(
    (speech) =>
      !(speech.kind === "call" && isTopicOfCall(event, speech, context)) &&
      ((speech.kind !== "call" && speech.kind !== "according") ||
        !isInAside(event, context) ||
        endsAside(event, speech, context)),
  );
  const modality = modalityUnder(event, told, trigger.from, context);
  const speeches = [...told, ...accusersOf(event, modality, trigger.from, context)];
  return {
    kind: event.kind,
    range,
    anchor: trigger.from,
    sentence: event.sentence,
    quantity,
    period,
    places: placesOf(reading, event, context),
    speeches,
    modality,
    hedge: event.hedge === null ? null : [event.hedge.from, event.hedge.to],
    persons: personsOf(event, range, concerned, items, context),
    stage: event.stage,
    tier: isShared || isOfKinOrOwner(event, context) ? "shown" : tierOf(event, quantity, concerned),
    subsetOf: event.subsetOf === null ? null : (made.get(event.subsetOf) ?? null),
    notes,
    rows: event.rows,
  };
}

/** Those concerned, and those to whom it happened with them. */
function withCompany(concerned: Concerned, { group }: Item): Concerned {
  const persons = [...concerned.persons, ...(group?.persons ?? [])];
  return { ...concerned, persons };
}

/** A denied event did not happen, as said; a killing told by a prosecutor with its doer is an accusation. */
function modalityUnder(
  event: ReadEvent,
  speeches: readonly Speech[],
  token: number,
  context: DraftContext,
): ReadEvent["modality"] {
  // "denied meeting the widow of executed prisoner A": he was, whatever is denied.
  if (event.rows[0] === TITLED) return event.modality;
  if (
    event.kind === "imminent-execution" &&
    event.modality === "hypothetical" &&
    isFeared(event, context)
  )
    return "at-risk";
  if (event.modality !== "happened" && event.modality !== "ongoing") return event.modality;
  const denial = denialAt(token, context.speeches);
  const { items } = context.readings[event.sentence] as SentenceReading;
  const isDenied =
    denial !== null &&
    !isInAside(event, context) &&
    !isWhereTold(event, context) &&
    !isPresupposed(items, event, denial.cue?.[0] ?? denial.speaker.range[0], context);
  if (isDenied || speeches.some((speech) => isFalseReport(speech, context))) return "negated";
  if (event.kind === "execution" && isOnlyReported(event, token, context)) return "unclear";
  if (FATAL_KINDS.has(event.kind) && isOutlived(event, context)) return "unclear";
  if (event.kind === "execution" && isDeniedBehind(event, context)) return "unclear";
  const isAccused = ACCUSED_KINDS.has(event.kind);
  if (isAccused && isAllegedOf(event, context)) return "alleged";
  if ((isAccused || event.kind === "death-in-custody") && isAllegedAt(token, speeches, context))
    return "alleged";
  // "The court heard that he had been punched": by whom is what it tries.
  if (HURT_KINDS.has(event.kind) && speeches.some((speech) => isHearing(speech, context)))
    return "alleged";
  const isAccusation =
    event.agent >= 0 &&
    isAccused &&
    (speeches.some(
      (speech) =>
        (isProsecutor(speech, context) && !isUnknownBand(event, context)) ||
        isHearing(speech, context),
    ) ||
      isBlamed(event, speeches, token, context));
  return isAccusation ? "alleged" : event.modality;
}

/** "An erroneous report said that A had been hanged": the author says so of what speaks. */
function isFalseReport({ speaker, isAuthor }: Speech, { tokens, pack }: DraftContext): boolean {
  if (isAuthor) return false;
  const [from] = speaker.range;
  return [from, from + 1].some(
    (at) =>
      isOneOf(tokens, at, pack.wordsIn("FALSEREPORTW")) &&
      isOneOf(tokens, at + 1, pack.wordsIn("FALSEREPORTN")),
  );
}

/** "Rights groups accuse the army of abducting", "he denied killing": whose accusation or denial an event is. */
function accusersOf(
  event: ReadEvent,
  modality: ReadEvent["modality"],
  token: number,
  context: DraftContext,
): Speech[] {
  if (modality !== "alleged" && modality !== "negated") return [];
  const operator = event.operator?.from ?? -1;
  const { items } = context.readings[event.sentence] as SentenceReading;
  const accusing = items
    .slice(event.from, event.trigger)
    .find(({ set }) => context.classes.accuseOp[set] === 1);
  return speechesAround(token, context.speeches).filter(
    ({ kind, cue, isAuthor, isDenial, sentence }) =>
      kind === "judge" &&
      !isAuthor &&
      sentence === event.sentence &&
      cue !== null &&
      ((isDenial && modality === "negated" && !isInAside(event, context)) ||
        (cue[0] <= operator && operator < cue[1]) ||
        cue[0] === accusing?.from),
  );
}

/** The innermost saying over a token, where it denies it ("rejected reports that eight had died, saying only two …": not the two). */
function denialAt(token: number, speeches: readonly Speech[]): Speech | null {
  const over = speechesAround(token, speeches);
  const inner = over.reduce<Speech | null>(
    (least, speech) => (least === null || sizeOf(speech) <= sizeOf(least) ? speech : least),
    null,
  );
  return inner?.isDenial === true ? inner : null;
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
    if (classes.relative[set] === 1 || classes.whose[set] === 1)
      return classes.comma[items[at - 1]?.set ?? 0] === 1;
  }
  return false;
}

/** "denied attacking the village, |where| six were killed": what happened there is not denied. */
function isWhereTold({ sentence, trigger }: ReadEvent, context: DraftContext): boolean {
  const { readings, classes, pack } = context;
  if (pack.isVerbFinal) return false;
  const { items } = readings[sentence] as SentenceReading;
  for (let at = trigger - 1; at > Math.max(0, trigger - ASIDE_REACH); at--) {
    const set = items[at]?.set ?? 0;
    if (classes.comma[set] === 1) return false;
    if (classes.where[set] === 1) return classes.comma[items[at - 1]?.set ?? 0] === 1;
    const isWhich =
      classes.relative[set] === 1 && classes.preposition[items[at - 1]?.set ?? 0] === 1;
    if (isWhich) return classes.comma[items[at - 2]?.set ?? 0] === 1;
  }
  return false;
}

/**
 * "Called for an inquiry |into the death| of A", "for the release of A, |who| was held on Monday", where verbs stand last: what is asked
 * about, and what is told of somebody behind the call, are the author's words.
 */
function isTopicOfCall(
  { sentence, trigger, modality }: ReadEvent,
  { cue }: Speech,
  { pack, tokens, readings }: DraftContext,
): boolean {
  if (!pack.isVerbFinal || cue === null || modality !== "happened") return false;
  const about = pack.wordsIn("ABOUTCALLW");
  const at = (readings[sentence] as SentenceReading).items[trigger]?.from ?? 0;
  for (let token = at - 1; token >= Math.max(cue[1], at - ABOUT_REACH); token--)
    if (isOneOf(tokens, token, about) || isPairOf(tokens, token - 1, about)) return true;
  return false;
}

/** Words between "about" and the noun of what it is about. */
const ABOUT_REACH = 4;

/** "…, and the family of Karim, who was shot in May, |according to X|": what stands beside the last name the source behind it tells. */
function endsAside(
  { sentence, trigger }: ReadEvent,
  { kind, cue }: Speech,
  { readings, classes }: DraftContext,
): boolean {
  if (kind !== "according" || cue === null) return false;
  const { items } = readings[sentence] as SentenceReading;
  const end = items.findIndex(({ from }) => from === cue[0]) - 1;
  if (end <= trigger || classes.comma[items[end]?.set ?? 0] !== 1) return false;
  return !items.slice(trigger + 1, end).some(({ set }) => classes.comma[set] === 1);
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

const HURT_KINDS: ReadonlySet<ClaimKind> = new Set(["injury", "torture"]);
const ACCUSED_KINDS: ReadonlySet<ClaimKind> = new Set(["killing", "injury", "torture"]);

function isProsecutor(speech: Speech, context: DraftContext): boolean {
  const [from, to] = speech.speaker.range;
  for (let at = from; at < to; at++)
    if (context.pack.prosecution.has(context.tokens.form[at] ?? "")) return true;
  return false;
}

/** What is told of nobody who acts afterwards; under torture too, where it is said that he died of it. */
const FATAL_KINDS: ReadonlySet<ClaimKind> = new Set([
  "execution",
  "killing",
  "death-in-custody",
  "torture",
]);

/** "A, who was |reported| to have been executed, |called| home": what was said of him is not so. */
function isOutlived(
  { sentence, trigger }: ReadEvent,
  { readings, tokens, pack, classes }: DraftContext,
): boolean {
  if (pack.isVerbFinal) return false;
  const items = readings[sentence]?.items ?? [];
  const who = items.findLastIndex(({ set }, at) => at < trigger && classes.relative[set] === 1);
  const isAside = who > 0 && classes.comma[itemOf(items, who - 1)?.set ?? 0] === 1;
  const close = items.findIndex(({ set }, at) => at > trigger && classes.comma[set] === 1);
  if (!isAside || close < 0) return false;
  const between = tokens.form.slice(items[who]?.from, items[trigger]?.to);
  const behind = tokens.form.slice(items[close]?.to, (items[close]?.to ?? 0) + ACTS_WITHIN);
  return (
    between.some((form) => pack.wordsIn("SAIDDEADW").has(form)) &&
    behind.some((form) => pack.wordsIn("LIVINGACTW").has(form))
  );
}

/** "Television said that A had been executed; his lawyer |denied this|": of two nobody knows who is right. */
function isDeniedBehind(
  { sentence, trigger }: ReadEvent,
  { readings, tokens, pack }: DraftContext,
): boolean {
  if (pack.isVerbFinal) return false;
  const items = readings[sentence]?.items ?? [];
  const from = items[trigger]?.to ?? 0;
  const to = items.at(-1)?.to ?? from;
  // "although |he| had denied it": his guilt, and not his death.
  const isHimself = (at: number): boolean =>
    tokens.form
      .slice(Math.max(from, at - 2), at)
      .some((form) => pack.wordsIn("PRONSG").has(form) || pack.wordsIn("PRONPL").has(form));
  for (let at = from; at < to; at++)
    if (
      !isHimself(at) &&
      isOneOf(tokens, at, pack.wordsIn("DENYINGW")) &&
      isOneOf(tokens, at + 1, pack.wordsIn("DENIEDITW")) &&
      holdsOneOf(tokens, from, at, pack.wordsIn("CLAUSEMARKW"))
    )
      return true;
  return false;
}

/** Words from the end of an aside to what somebody did. */
const ACTS_WITHIN = 3;

/** "were feared hanged", "after reports they were hanged": nobody says that it happened. */
function isOnlyReported(
  { victims, sentence, trigger }: ReadEvent,
  token: number,
  { readings, tokens, pack, classes }: DraftContext,
): boolean {
  if (pack.isVerbFinal) return false;
  const told = pack.wordsIn("TOLDDEADW").has(tokens.form.slice(token - 1, token + 1).join(" "));
  if (told && actsAfterwards(readings[sentence]?.items ?? [], trigger, { tokens, pack, classes }))
    return true;
  if (isOneOf(tokens, token - 1, pack.wordsIn("FEAREDW"))) return true;
  const [first = trigger] = victims;
  const subject = readings[sentence]?.items[first];
  return (
    first < trigger &&
    subject?.group?.type === "pronoun" &&
    isOneOf(tokens, subject.from - 1, pack.wordsIn("REPORTSW"))
  );
}

/** "Prisoner reported hanged |calls| his family": a verb follows of whom it is told; "… was buried" is of the dead. */
function actsAfterwards(
  items: readonly Item[],
  trigger: number,
  { tokens, pack, classes }: Pick<DraftContext, "tokens" | "pack" | "classes">,
): boolean {
  const before = itemOf(items, trigger - 2);
  if (before === undefined || classes.aux[before.set] === 1) return false;
  const [next, ...behind] = items.slice(trigger + 1);
  if (next === undefined || !/\p{L}/u.test(tokens.form[next.from] ?? "")) return false;
  const { preposition, time, place, subordinator, and } = classes;
  const passing = [preposition, time, place, subordinator, and, classes.adverb];
  if (passing.some((members) => members[next.set] === 1) || next.period !== null) return false;
  const buried = pack.wordsIn("BURIEDW");
  return [next, ...behind.slice(0, 2)].every(({ from }) => !isOneOf(tokens, from, buried));
}

/** "A is alleged to have killed B": an accusation of somebody, more than a distance kept. */
function isAllegedOf({ hedge, agent }: ReadEvent, { pack, tokens }: DraftContext): boolean {
  if (hedge === null || agent < 0 || pack.isVerbFinal) return false;
  return pack.wordsIn("ALLEGEDTO").has(tokens.form.slice(hedge.from, hedge.to).join(" "));
}

/** "His family alleged that he was beaten to death": the word for saying it calls it an accusation. */
function isAllegedAt(
  token: number,
  speeches: readonly Speech[],
  { pack, tokens }: DraftContext,
): boolean {
  const words = pack.wordsIn("ALLEGEW");
  return speeches.some(
    ({ cue, contents }) =>
      cue !== null &&
      isOneOf(tokens, cue[1] - 1, words) &&
      contents.some(([from, to]) => from <= token && token < to),
  );
}

/** "Gunmen shot dead the mayor, prosecutors said": nobody is accused yet. */
function isUnknownBand({ agent, sentence }: ReadEvent, { pack, readings }: DraftContext): boolean {
  const group = itemOf(readings[sentence]?.items ?? [], agent)?.group ?? null;
  return (
    group !== null && group.persons.length === 0 && pack.wordsIn("RAIDER").has(group.head ?? "")
  );
}

/** "The court heard that Karim shot them", "found that he had stabbed a guard": what is heard in court is a charge. */
function isHearing({ cue, speaker }: Speech, { pack, tokens }: DraftContext): boolean {
  if (cue === null || pack.isVerbFinal) return false;
  const court =
    speaker.source?.toLowerCase().split(" ").at(-1) ?? tokens.form[speaker.range[1] - 1] ?? "";
  return isOneOf(tokens, cue[1] - 1, pack.wordsIn("HEARINGW")) && pack.wordsIn("COURTN").has(court);
}

/** `"They killed my daughter," he said`: a doer whom the quoted words do not name is accused by them. */
function isBlamed(
  { agent, sentence, kind }: ReadEvent,
  speeches: readonly Speech[],
  token: number,
  context: DraftContext,
): boolean {
  if (kind !== "killing" || context.pack.isVerbFinal) return false;
  const doer = context.readings[sentence]?.items[agent];
  if (doer?.group?.type !== "pronoun") return false;
  if (isOneOf(context.tokens, doer.from, context.pack.wordsIn("CUE.first"))) return false;
  // "fired to disperse them, killing five": those are no doers.
  if (isOneOf(context.tokens, doer.from, context.pack.wordsIn("OBJECTW"))) return false;
  return speeches.some(({ quotes }) => quotes.some(({ from, to }) => from < token && token < to));
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
    .sort(
      (a, b) =>
        Number(handsOn(b, a, token)) - Number(handsOn(a, b, token)) ||
        sizeOf(b) - sizeOf(a) ||
        // "Citing A, B said": B hands on what A says.
        Number(a.kind === "cited") - Number(b.kind === "cited") ||
        a.speaker.range[0] - b.speaker.range[0],
    );
}

function covers(speech: Speech, token: number): boolean {
  const [from, to] = speech.speaker.range;
  if (token >= from && token < to) return false;
  return !speech.isAuthor && speech.kind !== "judge";
}

/** "He said five were killed, |Lantern reported|": behind a saying without marks the sentence's last speaker hands on what was said. */
function handsOn(last: Speech, first: Speech, token: number): boolean {
  const isPlain = ({ kind, quotes, isInQuote }: Speech): boolean =>
    kind === "say" && quotes.length === 0 && !isInQuote;
  return (
    last.sentence === first.sentence &&
    isPlain(last) &&
    isPlain(first) &&
    last.speaker.range[0] > token &&
    first.speaker.range[0] < token
  );
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
  const loose = context.classes.of(...LOOSE);
  const isLoose = (index: number): boolean => loose[items[index]?.set ?? 0] === 1;
  while (start < end - 1 && isLoose(start)) start++;
  while (end > start + 1 && isLoose(end - 1) && !closesQuote(items, start, end - 1, context)) end--;
  return [items[start]?.from ?? 0, items[end - 1]?.to ?? 0];
}

/** A closing mark whose quotation opens within the range. */
function closesQuote(
  items: readonly Item[],
  start: number,
  at: number,
  { classes }: DraftContext,
): boolean {
  if (classes.quoteClose[items[at]?.set ?? 0] !== 1) return false;
  for (let i = at - 1; i > start; i--) {
    const { set } = items[i] as Item;
    if (classes.quoteOpen[set] === 1) return true;
    if (classes.quoteClose[set] === 1) return false;
  }
  return false;
}

const LOOSE = ["COMMA", "DOT", "SEMI", "COLON", "DASH", "BULLET", "CONJ", "QC", "QO"];

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
  for (const name of concerned.persons) {
    // "A, who, his lawyer B |said,| was tortured, was hanged": whoever says it in between is not whom it is about.
    if (saysAside(name, items, event.trigger, context)) continue;
    add(name, name.isTitleOfficial && isSignOfLife(event.kind, event.stage) ? "official" : role);
  }
  if (event.rows[0] === TITLED) return persons;
  // "A said his father they hanged", where verbs stand last: who says it did not do it.
  for (const name of agentsOf(event, items, context))
    if (!isSpeakerHere(name, spoken)) add(name, roleOfAgent(event, name, isAccused));
  for (const name of namesWithin(context.names, range)) {
    if (name.type !== "person") continue;
    if (isSpeakerHere(name, spoken)) continue;
    if (isAccused && name.to <= (items[event.trigger]?.from ?? 0)) add(name, "suspect");
    else add(name, name.isTitleOfficial ? "official" : "other");
  }
  return persons;
}

/** Named before the event word, with a verb of saying between the name and a comma. */
function saysAside(
  { to }: NameMatch,
  items: readonly Item[],
  trigger: number,
  { classes, pack }: DraftContext,
): boolean {
  if (pack.isVerbFinal || to > (items[trigger]?.from ?? 0)) return false;
  const at = items.findIndex(({ from }) => from === to);
  const isSaid = classes.says[itemOf(items, at)?.set ?? 0] === 1;
  return isSaid && classes.comma[itemOf(items, at + 1)?.set ?? 0] === 1 && at + 1 < trigger;
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
  { kind, stage, trigger }: ReadEvent,
  items: readonly Item[],
  { imprisoned }: ClauseClasses,
): PersonRole {
  // By the row's own words: "arrested on the day his father's prison sentence ended" is no sentence of his.
  const isSentence =
    kind === "arrest" && (stage !== null || imprisoned[items[trigger]?.set ?? 0] === 1);
  if (isSignOfLife(kind, stage)) return "victim";
  return isSentence ? "convicted" : (VICTIM_ROLE[kind] ?? "other");
}

function roleOfAgent(
  { kind }: ReadEvent,
  { isTitleOfficial }: NameMatch,
  isAccused: boolean,
): PersonRole {
  // Who forgives or frees somebody has done nobody harm.
  if (TAKES_PART.has(kind) || (SPARING.has(kind) && !isTitleOfficial)) return "other";
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
  if (named.length === 1 && isDoneBySeveral(event, items, context)) return [];
  if (named.length > 0) return named;
  if (agent.group?.type === "pronoun" && isForm(agent, "REFPL", context)) {
    if (event.kind === "strike") return pluralGroup(event, agent, context, () => false).persons;
    if (isTeller(event, agent, context)) return [];
    const several = findPlural(context.readings, event.sentence, agent.from);
    return canBeDoers(several, event, context) ? (several?.group?.persons ?? []) : [];
  }
  if (event.kind === "strike") return takingPart(event, agent, items, context);
  if (!hasClass(agent, "PRONSG")) return named;
  const name = findReferred(event, agent, null, context);
  return name === null ? [] : [name];
}

/** "A was asleep and him they arrested", where verbs stand last: the verb is of several, and A is one. */
function isDoneBySeveral(
  { trigger, agent }: ReadEvent,
  items: readonly Item[],
  { classes, pack, tokens }: DraftContext,
): boolean {
  if (!pack.isVerbFinal || trigger < agent) return false;
  const next = items[trigger + 1];
  const verb = next !== undefined && classes.verbEnd[next.set] === 1 ? next : items[trigger];
  const form = tokens.form[(verb?.to ?? 1) - 1] ?? "";
  return [...pack.wordsIn("PLURALENDS")].some((end) => form.endsWith(end));
}

/** "She began a hunger strike", "the two teachers began": who is meant. */
function takingPart(
  event: ReadEvent,
  agent: Item,
  items: readonly Item[],
  context: DraftContext,
): readonly NameMatch[] {
  const reading = context.readings[event.sentence];
  if (context.pack.isVerbFinal || reading === undefined) return [];
  const meant = { ...event, victims: [items.indexOf(agent)], agent: -1 };
  return resolveVictims(meant, [agent], reading, context).persons;
}

/** "They say they killed him", and "they say killed him" where verbs stand last: whoever says it of others. */
function isTeller(event: ReadEvent, agent: Item, { speeches, tokens }: DraftContext): boolean {
  return speeches.some(({ sentence, speaker }) => {
    if (sentence !== event.sentence) return false;
    const [from, to] = speaker.range;
    const word = tokens.form[agent.from] ?? "";
    return (
      (from <= agent.from && agent.from < to) || tokens.form.slice(from, to).join(" ") === word
    );
  });
}

const DEATHS: ReadonlySet<ClaimKind> = new Set(["execution", "killing", "death-in-custody"]);

/** Told of in the same paragraph: beyond it "they" are others; and none of whom it was told that they died of it. */
function canBeDoers(
  several: Item | null,
  { sentence }: ReadEvent,
  { readings, told }: DraftContext,
): boolean {
  if (several === null) return false;
  const names = new Set(several.group?.persons.map(({ name }) => name));
  if (told.some(({ name, kind, isDoer }) => !isDoer && DEATHS.has(kind) && names.has(name.name)))
    return false;
  const home = readings.find(
    ({ sentence: { from, to } }) => from <= several.from && several.from < to,
  );
  return home?.sentence.block === readings[sentence]?.sentence.block;
}
