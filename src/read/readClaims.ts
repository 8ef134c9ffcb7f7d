/**
 * In: a document as frozen text, and the packs. Out: its claims, each with its exact words, and notes.
 * The story of reading, a stage a line. Never throws on data; never reads what is not in the text.
 */
import type { Note } from "../base/note.ts";
import type { Range } from "../base/span.ts";
import type { ClaimDocument, Period, PersonRole } from "../model/claim.ts";
import { parseEdtf } from "../model/calendarDays.ts";
import type { Document } from "../model/document.ts";
import type { Reading } from "../model/reading.ts";
import { joinAsides, partSources } from "./asides.ts";
import { type Assembled, assembleClaims } from "./assemble.ts";
import { makeClauseClasses, type ClauseClasses } from "./clause.ts";
import type { Draft } from "./draft.ts";
import { draftEllipses } from "./ellipsis.ts";
import { type EventTables, makeEventTables, type ReadEvent } from "./event.ts";
import { bringsOwn, kindsBySentence } from "./eventOwn.ts";
import { woundsAmongTheDead, woundsOfTheDead } from "./eventDeaths.ts";
import { findEvents } from "./events.ts";
import { findNames, type NameMatch } from "./findNames.ts";
import { findPeriods, type PeriodMatch } from "./findPeriods.ts";
import { carryIncidents } from "./carryIncidents.ts";
import { carryPeriods } from "./carryPeriods.ts";
import { findCharges, findStages, type GazetteerMatch } from "./gazetteer.ts";
import { inheritPeriods } from "./inheritPeriods.ts";
import { joinGroups } from "./groups.ts";
import {
  type Findings,
  type Item,
  indexNextNames,
  itemString,
  type ItemSets,
  makeItems,
  makeItemSets,
} from "./items.ts";
import { type DraftContext, VICTIM_ROLE } from "./draftContext.ts";
import { draftOfEvent } from "./makeDrafts.ts";
import { isRow, readLists } from "./lists.ts";
import { draftDemands, draftStatements } from "./makeStatements.ts";
import { namedDemands } from "./speechListed.ts";
import { draftStatistics, type PlainReading } from "./makeStatistics.ts";
import { headlineSpeeches } from "./speechHeadline.ts";
import { formsOf } from "./lexicon.ts";
import type { Told } from "./antecedents.ts";
import { lendRoles } from "./lendRoles.ts";
import { findDescribed, findIntroductions, sexesOf } from "./introductions.ts";
import { CONCERNED, nameVictims } from "./nameVictims.ts";
import type { CaseStages, LanguagePack, Packs } from "./pack.ts";
import { findQuotes } from "./quotes.ts";
import { findStances, underStances } from "./stances.ts";
import { resolvePeriod } from "./resolvePeriod.ts";
import { dropLooseSums, tieParts } from "./tieParts.ts";
import { findSentences } from "./sentences.ts";
import {
  type CueClasses,
  findSpeeches,
  makeCueClasses,
  type SentenceReading,
  type Speech,
} from "./speech.ts";
import { findForeign, foreignStretches, isAllForeign } from "./foreign.ts";
import { tokenize, type Tokens } from "./tokens.ts";
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

