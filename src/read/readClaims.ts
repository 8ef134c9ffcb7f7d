/**
 * In: a document as frozen text, and the packs. Out: its claims, each with its exact words, and notes.
 * The story of reading, a stage a line. Never throws on data; never reads what is not in the text.
 */
import type { Note } from "../base/note.ts";
import type { Range } from "../base/span.ts";
import type { ClaimDocument } from "../model/claim.ts";
import type { Document } from "../model/document.ts";
import type { Reading } from "../model/reading.ts";
import { type Assembled, assembleClaims } from "./assemble.ts";
import { endDangers } from "./averted.ts";
import { bylineNames } from "./bylines.ts";
import { widenWords } from "./claimWords.ts";
import { withoutDatelines } from "./datelines.ts";
import { doubtManners } from "./deniedManner.ts";
import type { Draft } from "./draft.ts";
import type { DraftContext } from "./draftContext.ts";
import { deniedReports } from "./deniedReports.ts";
import { draftEvents } from "./draftEvents.ts";
import { isOfficial, stageOf, unannouncedEvents } from "./draftStage.ts";
import { foreignStretches, isAllForeign } from "./foreign.ts";
import { type GazetteerMatch, findCharges } from "./gazetteer.ts";
import { type Introduction, findDescribed, sexesOf } from "./introductions.ts";
import { laterDateOf, resolveLaterDate } from "./laterDates.ts";
import { countsFromUndated } from "./laterTimes.ts";
import { lendRoles } from "./lendRoles.ts";
import { withoutUnreal } from "./counterfactual.ts";
import { endangerSpared } from "./sparedPersons.ts";
import { formsOf } from "./lexicon.ts";
import { isRow } from "./lists.ts";
import { draftDemands, draftStatements } from "./makeStatements.ts";
import { type PlainReading, draftStatistics } from "./makeStatistics.ts";
import { countryOf } from "./nameScopes.ts";
import type { LanguagePack, Packs } from "./packRows.ts";
import type { Tokens } from "./tokens.ts";
import {
  AHEAD,
  isAfter,
  isOpenPlan,
  isPastPlan,
  lastDated,
  lastTime,
  speechDate,
} from "./pastPlans.ts";
import type { PeriodMatch } from "./findPeriods.ts";
import { doubtDeathsOfLiving } from "./saidToLive.ts";
import { dateByPosts } from "./postTimes.ts";
import { doubtSuicides } from "./partlyDied.ts";
import { leaveBackground } from "./speechBackground.ts";
import { type Sentences, readSentences } from "./readSentences.ts";
import { type PeriodContext, resolvePeriod } from "./resolvePeriod.ts";
import { type SentenceReading, type Speaker, type Speech, findSpeeches } from "./speech.ts";
import { headlineSpeeches } from "./speechHeadline.ts";
import { namedDemands } from "./speechListed.ts";
import { finish, finishTogether, type Staged } from "./stages.ts";
import { tokenize } from "./tokens.ts";
import { type TracedClaim, traceRows } from "./traceRows.ts";
import { isOneOf } from "./wordSets.ts";

/** Reads the claims of a document. Same document, same packs: same claims. */
export function readClaims(document: Document, packs: Packs): Reading {
  return finish(readDocument(document, packs));
}

/** Reads documents side by side: the same claims as one by one, in less time. For a dozen or two of them: all are held at once. */
export function readClaimsTogether(
  documents: readonly Document[],
  packs: Packs,
): readonly Reading[] {
  return finishTogether(documents.map((document) => readDocument(document, packs)));
}

/** Reads as `readClaims` does and says by which pack rows each claim was made. For tests of rows, and to find idle ones. */
export function traceClaims(document: Document, packs: Packs): TracedClaim[] {
  const pack = packs.languages.get(document.language?.value ?? packs.fallback ?? "");
  if (pack === undefined || !packs.gate(document.text)) return [];
  const { claims, draftById, bases, readings } = finish(readText(document, pack, packs));
  return claims.flatMap((claim) => {
    const draft = draftById.get(claim.id);
    return draft === undefined ? [] : [traceRows(claim, draft, bases, readings)];
  });
}

