/**
 * In: drafts of a document's claims. Out: claims as JSON defines them, in order of place, tied to each other.
 * Never: keeps a claim without its exact words; counts the same words twice under one kind.
 */
import type { Note } from "../base/note.ts";
import { type Span, spanAt } from "../base/span.ts";
import type {
  Attribution,
  Charge,
  Claim,
  ClaimDocument,
  Period,
  Person,
  Place,
  Quantity,
} from "../model/claim.ts";
import type { Draft } from "./draft.ts";
import type { NameMatch } from "./findNames.ts";
import type { PeriodMatch } from "./findPeriods.ts";
import type { Speech, TokenRange } from "./speech.ts";
import { SEMICOLONS, type Tokens } from "./tokens.ts";

export type AssemblyContext = {
  readonly tokens: Tokens;
  readonly document: ClaimDocument;
  readonly resolve: (
    match: PeriodMatch,
    draft: Draft,
  ) => { period: Period; notes: readonly Note[] };
  readonly chargesIn: (
    range: TokenRange,
    sentence: number,
  ) => readonly { from: number; to: number; id: string | null }[];
  /** A unit that stands for people of any sort ("people", "prisoners"). */
  readonly isAnybody: (unit: string) => boolean;
  /** Words that say these are others than those before ("another two"), or some of them ("two of them"). */
  readonly isFurther: (span: Span) => boolean;
  readonly stageOf: (draft: Draft) => string | null;
  /** True of days that had not come when the report was published. */
  readonly isAfterReport: (period: Period | null) => boolean;
  readonly isOfficial: (speech: Speech) => boolean;
  /** Events that the report says the authorities have not announced. */
  readonly unannounced: ReadonlySet<Draft>;
  readonly isOrigin: (token: number) => boolean;
  readonly isCourt: (name: NameMatch) => boolean;
};

/** Claims, and by their ids the draft that each was made of. */
export type Assembled = {
  readonly claims: Claim[];
  readonly draftById: ReadonlyMap<string, Draft>;
};

/** Puts the claims together. Ids are stable: document, kind and place. */
export function assembleClaims(drafts: readonly Draft[], context: AssemblyContext): Assembled {
  const { kept: ordered, keptFor } = withoutDoubles(
    [...drafts].sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]),
  );
  const ids = makeIds(ordered, context);
  const idByDraft = new Map(ordered.map((draft, index) => [draft, ids[index] ?? ""]));
  for (const [draft, index] of keptFor) idByDraft.set(draft, ids[index] ?? "");
  const beside = chargedBySentence(ordered);
  const claims = ordered.map((draft, index) => {
    const charges = chargesOf(draft, beside.get(draft.sentence) ?? [], context);
    return { ...toClaim(draft, ids[index] ?? "", idByDraft, context), charges };
  });
  return {
    claims: tieTogether(claims, context),
    draftById: new Map(ordered.map((draft, index) => [ids[index] ?? "", draft])),
  };
}

/** The same kind over the same anchor or the same words is one claim; the first (stronger) stays, and stands for the others. */
function withoutDoubles(drafts: readonly Draft[]): { kept: Draft[]; keptFor: Map<Draft, number> } {
  const kept: Draft[] = [];
  const keptFor = new Map<Draft, number>();
  /** What was kept, at its anchor and at its first token; a stronger one takes the place of its double there. */
  const byPlace = new Map<number, Kept[]>();
  const put = (place: number, one: Kept): void => {
    const others = byPlace.get(place);
    if (others === undefined) byPlace.set(place, [one]);
    else others.push(one);
  };
  for (const draft of drafts) {
    const { kind, anchor, range } = draft;
    const [from, to] = range;
    let double = -1;
    const look = ({ index, first }: Kept): void => {
      if (first.kind !== kind || !isDouble(draft, kept[index] as Draft)) return;
      const isSame =
        first.anchor === anchor ||
        (first.range[0] === from && first.range[1] === to) ||
        isOfSameNumber(draft, first);
      if (isSame && (double < 0 || index < double)) double = index;
    };
    byPlace.get(anchor)?.forEach(look);
    byPlace.get(from)?.forEach(look);
    if (double >= 0) {
      keptFor.set(draft, double);
      keptFor.set(kept[double] as Draft, double);
      if (isStronger(draft, kept[double] as Draft)) kept[double] = draft;
      continue;
    }
    const one = { index: kept.length, first: draft };
    put(anchor, one);
    if (from !== anchor) put(from, one);
    kept.push(draft);
  }
  return { kept, keptFor };
}

