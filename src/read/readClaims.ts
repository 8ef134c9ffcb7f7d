/**
 * In: a document as frozen text, and the packs. Out: its claims, each with its exact words, and notes.
 * The story of reading, a stage a line. Never throws on data; never reads what is not in the text.
 */
import type { Note } from "../base/note.ts";
import type { Range } from "../base/span.ts";
import type { ClaimDocument, PersonRole } from "../model/claim.ts";
import type { Document } from "../model/document.ts";
import type { Reading } from "../model/reading.ts";
import type { Told } from "./antecedents.ts";
import { joinAsides, partSources } from "./asides.ts";
import { type Assembled, assembleClaims } from "./assemble.ts";
import { carryIncidents } from "./carryIncidents.ts";
import { carryPeriods } from "./carryPeriods.ts";
import { type ClauseClasses, makeClauseClasses } from "./clauseClasses.ts";
import type { Draft } from "./draft.ts";
import { type DraftContext, VICTIM_ROLE } from "./draftContext.ts";
import { isOfficial, stageOf, unannouncedEvents } from "./draftStage.ts";
import { draftEllipses } from "./ellipsis.ts";
import { type EventTables, type ReadEvent, makeEventTables } from "./event.ts";
import { woundsAmongTheDead, woundsOfTheDead } from "./eventDeaths.ts";
import { bringsOwn, kindsBySentence } from "./eventOwn.ts";
import { findEvents } from "./events.ts";
import { findNames } from "./findNames.ts";
import { findPeriods } from "./findPeriods.ts";
import { findForeign, foreignStretches, isAllForeign } from "./foreign.ts";
import { type GazetteerMatch, findCharges } from "./gazetteer.ts";
import { joinGroups } from "./groups.ts";
import { inheritPeriods } from "./inheritPeriods.ts";
import { findDescribed, findIntroductions, sexesOf } from "./introductions.ts";
import { type Findings, indexNextNames, itemString, makeItems } from "./items.ts";
import { type ItemSets, makeItemSets } from "./itemSets.ts";
import { lendRoles } from "./lendRoles.ts";
import { formsOf } from "./lexicon.ts";
import { isRow, readLists } from "./lists.ts";
import { draftOfEvent } from "./makeDrafts.ts";
import { draftDemands, draftStatements } from "./makeStatements.ts";
import { type PlainReading, draftStatistics } from "./makeStatistics.ts";
import { countryOf, holdsNear, holdsOften, indexNames, namesNear, once } from "./nameScopes.ts";
import { CONCERNED, nameVictims } from "./nameVictims.ts";
import type { LanguagePack, Packs } from "./packRows.ts";
import { AHEAD, isAfter, isPastPlan, lastTime, speechDate } from "./pastPlans.ts";
import { findQuotes } from "./quotes.ts";
import { resolvePeriod } from "./resolvePeriod.ts";
import { findSentences } from "./sentences.ts";
import { type CueClasses, type SentenceReading, findSpeeches, makeCueClasses } from "./speech.ts";
import { headlineSpeeches } from "./speechHeadline.ts";
import { namedDemands } from "./speechListed.ts";
import { findStances, underStances } from "./stances.ts";
import { dropLooseSums, tieParts } from "./tieParts.ts";
import { tokenize } from "./tokens.ts";
import { type TracedClaim, traceRows } from "./traceRows.ts";

/** Tables of a language that reading needs, made once for each pack. */
type Tables = {
  readonly sets: ItemSets;
  readonly classes: ClauseClasses;
  readonly cues: CueClasses;
  readonly events: EventTables;
  readonly violent: Uint8Array;
  readonly named: ReadonlyMap<string, Uint8Array>;
  readonly requiredWords: ReadonlyMap<string, ReadonlySet<string>>;
};

const tablesByPack = new WeakMap<LanguagePack, Tables>();