function* readDocument(document: Document, packs: Packs): Staged<Reading> {
  const pack = packs.languages.get(document.language?.value ?? packs.fallback ?? "");
  if (pack === undefined)
    return { document, claims: [], notes: [...document.notes, unread(document)] };
  if (!packs.gate(document.text)) return { document, claims: [], notes: document.notes };
  if (document.language === null && isAllForeign(tokenize(document.text), pack.foreign))
    return { document, claims: [], notes: [...document.notes, unread(document)] };
  const { claims, notes } = yield* readText(document, pack, packs);
  return { document, claims, notes: [...document.notes, ...notes] };
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

function* readText(document: Document, pack: LanguagePack, packs: Packs): Staged<ReadText> {
  const text = yield* readSentences(document, pack, packs);
  yield;
  const { tokens, sentences, names, quotes, readings, bases, foreign, tables } = text;
  const described = findDescribed(readings, { tokens, pack, classes: tables.classes });
  const context = contextOf(text, pack, described);
  yield;
  const drafts = yield* draftEvents(text, context, described, packs);
  yield;
  const statistics = draftStatistics(drafts.events, bases, context);
  const statements = draftStatements(drafts.events, statistics, context).filter(
    (draft) => !isRow(draft, drafts.rows),
  );
  const words = { tokens, pack };
  const denials = deniedReports(statements, drafts.events, words);
  const said = statements.map((statement) => denials.get(statement) ?? statement);
  // Whose life is asked for is at risk, whatever else is told of him.
  const spared = endangerSpared([...said, ...draftDemands(context)], words);
  const sayings = lendRoles(spared, drafts.events, words);
  const acts = widenWords(
    withoutTopics(drafts.events, sayings, namedDemands(context), words),
    context,
  );
  yield;
  const country = countryOf(names);
  const published = document.published?.value ?? null;
  const chargesBySentence: (GazetteerMatch[] | undefined)[] = [];
  const told = withoutDatelines([...acts, ...statistics, ...sayings], {
    tokens,
    readings,
    classes: tables.classes,
    published,
    dayOf: (match) => dayOf(match, published, tokens, packs),
  });
  const feared = withoutUnreal(dateByPosts(told, context), sentences, words);
  const ended = endDangers(feared, tokens);
  const drafted = leaveBackground(
    doubtSuicides(doubtManners(doubtDeathsOfLiving(ended), words), sentences, words),
    context,
  );
  const later = { classes: tables.classes, isVerbFinal: pack.isVerbFinal };
  const assembled = assembleClaims(drafted, {
    tokens,
    document: claimDocument(document),
    resolve: (match, draft) => {
      const resolve = (time: PeriodMatch, from?: Pick<PeriodContext, "published" | "future">) =>
        resolvePeriod(
          time,
          {
            tokens,
            published: isOpenPlan(draft, context) ? null : published,
            country,
            speech: from === undefined ? speechDate(draft, tokens, packs) : null,
            future:
              AHEAD.has(draft.modality) &&
              draft.kind !== "call" &&
              !isPastPlan(draft, published, context),
            // Few times hang on another, and finding the last one takes a look at all before.
            antecedent: () =>
              countsFromUndated(time, readings[draft.sentence], later)
                ? null
                : lastTime(time, readings, tokens, document, country, packs, pack),
            datedBefore: () => lastDated(time, readings, tokens, packs),
            ...from,
          },
          packs.periods,
        );
      const items = readings[draft.sentence]?.items ?? [];
      const told = pack.isVerbFinal ? null : laterDateOf(match, items, tables.classes);
      return told === null ? resolve(match) : resolveLaterDate(told, resolve);
    },
    chargesIn: ([from, to], sentence) => {
      const at = sentences[sentence];
      // A card reaches over several lines.
      if (at !== undefined && (from < at.from || to > at.to))
        return findCharges(tokens, Math.min(from, at.from), Math.max(to, at.to), packs.names);
      return at === undefined
        ? []
        : (chargesBySentence[sentence] ??= findCharges(tokens, at.from, at.to, packs.names));
    },
    isAnybody: (unit) => pack.wordsIn("ANYBODY").has(formsOf(unit).at(-1) ?? ""),
    isFurther: ({ quote }) => tellsOfOthers(formsOf(quote), pack),
    stageOf: (draft) => stageOf(draft, country, tokens, packs),
    isAfterReport: (period) => isAfter(period, published),
    isOfficial: (speech) => isOfficial(speech, tokens, pack, packs),
    unannounced: unannouncedEvents(acts, readings, tables.classes),
    isOrigin: (token) => isOneOf(tokens, token - 1, pack.wordsIn("ORIGIN")),
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

/** The one day that a time means, or null. */
function dayOf(
  match: PeriodMatch,
  published: string | null,
  tokens: Tokens,
  packs: Packs,
): string | null {
  const { period } = resolvePeriod(match, { tokens, published, country: null }, packs.periods);
  return period !== null && period.earliest === period.latest ? period.earliest : null;
}

/** Who says what, and who is who: what drafts of a text are made with. */
function contextOf(
  text: Sentences,
  pack: LanguagePack,
  described: readonly Introduction[],
): DraftContext {
  const { tables, tokens, sentences, quotes, names, nameAt, readings } = text;
  const { classes, cues } = tables;
  const told = findSpeeches(readings, { tokens, quotes, classes, cues, pack, names: nameAt });
  const speeches = [...headlineSpeeches(told, quotes, sentences, tokens), ...told];
  const speakerNames = new Set([
    ...bylineNames(readings, { tokens, pack }),
    // "The family of A": A is named, and says nothing.
    ...speeches.flatMap(({ speaker }) =>
      speaker.name === null || speaker.isUnnamed || isReferred(speaker, { tokens, pack })
        ? []
        : [speaker.name.name],
    ),
    ...speeches.flatMap((speech) => saidTogether(speech, readings)),
  ]);
  const sexes = sexesOf(names, described, { pack, tokens });
  return {
    tokens,
    pack,
    classes,
    readings,
    speeches,
    names,
    speakerNames,
    told: [],
    takenUp: new Map(),
    sexes,
  };
}

/** "He wrote from his cell": whom "he" means is told of all the same, unless he speaks by his name. */
function isReferred({ name, range }: Speaker, { tokens, pack }: Words): boolean {
  const [from, to] = range;
  const isOther = name !== null && (name.from < from || name.to > to);
  return isOther && to - from === 1 && isOneOf(tokens, from, pack.wordsIn("PRONSG"));
}

/** "|A and B|, their lawyers, said": each of them says it. */
function saidTogether(
  { sentence, speaker: { range, isUnnamed } }: Speech,
  readings: readonly SentenceReading[],
): readonly string[] {
  if (isUnnamed) return [];
  const first = readings[sentence]?.items.find(({ from, to }) => from <= range[0] && range[0] < to);
  const persons = first?.group?.type === "list" ? first.group.persons : [];
  return persons.map(({ name }) => name);
}

/**
 * "called for an end to the arrests and the bloodshed": nouns of what is asked for tell no event of their own; nor does what is asked
 * to be done or left ("for his execution to be halted", "Do not hang him").
 */
function withoutTopics(
  drafts: readonly Draft[],
  sayings: readonly Draft[],
  named: ReadonlySet<number>,
  words: Words,
): readonly Draft[] {
  const callAt = new Map<number, Draft>();
  for (const call of sayings)
    if (call.kind === "call")
      for (let at = call.range[0]; at < call.range[1]; at++) {
        const known = callAt.get(at);
        if (known === undefined || known.range[0] > call.range[0]) callAt.set(at, call);
      }
  if (callAt.size === 0) return drafts;
  return drafts.filter((draft) => {
    const call = callAt.get(draft.anchor);
    if (draft.modality !== "happened" && draft.modality !== "ongoing")
      return call === undefined || !isAskedFor(draft, call, words);
    return (
      !named.has(draft.anchor) &&
      (draft.tier !== "shown" || (call?.range[0] ?? Infinity) > draft.range[0])
    );
  });
}

type Words = { readonly tokens: Tokens; readonly pack: LanguagePack };

/** Deeds that a call asks for or against, told nowhere but in it. */
function isAskedFor(
  { kind, modality, range }: Draft,
  call: Draft,
  { tokens, pack }: Words,
): boolean {
  if (range[0] < call.range[0] || range[1] > call.range[1]) return false;
  if (modality === "called-for") return true;
  // "ensure that he is not tortured".
  const ensures = pack.wordsIn("ENSUREW");
  const before = tokens.form.slice(Math.max(call.range[0], range[0] - 3), range[0]);
  if (modality === "negated" && before.some((form) => ensures.has(form))) return true;
  if (!ASKED.has(kind)) return false;
  if (modality === "negated") return kind === "execution" && range[0] <= call.range[0] + 3;
  return modality === "intended" && (kind !== "execution" || call.modality === "called-to-stop");
}

const ASKED: ReadonlySet<string> = new Set(["execution", "stay", "clemency"]);

/** "another two", "two of them": not simply as many as were told before. */
function tellsOfOthers(forms: readonly string[], pack: LanguagePack): boolean {
  const others = pack.wordsIn("FURTHER");
  const parts = pack.wordsIn("OFTHEM");
  return forms.some((form, at) => others.has(form) || parts.has(`${form} ${forms[at + 1] ?? ""}`));
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