/** "At least 975 were executed, and 503 of them (52 %) were hanged": the first number is of the first verb alone. */
function isOfSameNumber(one: Draft, other: Draft): boolean {
  return (
    // Nobody dies twice; who was arrested may be jailed too.
    DEATHS.has(one.kind) &&
    one.quantity !== null &&
    one.sentence === other.sentence &&
    one.range[0] === other.range[0] &&
    one.modality === other.modality &&
    one.quantity.span.start === other.quantity?.span.start
  );
}

/** Where a draft is kept, and the one that was put there first. */
type Kept = { readonly index: number; readonly first: Draft };

/** Parts of one whole share its anchor ("including six women and two men"): they are one only over the same words. */
function isDouble(draft: Draft, other: Draft): boolean {
  if (draft.subsetOf !== other.subsetOf) return false;
  return draft.subsetOf === null || draft.range[0] === other.range[0];
}

function isStronger(draft: Draft, other: Draft): boolean {
  return draft.tier === "counted" && other.tier === "shown";
}

function makeIds(drafts: readonly Draft[], context: AssemblyContext): string[] {
  const used = new Map<string, number>();
  return drafts.map((draft) => {
    const base = `${context.document.id}.${draft.kind}.${context.tokens.start[draft.range[0]] ?? 0}`;
    const count = (used.get(base) ?? 0) + 1;
    used.set(base, count);
    return count === 1 ? base : `${base}.${count}`;
  });
}

function toClaim(
  draft: Draft,
  id: string,
  idByDraft: ReadonlyMap<Draft, string>,
  context: AssemblyContext,
): Claim {
  const { tokens } = context;
  const notes: Note[] = [...draft.notes];
  let period: Period | null = null;
  if (draft.period !== null) {
    const resolved = context.resolve(draft.period, draft);
    period = resolved.period;
    notes.push(...resolved.notes);
  }
  notes.push(
    ...draft.speeches
      .filter((speech) => speech.speaker.source === null)
      .map((speech) => unresolved(speech, tokens)),
  );
  if (draft.speeches.some(({ isCarried }) => isCarried === true))
    notes.push({ code: "source-carried", level: "info", span: null });
  const isAhead =
    draft.modality === "happened" && DEATHS.has(draft.kind) && context.isAfterReport(period);
  if (isAhead) notes.push({ code: "period-after-publication", level: "doubt", span: null });
  const attribution = draft.speeches
    .filter((speech) => !tellsOwnDeath(speech, draft, notes, tokens))
    .map((speech) => toAttribution(speech, draft, context))
    // Nobody is a source of their own words: "Noting that …, the group said" is one link.
    .filter(({ source }, at, links) => source === null || source !== links[at - 1]?.source);
  const isEvent = !SAID_KINDS.has(draft.kind);
  const officials = draft.speeches.map((speech) => context.isOfficial(speech));
  const subsetOf = draft.subsetOf === null ? null : (idByDraft.get(draft.subsetOf) ?? null);
  return {
    id,
    document: context.document,
    kind: draft.kind,
    span: spanOf(tokens, draft.range),
    quantity: partOf(draft.quantity, subsetOf),
    period,
    places: draft.places.map((name) => toPlace(name, context)),
    attribution,
    modality: isAhead ? "unclear" : draft.modality,
    hedge: draft.hedge === null ? null : spanOf(tokens, draft.hedge).quote,
    persons: draft.persons.map(({ name, role }) => toPerson(name, role, tokens)),
    charges: [],
    stage: isAhead ? null : context.stageOf(draft),
    official:
      isEvent && officials.some((isOfficial) => isOfficial)
        ? true
        : context.unannounced.has(draft)
          ? false
          : null,
    tier: draft.tier,
    sameAs: [],
    notes,
  };
}

