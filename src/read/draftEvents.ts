/**
 * In: the sentences of a text, and who says what in them. Out: drafts of what happened, with their times, parts and people.
 * Never: leaves an event that only takes up what was told among them.
 */
import type { PersonRole } from "../model/claim.ts";
import type { Told } from "./antecedents.ts";
import { carryIncidents } from "./carryIncidents.ts";
import { carryNext } from "./carryNext.ts";
import { carryPeriods } from "./carryPeriods.ts";
import { dateBack } from "./dateBack.ts";
import { dateParts } from "./dateParts.ts";
import type { Draft } from "./draft.ts";
import { type DraftContext, VICTIM_ROLE } from "./draftContext.ts";
import { draftEllipses } from "./ellipsis.ts";
import type { ReadEvent } from "./event.ts";
import { woundsAmongTheDead, woundsOfTheDead } from "./eventDeaths.ts";
import { bringsOwn, kindsBySentence } from "./eventOwn.ts";
import { findEvents } from "./events.ts";
import { findCharges } from "./gazetteer.ts";
import { inheritPeriods } from "./inheritPeriods.ts";
import { type Introduction, findIntroductions } from "./introductions.ts";
import { formsOf } from "./lexicon.ts";
import { lendNames } from "./lendNames.ts";
import { withoutLesserSentences } from "./lesserSentences.ts";
import { type ListReading, readLists } from "./lists.ts";
import { draftOfEvent } from "./makeDrafts.ts";
import { nameDefinite } from "./nameDefinite.ts";
import { nameRuling } from "./nameRuling.ts";
import { nameSoleDead } from "./nameSoleDead.ts";
import { entryPersons } from "./nameFragments.ts";
import { CONCERNED, nameVictims } from "./nameVictims.ts";
import type { Packs } from "./packRows.ts";
import { type Sentences, requirementsOf } from "./readSentences.ts";
import { sexTold } from "./referredPerson.ts";
import {
  dropOpenFates,
  dropRestated,
  dropSparedAtGallows,
  dropUnfounded,
  giveNamesToWholes,
} from "./restated.ts";
import { splitByPlace } from "./splitByPlace.ts";
import type { Staged } from "./stages.ts";
import { findStances, underStances } from "./stances.ts";
import { dropLooseSums, tieParts } from "./tieParts.ts";
import { doubtUntold, untoldOf } from "./untoldDeaths.ts";
import { withoutBystanders } from "./withoutBystanders.ts";
import { holdsOneOf } from "./wordSets.ts";

/** Drafts of what happened: events, lists, numbers without a verb; with their times, parts and people. */
export function* draftEvents(
  text: Sentences,
  context: DraftContext,
  described: readonly Introduction[],
  packs: Packs,
): Staged<{ readonly events: readonly Draft[]; readonly rows: ListReading["rows"] }> {
  const { tables, tokens, sentences, bases, readings } = text;
  const { pack, classes, sexes } = context;
  const eventContext = {
    tokens,
    pack,
    names: context.names,
    classes,
    tables: tables.events,
    holds: requirementsOf(text),
    entry: ({ index }: { readonly index: number }) => entryPersons(readings, index, context),
    requiredWords: tables.requiredWords,
  };
  const events = readings.flatMap((reading) => findEvents(reading, eventContext));
  yield;
  const holdsCharge = (from: number, to: number): boolean =>
    findCharges(tokens, from, to, packs.names).length > 0;
  const drafted = draftAll(events, context);
  yield;
  const listed = readLists(drafted.drafts, bases, context, holdsCharge);
  const elliptic = draftEllipses(listed.drafts, bases, context, holdsCharge);
  const summed = inheritPeriods(
    [...dropLooseSums(listed.drafts, elliptic), ...elliptic],
    readings,
    context.classes,
  );
  const open = dropOpenFates(splitByPlace(dropUnfounded(summed, pack)), { tokens, pack });
  const founded = withoutLesserSentences(dropSparedAtGallows(open, { tokens, pack }), text, pack);
  const carried = carryIncidents(carryPeriods(founded, context), context);
  const timed = carryNext(dateBack(carried, context), context);
  yield;
  const introduced = {
    tokens,
    pack,
    introductions: findIntroductions(readings, { tokens, pack, classes }),
    described,
    speakers: context.speakerNames,
    sexes,
  };
  const tied = dateParts(tieParts(timed, { tokens, pack }), { tokens, pack, readings });
  const victims = nameVictims(tied, introduced);
  const untold = untoldOf(victims, sentences, { tokens, pack });
  // Without them nobody takes the name of one of them for that of the dead.
  const once = untold.size === 0 ? victims : nameVictims(doubtUntold(tied, untold), introduced);
  // Who has got names lends them on to the headline ("Three hanged in Birjand and Zabol").
  const isHeadline = ({ sentence, period }: Draft): boolean => sentence === 0 && period === null;
  const named = nameVictims(once, introduced, isHeadline);
  const lent = lendNames(giveNamesToWholes(named, pack), context);
  const definite = nameDefinite(dropRestated(nameSoleDead(lent, context), pack), context);
  const told = nameRuling(definite, context);
  const wounded = woundsAmongTheDead(woundsOfTheDead(told), { tokens, pack });
  const stood = underStances(wounded, findStances(tokens, sentences, pack));
  const drafts = withoutBystanders(stood, context).filter(
    (draft) => !drafted.bare.has(placeOf(draft)),
  );
  return { events: drafts, rows: listed.rows };
}