function tablesOf(pack: LanguagePack): Tables {
  const known = tablesByPack.get(pack);
  if (known !== undefined) return known;
  const classes = makeClauseClasses(pack);
  const tables: Tables = {
    sets: makeItemSets(pack),
    classes,
    cues: makeCueClasses(classes),
    events: makeEventTables(classes, pack.frames.rows),
    violent: classes.of("VIOLENT"),
    named: new Map(
      Object.entries(REQUIREMENTS).map(([name, wanted]) => [name, classes.of(...wanted)]),
    ),
    requiredWords: new Map(
      Object.entries(REQUIREMENTS).map(([name, wanted]) => [name, wordsOfClasses(pack, wanted)]),
    ),
  };
  tablesByPack.set(pack, tables);
  return tables;
}

function wordsOfClasses(pack: LanguagePack, classes: readonly string[]): ReadonlySet<string> {
  const { entries } = pack.lexicon;
  return new Set(
    entries
      .filter((entry) => entry.classes.some((name) => classes.includes(name)))
      .map((entry) => entry.words),
  );
}

/** What rows mean by `requires`: classes of which one must stand in the sentence or beside it. */
const REQUIREMENTS: Readonly<Record<string, readonly string[]>> = {
  violent: ["VIOLENT"],
  death: ["DEATHWORD"],
  abroad: ["ABROAD"],
  exile: ["EXILEW"],
  graves: ["GRAVES"],
  custody: ["LAW", "CUSTODY", "BARSW", "PRISON"],
  cell: ["CUSTODY", "BARSW", "PRISON"],
  toll: ["DEATHTOLL", "DEADN", "KILLEDW"],
  lethal: ["DEADN", "KILLEDW", "BODYN"],
  unrest: ["UNREST"],
  labour: ["LABOUR"],
  captivity: ["CAPTIVEW"],
};

/** Reads the claims of a document. Same document, same packs: same claims. */
export function readClaims(document: Document, packs: Packs): Reading {
  const pack = packs.languages.get(document.language?.value ?? packs.fallback ?? "");
  if (pack === undefined)
    return { document, claims: [], notes: [...document.notes, unread(document)] };
  if (!packs.gate(document.text)) return { document, claims: [], notes: document.notes };
  if (document.language === null && isAllForeign(tokenize(document.text), pack.foreign))
    return { document, claims: [], notes: [...document.notes, unread(document)] };
  const { claims, notes } = readText(document, pack, packs);
  return { document, claims, notes: [...document.notes, ...notes] };
}

/** Reads as `readClaims` does and says by which pack rows each claim was made. For tests of rows, and to find idle ones. */
export function traceClaims(document: Document, packs: Packs): TracedClaim[] {
  const pack = packs.languages.get(document.language?.value ?? packs.fallback ?? "");
  if (pack === undefined || !packs.gate(document.text)) return [];
  const { claims, draftById, bases, readings } = readText(document, pack, packs);
  return claims.flatMap((claim) => {
    const draft = draftById.get(claim.id);
    return draft === undefined ? [] : [traceRows(claim, draft, bases, readings)];
  });
}

function unread(document: Document): Note {
  return {
    code: "language-unread",
    level: "refused",
    span: { start: 0, end: Math.min(1, document.text.length) },
  };
}

function passageUnread(span: Range): Note {
  return { code: "passage-unread", level: "info", span };
}

/** What reading a text makes, with what it was made of. */
type ReadText = Assembled & {
  readonly notes: readonly Note[];
  readonly bases: readonly PlainReading[];
  readonly readings: readonly SentenceReading[];
};