function partOf(quantity: Quantity | null, subsetOf: string | null): Quantity | null {
  return quantity === null || quantity.subsetOf === subsetOf ? quantity : { ...quantity, subsetOf };
}

/** "Karim, said lawyer X, was hanged": whoever is dead in it has not told it; who did is left open. */
function tellsOwnDeath(
  speech: Speech,
  { kind, modality, persons }: Draft,
  notes: Note[],
  tokens: Tokens,
): boolean {
  const { source } = speech.speaker;
  if (source === null || !DEATHS.has(kind) || modality !== "happened") return false;
  const dead = persons.filter(({ role }) => role === "victim").map(({ name }) => name.name);
  const isDead =
    dead.includes(source) || (dead.length > 1 && dead.every((name) => source.includes(name)));
  if (isDead) notes.push(unresolved(speech, tokens));
  return isDead;
}

/** The words of a speaker whom nothing resolves. */
function unresolved(speech: Speech, tokens: Tokens): Note {
  const { start, end } = spanOf(
    tokens,
    speech.speaker.range[1] > speech.speaker.range[0]
      ? speech.speaker.range
      : [speech.whole[0], speech.whole[0] + 1],
  );
  return { code: "speaker-unresolved", level: "doubt", span: { start, end } };
}

/** A report cannot tell that these happened on a day to come. */
const DEATHS: ReadonlySet<string> = new Set(["execution", "killing", "death-in-custody"]);

/** Kinds that are words, not events: they are not announced by anybody. */
const SAID_KINDS: ReadonlySet<string> = new Set(["statement", "call", "statistic", "other"]);

/** Those who can be charged with something, by the sentence that tells of them. */
function chargedBySentence(drafts: readonly Draft[]): ReadonlyMap<number, readonly Draft[]> {
  const bySentence = new Map<number, Draft[]>();
  for (const draft of drafts) {
    if (!HAS_CHARGES.has(draft.kind)) continue;
    const own = bySentence.get(draft.sentence);
    if (own === undefined) bySentence.set(draft.sentence, [draft]);
    else own.push(draft);
  }
  return bySentence;
}

/** The charges of the sentence; of "34 were hanged for drugs and 22 for murder" each has its own. */
function chargesOf(draft: Draft, beside: readonly Draft[], context: AssemblyContext): Charge[] {
  if (!HAS_CHARGES.has(draft.kind)) return [];
  const [start, end] = draft.range;
  const others = beside.filter(
    ({ kind, range: [from, to] }) => kind === draft.kind && (to <= start || from >= end),
  );
  const isOfOthers = ({ from }: { readonly from: number }): boolean =>
    (from < start || from >= end) &&
    others.some(({ range }) => range[0] <= from && from < range[1]);
  const charges = context.chargesIn(draft.range, draft.sentence);
  return charges
    .filter((charge) => !isOfOthers(charge) && !isPartedBySemicolon(charge, draft.range, context))
    .map(({ from, to, id }) => {
      const span = spanOf(context.tokens, [from, to]);
      return { words: span.quote, id, span };
    });
}

/** "A, convicted of murder, was pardoned; B was hanged for |drugs|": what stands in another part of the sentence is said of others. */
function isPartedBySemicolon(
  { from, to }: { readonly from: number; readonly to: number },
  [start, end]: TokenRange,
  { tokens }: AssemblyContext,
): boolean {
  const [first, last] = to <= start ? [to, start] : [end, from];
  return tokens.form.slice(first, Math.max(first, last)).some((form) => SEMICOLONS.has(form));
}

const HAS_CHARGES: ReadonlySet<string> = new Set([
  "execution",
  "death-sentence",
  "imminent-execution",
  "arrest",
  "corporal-punishment",
  "stay",
  "clemency",
  "release",
]);