/** Drafts of all events, and the places of those that only take up what was told: later ones may still lean on them. */
function draftAll(
  events: readonly ReadEvent[],
  context: DraftContext,
): { readonly drafts: readonly Draft[]; readonly bare: ReadonlySet<string> } {
  const bare = new Set<string>();
  const made = new Map<ReadEvent, Draft>();
  const whole = events.filter((event) => event.subsetOf === null);
  const kinds = kindsBySentence(events);
  for (const event of [...whole, ...events.filter((event) => event.subsetOf !== null)]) {
    const draft = draftOfEvent(event, context, made);
    if (event.isOfCaptives && !concernsCaptives(draft, context)) continue;
    made.set(event, draft);
    context.told.push(...toldIn(draft));
    const names = draft.persons.filter(({ role }) => CONCERNED.has(role)).map(({ name }) => name);
    const sex = sexTold(event, names, context);
    if (sex !== null && names[0] !== undefined && !context.sexes.has(names[0].name))
      context.sexes.set(names[0].name, sex);
    if (!bringsOwn(event, draft, kinds.get(event.sentence), context)) bare.add(placeOf(draft));
  }
  return { drafts: [...made.values()], bare };
}

function placeOf({ kind, anchor }: Draft): string {
  return `${kind} ${anchor}`;
}

/** A prisoner by the noun, or by what the report told before of the one named. */
function concernsCaptives(
  { quantity, persons, anchor, range }: Draft,
  { told, pack, tokens }: DraftContext,
): boolean {
  const nouns = pack.wordsIn("CAPTIVEN");
  // "A former political prisoner died of cancer": he was free.
  const words = tokens.form.slice(range[0], anchor);
  const former = words.findIndex((form) => pack.wordsIn("FORMERW").has(form));
  const noun = words.slice(former + 1, former + FORMER_REACH);
  if (former >= 0 && noun.some((form) => nouns.has(form))) return false;
  if (formsOf(quantity?.unit ?? "").some((form) => nouns.has(form))) return true;
  // "He died in a car crash": somebody named who was held once may be free by then.
  const outside = pack.wordsIn("OUTSIDEW");
  if (holdsOneOf(tokens, anchor, anchor + OUTSIDE_REACH, outside)) return false;
  return persons.some(({ name, role }) => {
    if (!CONCERNED.has(role)) return false;
    const own = told.filter((one) => one.name.name === name.name && !one.isDoer);
    const last = own.findLast(({ kind }) => HELD.has(kind) || kind === "release");
    return last !== undefined && last.kind !== "release";
  });
}

/** Words from "former" to the noun that it describes. */
const FORMER_REACH = 4;

/** Words behind a death in which it may be told where or of what. */
const OUTSIDE_REACH = 6;

/** What is told of somebody who is held. */
const HELD: ReadonlySet<Draft["kind"]> = new Set([
  "arrest",
  "torture",
  "imminent-execution",
  "strike",
]);

/** Those whom a draft concerns and those who did it, not those who only stand in it. */
function toldIn({ kind, sentence, modality, persons }: Draft): Told[] {
  if (modality === "negated" || modality === "hypothetical") return [];
  if (VICTIM_ROLE[kind] === undefined) return [];
  return persons.flatMap(({ name, role }) => {
    const isDoer = DOERS.has(role);
    return isDoer || CONCERNED.has(role) ? [{ sentence, kind, name, isDoer }] : [];
  });
}

const DOERS: ReadonlySet<PersonRole> = new Set(["alleged-perpetrator", "suspect"]);