function readText(document: Document, pack: LanguagePack, packs: Packs): ReadText {
  const tables = tablesOf(pack);
  const tokens = tokenize(document.text);
  const sentences = findSentences(tokens, pack.sentenceWords);
  const quotes = findQuotes(tokens);
  const names = findNames(tokens, sentences, packs.names);
  const nameAt = indexNames(names);
  const findings: Findings = {
    tokens,
    marks: quotes.marks,
    nameAt,
    nextNameAt: indexNextNames(nameAt, tokens.size),
  };
  const foreign = findForeign(tokens, sentences, pack.foreign);
  // Stage by stage over all sentences: the engine's code for a stage is then at hand for each of them.
  const periods = sentences.map(({ from, to }, index) =>
    foreign.has(index) ? [] : findPeriods(tokens, from, to, packs.periods),
  );
  const bases = sentences.map(({ from, to }, index) => {
    const items = foreign.has(index)
      ? []
      : makeItems(findings, from, to, periods[index] ?? [], pack, tables.sets);
    return { index, items, string: itemString(items) };
  });
  const readings = sentences.map((sentence, index): SentenceReading => {
    const { items: plain = [], string: own = "" } = bases[index] ?? {};
    if (foreign.has(index)) return { index, sentence, items: [], string: "", isForeign: true };
    const whole = joinAsides(plain, { tokens, pack, classes: tables.classes });
    const string = whole === plain ? own : itemString(whole);
    const parted = partSources(whole, string, { tokens, pack, classes: tables.classes });
    const items = joinGroups(whole, parted, tokens, pack, tables.sets);
    return { index, sentence, items, string: itemString(items) };
  });
  const told = findSpeeches(readings, {
    tokens,
    quotes,
    classes: tables.classes,
    cues: tables.cues,
    pack,
    names: nameAt,
  });
  const speeches = [...headlineSpeeches(told, quotes, sentences, tokens), ...told];
  const often = new Map(
    ["violent", "custody"].map((name) => [
      name,
      once(() => holdsOften(bases, tables.named.get(name))),
    ]),
  );
  const known = new Map<string, (boolean | undefined)[]>();
  const holds = ({ index }: SentenceReading, requirement: string): boolean => {
    let bySentence = known.get(requirement);
    if (bySentence === undefined) known.set(requirement, (bySentence = []));
    const found = (bySentence[index] ??=
      holdsNear(bases, index, tables.named.get(requirement)) ||
      namesNear(bases, index, tokens, tables.requiredWords.get(requirement)));
    return found || often.get(requirement)?.() === true;
  };
  const eventContext = {
    tokens,
    pack,
    classes: tables.classes,
    tables: tables.events,
    holds,
    requiredWords: tables.requiredWords,
  };
  const events = readings.flatMap((reading) => findEvents(reading, eventContext));
  const speakerNames = new Set(
    speeches.flatMap((speech) => (speech.speaker.name === null ? [] : [speech.speaker.name.name])),
  );
  const described = findDescribed(readings, { tokens, pack, classes: tables.classes });
  const context: DraftContext = {
    tokens,
    pack,
    classes: tables.classes,
    readings,
    speeches,
    names,
    speakerNames,
    told: [],
    sexes: sexesOf(names, described, pack),
  };
  const holdsCharge = (from: number, to: number): boolean =>
    findCharges(tokens, from, to, packs.names).length > 0;
  const drafted = draftAll(events, context);
  const listed = readLists(drafted.drafts, bases, context, holdsCharge);
  const elliptic = draftEllipses(listed.drafts, bases, context, holdsCharge);
  const summed = inheritPeriods([...dropLooseSums(listed.drafts, elliptic), ...elliptic], readings);
  const timed = carryIncidents(carryPeriods(summed, context), context);
  const named = nameVictims(tieParts(timed, { tokens, pack }), {
    tokens,
    pack,
    introductions: findIntroductions(readings, { tokens, pack, classes: tables.classes }),
    described,
    speakers: speakerNames,
    sexes: context.sexes,
  });
  const stances = findStances(tokens, sentences, pack.stances);
  const drafts = underStances(
    woundsAmongTheDead(woundsOfTheDead(named), { tokens, pack }),
    stances,
  ).filter((draft) => !drafted.bare.has(placeOf(draft)));
  const statistics = draftStatistics(drafts, bases, context);
  const statements = draftStatements(drafts, statistics, context).filter(
    (draft) => !isRow(draft, listed.rows),
  );
  const demands = draftDemands(context);
  const country = countryOf(names);
  const sayings = lendRoles([...statements, ...demands], drafts);
  const chargesBySentence: (GazetteerMatch[] | undefined)[] = [];
  const acts = withoutTopics(drafts, sayings, namedDemands(context));
  const assembled = assembleClaims([...acts, ...statistics, ...sayings], {
    tokens,
    document: claimDocument(document),
    resolve: (match, draft) =>
      resolvePeriod(
        match,
        {
          tokens,
          published: document.published?.value ?? null,
          country,
          speech: speechDate(draft, tokens, packs),
          future:
            AHEAD.has(draft.modality) &&
            draft.kind !== "call" &&
            !isPastPlan(draft, document.published?.value ?? null, context),
          // Few times hang on another, and finding the last one takes a look at all before.
          antecedent: () => lastTime(match, readings, tokens, document, country, packs),
        },
        packs.periods,
      ),
    chargesIn: (_range, sentence) => {
      const at = sentences[sentence];
      return at === undefined
        ? []
        : (chargesBySentence[sentence] ??= findCharges(tokens, at.from, at.to, packs.names));
    },
    isAnybody: (unit) => pack.wordsIn("ANYBODY").has(formsOf(unit).at(-1) ?? ""),
    isFurther: ({ quote }) => tellsOfOthers(formsOf(quote), pack),
    stageOf: (draft) => stageOf(draft, country, tokens, packs),
    isAfterReport: (period) => isAfter(period, document.published?.value ?? null),
    isOfficial: (speech) => isOfficial(speech, tokens, pack, packs),
    unannounced: unannouncedEvents(drafts, readings, tables.classes),
    isOrigin: (token) => pack.wordsIn("ORIGIN").has(tokens.form[token - 1] ?? ""),
    isCourt: (name) => name.type === "organisation",
  });
  const unreadNotes = foreignStretches(tokens, sentences, foreign).map(passageUnread);
  return {
    claims: assembled.claims,
    draftById: assembled.draftById,
    notes: [...quotes.notes, ...unreadNotes],
    bases,
    readings,
  };
}