/** The span of a token range. */
export function spanOf(tokens: Tokens, [from, to]: TokenRange): Span {
  return spanAt(
    tokens.text,
    tokens.start[from] ?? 0,
    tokens.end[to - 1] ?? tokens.start[from] ?? 0,
  );
}

function toAttribution(speech: Speech, draft: Draft, context: AssemblyContext): Attribution {
  const { speaker } = speech;
  const span = spanOf(
    context.tokens,
    speaker.range[1] > speaker.range[0] ? speaker.range : [speech.whole[0], speech.whole[0] + 1],
  );
  return {
    words: span.quote,
    source: speaker.source,
    type: typeOf(speech, draft),
    cue: speech.cue === null ? null : spanOf(context.tokens, speech.cue).quote,
    span,
  };
}

function typeOf(speech: Speech, draft: Draft): Attribution["type"] {
  if (speech.kind === "post") return "post";
  if (speech.speaker.source === null) return "unnamed";
  // "…", X wrote, citing two officials: the quotation is of X, who wrote it.
  const isQuoted = speech.kind === "quote" || (speech.quotes.length > 0 && speech.kind !== "cited");
  if (speech.speaker.isUnnamed && !isQuoted) return "unnamed";
  const inQuote = speech.quotes.some(
    (quote) => quote.from <= draft.anchor && draft.anchor < quote.to,
  );
  if (inQuote)
    return speech.quotes.some((quote) => quote.from <= draft.range[0] && draft.range[1] <= quote.to)
      ? "direct"
      : "mixed";
  return speech.quotes.some((quote) => quote.from < draft.range[1] && draft.range[0] < quote.to)
    ? "mixed"
    : "indirect";
}

function toPlace(name: NameMatch, context: AssemblyContext): Place {
  const span = spanOf(context.tokens, [name.from, name.to]);
  const role =
    name.type === "prison"
      ? "prison"
      : context.isCourt(name)
        ? "court"
        : context.isOrigin(name.from)
          ? "origin"
          : "event";
  return { words: span.quote, id: name.id, role, span };
}

function toPerson(name: NameMatch, role: Person["role"], tokens: Tokens): Person {
  return {
    name: name.name,
    age: name.person?.age ?? null,
    sex: name.person?.sex ?? null,
    father: name.person?.father ?? null,
    role,
    span: spanOf(tokens, [name.from, name.to]),
  };
}

/** A claim is tied to this many earlier ones that share a number or a name with it; a report that says more repeats itself. */
const MOST_TIES = 24;

/** Ties claims of a kind that give the same number, or concern the same named person, to each other. */
function tieTogether(claims: readonly Claim[], context: AssemblyContext): Claim[] {
  const ties = new Map<string, Set<string>>();
  const earlier = new Map<string, Claim[]>();
  for (const claim of claims) {
    for (const key of tieKeys(claim)) {
      const sharing = earlier.get(key) ?? [];
      for (const other of sharing.slice(-MOST_TIES)) {
        if (!isSame(other, claim, context)) continue;
        ties.set(claim.id, (ties.get(claim.id) ?? new Set()).add(other.id));
        ties.set(other.id, (ties.get(other.id) ?? new Set()).add(claim.id));
      }
      sharing.push(claim);
      earlier.set(key, sharing);
    }
  }
  return claims.map((claim) => {
    const same = ties.get(claim.id);
    return same === undefined ? claim : { ...claim, sameAs: [...same].sort() };
  });
}

/** What claims must share to be the same: a number or a victim's name, and the kind. */
function tieKeys({ kind, quantity, persons }: Claim): string[] {
  if (!TIED.has(kind)) return [];
  const names = persons
    .filter((person) => IS_VICTIM.has(person.role))
    .map((person) => `${kind} of ${person.name}`);
  return [
    ...new Set(names),
    ...(quantity === null ? [] : [`${kind} ${quantity.min ?? quantity.max}`]),
  ];
}