/** The country pack that most of the named places and organisations belong to, or null. */
function countryOf(names: readonly NameMatch[]): string | null {
  const counts = new Map<string, number>();
  for (const { id } of names) {
    const country = id === null ? undefined : countryOfId(id);
    if (country !== undefined) counts.set(country, (counts.get(country) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;
}

/** "ir" of "ir/place/evin" and of "world/country/ir"; nothing of other ids of the world. */
function countryOfId(id: string): string | undefined {
  if (id.startsWith("world/")) return /^world\/country\/([^/]*)/.exec(id)?.[1];
  const end = id.indexOf("/");
  return end < 0 ? id : id.slice(0, end);
}

function indexNames(names: readonly NameMatch[]): Map<number, NameMatch> {
  return new Map(names.map((name) => [name.type === "person" ? name.titleFrom : name.from, name]));
}

/** The sentence, or one of its neighbours, holds a word of the class. */
function holdsNear(
  bases: readonly { items: readonly Item[] }[],
  index: number,
  members: Uint8Array | undefined,
): boolean {
  if (members === undefined) return true;
  for (let i = Math.max(0, index - 2); i <= Math.min(bases.length - 1, index + 1); i++) {
    if (bases[i]?.items.some((item) => members[item.set] === 1)) return true;
  }
  return false;
}

/** A place or organisation there has a word of the class for its name ("London" is abroad). */
function namesNear(
  bases: readonly { items: readonly Item[] }[],
  index: number,
  tokens: Tokens,
  wanted: ReadonlySet<string> | undefined,
): boolean {
  if (wanted === undefined) return false;
  for (let i = Math.max(0, index - 2); i <= Math.min(bases.length - 1, index + 1); i++) {
    if (
      bases[i]?.items.some(
        (item) =>
          item.name !== null &&
          item.name.type !== "person" &&
          wanted.has(tokens.form.slice(item.from, item.to).join(" ")),
      )
    )
      return true;
  }
  return false;
}

/** A report of violence from end to end: its dead were killed, whatever the sentence says. */
function holdsOften(
  bases: readonly { items: readonly Item[] }[],
  members: Uint8Array | undefined,
): boolean {
  if (members === undefined) return true;
  let count = 0;
  for (const { items } of bases) {
    if (items.some((item) => members[item.set] === 1) && ++count >= OFTEN) return true;
  }
  return false;
}

/** So many sentences with a word of violence make a report of violence. */
const OFTEN = 4;

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** Modalities of what is still to come: "on Monday" lies ahead. */
const AHEAD: ReadonlySet<string> = new Set(["intended", "called-for"]);

/** "had been scheduled to die on Wednesday": the day of the plan is over. */
function isPastPlan(
  { range, anchor, period }: Draft,
  published: string | null,
  { tokens, pack }: Pick<DraftContext, "tokens" | "pack">,
): boolean {
  const past = pack.wordsIn("PASTHAVE");
  for (let at = range[0]; at < Math.max(anchor, range[0] + PLAN_REACH) && at < range[1]; at++)
    if (past.has(tokens.form[at] ?? "")) return true;
  return isOverdue(period, published) && hasPastPlan(range, { tokens, pack });
}

/** "was to be hanged on 4 October": a plan told of as one that was. */
function hasPastPlan(
  [from, to]: Draft["range"],
  { tokens, pack }: Pick<DraftContext, "tokens" | "pack">,
): boolean {
  const plans = pack.wordsIn("PASTPLAN");
  for (let at = from; at < to - 1; at++)
    if (plans.has(`${tokens.form[at] ?? ""} ${tokens.form[at + 1] ?? ""}`)) return true;
  return false;
}

/** A day of some month without a year that went by less than so many days before the report. */
function isOverdue(period: Draft["period"], published: string | null): boolean {
  const value = period?.value;
  if (value?.op !== "date" || value.year !== null || value.month === null || value.day === null)
    return false;
  const [, month, day] = (published ?? "").split("-").map(Number);
  if (month === undefined || day === undefined) return false;
  const ago = (month - value.month) * MONTH + day - value.day;
  return ago > 0 && ago < OVERDUE;
}

const MONTH = 30;
const OVERDUE = 90;

/** Tokens of a plan in which the auxiliary of its verb stands. */
const PLAN_REACH = 6;

/** The last point or interval told before a match, for "the next day" and "that year"; null where there is none. */
function lastTime(
  match: PeriodMatch,
  readings: readonly SentenceReading[],
  tokens: Tokens,
  document: Document,
  country: string | null,
  packs: Packs,
): Pick<Period, "earliest" | "latest" | "basis" | "calendar"> | null {
  let last: PeriodMatch | null = null;
  const { value } = match;
  const isCounted =
    value.op === "context" &&
    DAY_GRAINS.has(value.grain ?? "") &&
    (value.amount !== 0 || value.grain !== "week");
  const here = indexOfSentence(readings, match.from);
  for (let i = here; last === null && i >= Math.max(0, here - TIME_REACH); i--) {
    for (const { period } of readings[i]?.items ?? [])
      if (period !== null && period.to <= match.from && isTime(period)) last = period;
    if (!isCounted || last === null || isPointed(last)) continue;
    // "in November he ran over an officer. … arrested two days later": a month says no day to count from.
    if (i >= here - 1 && isUndayed(last)) return null;
    last = null;
  }
  if (last === null) return null;
  return resolvePeriod(
    last,
    { tokens, published: document.published?.value ?? null, country },
    packs.periods,
  ).period;
}

/** Grains that count from a day ("two days later"), not from a month or a stretch. */
const DAY_GRAINS: ReadonlySet<string> = new Set(["minute", "hour", "day", "week"]);

function isPointed({ kind, value }: PeriodMatch): boolean {
  return kind === "point" && value.op !== "part" && value.op !== "context";
}

/** A month or year in which something happened, no bound of a count. */
function isUndayed({ value }: PeriodMatch): boolean {
  return value.op === "date" && value.day === null;
}

/** How many sentences back the time may stand that "the next day" counts from. */
const TIME_REACH = 20;

/** Index of the last sentence that begins at or before a token. */
function indexOfSentence(readings: readonly SentenceReading[], token: number): number {
  let low = 0;
  let high = readings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((readings[middle]?.sentence.from ?? 0) <= token) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function isTime({ kind }: PeriodMatch): boolean {
  return kind === "point" || kind === "interval";
}

function speechDate(draft: Draft, tokens: Tokens, packs: Packs): string | null {
  const post = draft.speeches.find((speech) => speech.date !== null);
  if (post?.date == null) return null;
  const [match] = findPeriods(tokens, post.date[0], post.date[1], packs.periods);
  if (match === undefined) return null;
  return resolvePeriod(match, { tokens, published: null, country: null }, packs.periods).period
    .latest;
}

/** Days that all lie after a report, or go on beyond it from its day; a day more for the time zones of the earth. */
function isAfter(period: Period | null, published: string | null): boolean {
  const day = published === null ? undefined : parseEdtf(published)?.to;
  const from = period?.earliest == null ? undefined : parseEdtf(period.earliest)?.from;
  const to = period?.latest == null ? from : parseEdtf(period.latest)?.to;
  if (day === undefined || from === undefined || to === undefined) return false;
  return from >= day && to > day + 1;
}

/** The stage of a case that a claim tells of: as its words say, else by its kind; null outside the country packs. */
function stageOf(
  draft: Draft,
  country: string | null,
  tokens: Tokens,
  packs: Packs,
): string | null {
  const stages = packs.stages.get(country ?? "");
  if (stages === undefined || !HAS_STAGE.has(draft.modality)) return null;
  if (draft.stage !== null) return draft.stage;
  const [from, to] = draft.range;
  if (draft.kind === "imminent-execution")
    // What came first in a case is told beside what endangers now: the furthest step that does.
    return furthestDanger(findStages(tokens, from, to, packs.names), stages);
  if (draft.kind === "stay" || draft.kind === "clemency")
    return (
      findStages(tokens, from, to, packs.names).find(
        ({ id }) => stages.rows.get(id)?.reverses === true,
      )?.id ?? null
    );
  return stages.byKind.get(draft.kind) ?? null;
}

/** The last step of a case among those that bring an execution near; null where no word names one. */
function furthestDanger(found: readonly GazetteerMatch[], { rows }: CaseStages): string | null {
  const steps = found.flatMap(({ id }) => {
    const row = rows.get(id);
    return row !== undefined && row.risk >= NEAR && row.risk < OVER
      ? [{ id, order: row.order }]
      : [];
  });
  return steps.sort((left, right) => right.order - left.order)[0]?.id ?? null;
}

/** From this risk on a step is for the watch list; `OVER` is the risk of one whose case has ended. */
const NEAR = 3;
const OVER = 9;

const HAS_STAGE: ReadonlySet<string> = new Set(["happened", "ongoing", "at-risk", "intended"]);

/** How many sentences back the event stands that "has not been reported by officials". */
const UNANNOUNCED_REACH = 6;

/** Executions of which the report says that the authorities have not announced them. */
function unannouncedEvents(
  drafts: readonly Draft[],
  readings: readonly SentenceReading[],
  classes: ClauseClasses,
): ReadonlySet<Draft> {
  const members = classes.of("UNANNOUNCED");
  const found = new Set<Draft>();
  for (const { index, items } of readings) {
    if (!items.some((item) => members[item.set] === 1)) continue;
    const near = drafts.filter(
      (draft) =>
        draft.kind === "execution" &&
        draft.sentence <= index &&
        draft.sentence >= index - UNANNOUNCED_REACH &&
        draft.quantity !== null,
    );
    const last = near.at(-1);
    if (last === undefined) continue;
    for (const draft of near) if (draft === last || sharesPerson(draft, last)) found.add(draft);
  }
  return found;
}

function sharesPerson(a: Draft, b: Draft): boolean {
  return a.persons.some(({ name }) => b.persons.some((other) => other.name.name === name.name));
}

/** The speaker is an organ or medium of a state, as its name or title says; who left office speaks for none. */
function isOfficial(speech: Speech, tokens: Tokens, pack: LanguagePack, packs: Packs): boolean {
  const { name, range } = speech.speaker;
  if (name?.id != null && packs.officialIds.has(name.id)) return true;
  if (name?.type === "person" && !name.isTitleOfficial) return false;
  const from = name?.type === "person" ? name.titleFrom : range[0];
  const to = name?.type === "person" ? name.from : range[1];
  const forms = tokens.form.slice(from, to);
  if (forms.some((form) => pack.wordsIn("OUTOFOFFICE").has(form))) return false;
  return forms.some((form) => pack.authority.has(form));
}

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