/** "called for an end to the arrests and the bloodshed": nouns of what is asked for tell no event of their own. */
function withoutTopics(
  drafts: readonly Draft[],
  sayings: readonly Draft[],
  named: ReadonlySet<number>,
): readonly Draft[] {
  const startOfCall = new Map<number, number>();
  for (const { kind, range } of sayings)
    if (kind === "call")
      for (let at = range[0]; at < range[1]; at++)
        startOfCall.set(at, Math.min(range[0], startOfCall.get(at) ?? range[0]));
  if (startOfCall.size === 0) return drafts;
  return drafts.filter(
    ({ anchor, tier, modality, range }) =>
      (modality !== "happened" && modality !== "ongoing") ||
      (!named.has(anchor) &&
        (tier !== "shown" || (startOfCall.get(anchor) ?? Infinity) > range[0])),
  );
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
    if (!bringsOwn(event, draft, kinds.get(event.sentence), context)) bare.add(placeOf(draft));
  }
  return { drafts: [...made.values()], bare };
}

/** "another two", "two of them": not simply as many as were told before. */
function tellsOfOthers(forms: readonly string[], pack: LanguagePack): boolean {
  const others = pack.wordsIn("FURTHER");
  const parts = pack.wordsIn("OFTHEM");
  return forms.some((form, at) => others.has(form) || parts.has(`${form} ${forms[at + 1] ?? ""}`));
}

function placeOf({ kind, anchor }: Draft): string {
  return `${kind} ${anchor}`;
}

/** A prisoner by the noun, or by what the report told before of the one named. */
function concernsCaptives({ quantity, persons }: Draft, { told, pack }: DraftContext): boolean {
  const nouns = pack.wordsIn("CAPTIVEN");
  if (formsOf(quantity?.unit ?? "").some((form) => nouns.has(form))) return true;
  return persons.some(({ name, role }) => {
    if (!CONCERNED.has(role)) return false;
    const own = told.filter((one) => one.name.name === name.name && !one.isDoer);
    const last = own.findLast(({ kind }) => HELD.has(kind) || kind === "release");
    return last !== undefined && last.kind !== "release";
  });
}

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

function claimDocument(document: Document): ClaimDocument {
  return {
    id: document.id,
    path: document.path,
    sha256: document.sha256,
    title: document.title?.value ?? null,
    publisher: document.publisher?.value ?? null,
    published: document.published?.value ?? null,
    language: document.language?.value ?? null,
  };
}