function isSame(a: Claim, b: Claim, context: AssemblyContext): boolean {
  if (a.kind !== b.kind || a.modality !== b.modality || !TIED.has(a.kind)) return false;
  if (periodsConflict(a.period, b.period) || placesConflict(a, b)) return false;
  const sharesVictim = a.persons.some(
    (person) =>
      IS_VICTIM.has(person.role) &&
      b.persons.some((other) => other.name === person.name && IS_VICTIM.has(other.role)),
  );
  const isNumber =
    a.quantity !== null && b.quantity !== null && sameQuantity(a.quantity, b.quantity, context);
  if (sharesVictim) return haveSameBounds(a.quantity, b.quantity);
  return (
    isNumber &&
    !namesOthers(a, b, context) &&
    !namesOthers(b, a, context) &&
    (a.quantity?.min ?? a.quantity?.max ?? 0) > 1 &&
    ![a, b].some(({ span }) => context.isFurther(span))
  );
}

/** "A and B were hanged. Two spies were executed": named without a noun beside people of a kind, who may be others. */
function namesOthers(named: Claim, other: Claim, context: AssemblyContext): boolean {
  const isNamed = ({ persons }: Claim): boolean => persons.some(({ role }) => IS_VICTIM.has(role));
  if (!isNamed(named) || isNamed(other) || named.quantity?.unit != null) return false;
  const unit = other.quantity?.unit ?? null;
  return unit !== null && !context.isAnybody(unit);
}

/** As many, or one of them does not say: those who share a name are the same, whatever they are called. */
function haveSameBounds(a: Quantity | null, b: Quantity | null): boolean {
  return a === null || b === null || (a.min === b.min && a.max === b.max);
}

/** The same bounds of the same people: "two men" and "two prisoners", not "two men" and "two women". */
function sameQuantity(a: Quantity, b: Quantity, context: AssemblyContext): boolean {
  if (
    a.measure !== b.measure ||
    a.min !== b.min ||
    a.max !== b.max ||
    a.approximate !== b.approximate
  )
    return false;
  if (a.minExclusive !== b.minExclusive || a.maxExclusive !== b.maxExclusive) return false;
  if (a.subsetOf !== null || b.subsetOf !== null) return false;
  return (
    a.unit === null ||
    b.unit === null ||
    a.unit.toLowerCase() === b.unit.toLowerCase() ||
    context.isAnybody(a.unit) ||
    context.isAnybody(b.unit)
  );
}

/** Both say where, and name no place in common. */
function placesConflict(a: Claim, b: Claim): boolean {
  const places = a.places.filter(({ role }) => role === "event" || role === "prison");
  const others = b.places.filter(({ role }) => role === "event" || role === "prison");
  if (places.length === 0 || others.length === 0) return false;
  return !places.some((place) =>
    others.some(
      (other) =>
        other.words === place.words ||
        (place.id !== null && other.id === place.id) ||
        isWithin(place, other) ||
        isWithin(other, place),
    ),
  );
}

/** "Evin" and "Evin Prison", "Karaj" and "Karaj Central Prison": one name holds the other. */
function isWithin(inner: Place, outer: Place): boolean {
  return (
    outer.words.toLowerCase().includes(inner.words.toLowerCase()) ||
    (outer.id !== null &&
      inner.id !== null &&
      outer.id.split("/")[0] === inner.id.split("/")[0] &&
      inner.id.split("/")[1] === "country")
  );
}

const TIED: ReadonlySet<string> = new Set([
  "execution",
  "death-sentence",
  "imminent-execution",
  "killing",
  "injury",
  "death-in-custody",
  "arrest",
  "stay",
  "clemency",
  "release",
  "statistic",
  "torture",
]);
const IS_VICTIM: ReadonlySet<string> = new Set(["victim", "at-risk", "injured", "convicted"]);

function periodsConflict(a: Period | null, b: Period | null): boolean {
  if (a === null || b === null) return false;
  if (a.latest !== null && b.earliest !== null && a.latest < b.earliest) return true;
  return b.latest !== null && a.earliest !== null && b.latest < a.earliest;
}
