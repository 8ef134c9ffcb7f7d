/**
 * In: a speech and the words of a saying or demand. Out: its draft, with speakers from the outside in.
 * Never: names as an outer source one who says something else in the same sentence.
 */
import { changeDraft, type Draft, type DraftPerson } from "./draft.ts";
import type { DraftContext } from "./draftContext.ts";
import { speechesOver } from "./makeDrafts.ts";
import { namesWithin } from "./nameScopes.ts";
import { periodOfSpeech } from "./periodSaying.ts";
import type { Speech, TokenRange } from "./speech.ts";

const speechesBySentence = new WeakMap<readonly Speech[], ReadonlyMap<number, readonly Speech[]>>();

/** The speeches of one sentence; a document's are sorted by sentence once. */
export function speechesOf(sentence: number, { speeches }: DraftContext): readonly Speech[] {
  let known = speechesBySentence.get(speeches);
  if (known === undefined) {
    const sorted = new Map<number, Speech[]>();
    for (const speech of speeches) {
      const own = sorted.get(speech.sentence);
      if (own === undefined) sorted.set(speech.sentence, [speech]);
      else own.push(speech);
    }
    speechesBySentence.set(speeches, sorted);
    known = sorted;
  }
  return known.get(sentence) ?? [];
}

/** A range without marks and joining words at its ends. */
export function trimmed(range: TokenRange, context: DraftContext): TokenRange {
  let [from, to] = range;
  const { tokens } = context;
  while (to > from + 1 && ENDS.has(tokens.form[to - 1] ?? "")) to--;
  while (from < to - 1 && STARTS.has(tokens.form[from] ?? "")) from++;
  return [from, to];
}

const ENDS: ReadonlySet<string> = new Set(["\n", ".", ",", "!", "?", ";", ":", "-", "—", "–"]);
const STARTS: ReadonlySet<string> = new Set([",", ";", ":", "-", "—", "–", "•", "*"]);

/** A draft of a claim that is no event. */
export function blank(kind: Draft["kind"], range: TokenRange, sentence: number): Draft {
  return {
    kind,
    range,
    anchor: range[0],
    sentence,
    quantity: null,
    period: null,
    places: [],
    speeches: [],
    modality: "happened",
    hedge: null,
    persons: [],
    stage: null,
    tier: "shown",
    subsetOf: null,
    notes: [],
    rows: [],
  };
}

/** A draft of what somebody says or asks, with its speaker among the persons. */
export function draft(
  kind: "statement" | "call",
  range: TokenRange,
  speech: Speech,
  context: DraftContext,
): Draft {
  const anchor = speech.contents[0]?.[0] ?? range[0];
  const outer = speechesOver(anchor, context.speeches).filter(
    (other) => other !== speech && isAround(other, speech),
  );
  const persons: DraftPerson[] = [];
  const speaker = speech.speaker.name;
  if (speaker?.type === "person") persons.push({ name: speaker, role: "speaker" });
  for (const person of otherPersons(range, context)) {
    if (!persons.some((known) => known.name.name === person.name.name)) persons.push(person);
  }
  return changeDraft(blank(kind, range, speech.sentence), {
    anchor,
    period: periodSaid(speech, context),
    speeches: speech.isAuthor ? outer : [...outer, speech, ...citedBy(speech, context)],
    persons,
    modality: kind === "call" ? "called-for" : "happened",
    rows: [`speech.${speech.kind}`],
  });
}

function periodSaid(speech: Speech, context: DraftContext): Draft["period"] {
  const reading = context.readings[speech.sentence];
  return reading === undefined ? null : periodOfSpeech(speech, reading, context.classes);
}

/** Sources that the speaker names for it. */
function citedBy(speech: Speech, context: DraftContext): Speech[] {
  return speechesOf(speech.sentence, context).filter(
    (other) => other.kind === "cited" && other.contents === speech.contents,
  );
}

/** The speaker of one speech is named within what another says, and is not the same. */
function isAround(outer: Speech, inner: Speech): boolean {
  if (outer.speaker.source !== null && outer.speaker.source === inner.speaker.source) return false;
  const at = inner.cue?.[0] ?? inner.speaker.range[0];
  return (
    outer.contents.some(([from, to]) => from <= at && at < to) && outer.whole[0] <= inner.whole[0]
  );
}

/** Persons named within a range who are not its speaker. */
export function otherPersons(range: TokenRange, context: DraftContext): DraftPerson[] {
  return namesWithin(context.names, range)
    .filter((name) => name.type === "person")
    .map((name) => ({
      name,
      role: name.isTitleOfficial ? ("official" as const) : ("other" as const),
    }));
}
