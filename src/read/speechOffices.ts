/**
 * In: who spoke so far, with the words of the office that stood beside a name, in a language whose verbs stand last. Out: the one named
 * whom an office that speaks later means ("A, the governor of B, said … The governor of B added").
 * Never: takes another office, or that of another place, for his; chooses between two who hold it.
 */
import type { NameMatch } from "./findNames.ts";
import type { Speaker, SpeechContext } from "./speech.ts";
import { is, type Line } from "./speechCues.ts";
import type { SpeechMemory } from "./speechMemory.ts";
import type { NounPhrase } from "./nounPhrase.ts";
import { isWordOf } from "./speechWords.ts";
import { TOKEN } from "./tokens.ts";

/** An office as it was told: its words, and who holds it; null where nobody is named with it. */
export type Office = {
  readonly words: readonly string[];
  readonly holder: Speaker | null;
  /** Sentence in which it was told. */
  readonly sentence: number;
};

/** Keeps the office that stands beside the name of whoever speaks, or that speaks without a name. */
export function rememberOffice(
  line: Line,
  phrase: NounPhrase,
  speaker: Speaker,
  context: SpeechContext,
  { offices }: SpeechMemory,
): void {
  if (!context.pack.isVerbFinal) return;
  if (speaker.name?.type !== "person") {
    const words = officeAt(line, phrase.from, context);
    if (words.length > 0) offices.push({ words, holder: null, sentence: line.reading.index });
    return;
  }
  const own = speaker.name;
  const at = line.items.findIndex(({ from, to }) => from <= own.from && own.from < to);
  if (at < 0 || offices.some(({ holder }) => holder?.source === speaker.source)) return;
  const behind = is(line, at + 1, context.cues.comma) ? at + 2 : at + 1;
  const first = line.items[phrase.from]?.from ?? own.from;
  const front = officeAt(line, phrase.from, context).slice(0, Math.max(0, own.from - first));
  // A rank alone is no office.
  const told = [officeAt(line, behind, context), front.length > 1 ? front : []];
  const words = told.find((one) => one.length > 0);
  if (words !== undefined) offices.push({ words, holder: speaker, sentence: line.reading.index });
  else if (isIntroduced(line, at, own, context, offices))
    offices.push({ words: offices[0]?.words ?? [], holder: speaker, sentence: line.reading.index });
}

/**
 * "The head of police reported it. A said: …": nothing else says who A is where the report first names him, and nobody but that office
 * has spoken before.
 */
function isIntroduced(
  line: Line,
  at: number,
  { from, name, isTitleOfficial }: NameMatch,
  { names, cues }: SpeechContext,
  offices: readonly Office[],
): boolean {
  const [before] = offices;
  // Nearness alone says nothing: a rank before the name does.
  if (!isTitleOfficial) return false;
  if (before === undefined || offices.some(({ words }) => words.join() !== before.words.join()))
    return false;
  if (before.holder !== null || line.reading.index - before.sentence > NEXT_SENTENCES) return false;
  if (is(line, at + 1, cues.comma) || line.items[at]?.group?.type === "list") return false;
  for (const told of names.values()) if (told.from < from && told.name === name) return false;
  return true;
}

/** Sentences between an office that speaks and the name of its holder. */
const NEXT_SENTENCES = 2;

/** Who holds the office that speaks, where the report names one, and one only. */
export function holderOf(
  line: Line,
  phrase: NounPhrase,
  context: SpeechContext,
  { offices }: SpeechMemory,
): Speaker | null {
  if (!context.pack.isVerbFinal || offices.length === 0) return null;
  const words = officeAt(line, phrase.from, context);
  if (words.length === 0) return null;
  const areas = context.pack.wordsIn("OFFICEAREAW");
  const fits = offices.filter(
    ({ words: known, holder }) =>
      holder !== null &&
      known[0] === words[0] &&
      words.every((word) => known.includes(word) || areas.has(word)),
  );
  const [only] = fits;
  return only !== undefined && fits.every(({ holder }) => holder?.source === only.holder?.source)
    ? only.holder
    : null;
}

/** "Colonel A said … The head of the border guards added": nobody else has spoken, and his rank is of such a force. */
export function rankedOf(
  line: Line,
  phrase: NounPhrase,
  context: SpeechContext,
  { offices, entities }: SpeechMemory,
): Speaker | null {
  if (!context.pack.isVerbFinal || offices.length > 0) return null;
  const [, second = ""] = officeAt(line, phrase.from, context);
  if (!context.pack.wordsIn("FORCEOFFICEW").has(second)) return null;
  const spoken = entities.filter(({ spoke, type }) => spoke && type !== "thing");
  const [first] = spoken;
  const name = first?.speaker.name ?? null;
  const isRanked = name?.type === "person" && name.titleFrom < name.from;
  return isRanked && spoken.every(({ speaker }) => speaker.source === first?.speaker.source)
    ? (first?.speaker ?? null)
    : null;
}

/** The words of an office that begins at an item: its nouns, up to a mark, a name of a person, or a word of another kind. */
function officeAt(line: Line, at: number, context: SpeechContext): readonly string[] {
  const { cues, tokens } = context;
  const first = line.items[at];
  if (first === undefined || !isWordOf(first.from, cues.office, context)) return [];
  let to = at;
  while (to < Math.min(line.items.length, at + OFFICE_ITEMS) && isOfOffice(line, to, context)) to++;
  return to === at ? [] : tokens.form.slice(first.from, line.items[to - 1]?.to ?? first.to);
}

/** A name of a place or body, an institution, or a word that no list knows; no mark, verb or preposition. */
function isOfOffice(line: Line, at: number, { cues, tokens }: SpeechContext): boolean {
  const item = line.items[at];
  if (item === undefined || (item.group?.persons.length ?? 0) > 0) return false;
  if (item.group !== null || item.name !== null) return true;
  if (item.entry === null) return tokens.kind[item.from] === TOKEN.word;
  return [cues.office, cues.orgNoun, cues.place, cues.adjective].some((kind) => is(line, at, kind));
}

/** Items that an office and its place can have. */
const OFFICE_ITEMS = 9;
