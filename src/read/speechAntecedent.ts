/**
 * In: a pronoun that speaks, and those who spoke or were the subject so far. Out: whom it means, or null.
 * Never: chooses where two could be meant; takes one sex for the other.
 */
import type { NameMatch } from "./findNames.ts";
import type { Speaker, SpeechContext } from "./speech.ts";
import { is, type Line } from "./speechCues.ts";
import {
  countSources,
  type Entity,
  entityOf,
  isPlural,
  toldEntity,
  NAMED_REACH,
  REACH,
  type SpeakerUse,
  type SpeechMemory,
} from "./speechMemory.ts";
import { namedSpeaker, nameOf, rangeOf } from "./speechNames.ts";
import { firstPhrase } from "./speechSubject.ts";
import { TOKEN } from "./tokens.ts";
import { isOneOf } from "./wordSets.ts";

/** Whom a pronoun means, or null. */
export function findAntecedent(
  line: Line,
  at: number,
  context: SpeechContext,
  memory: SpeechMemory,
  use: SpeakerUse,
): Speaker | null {
  const { cues } = context;
  const index = line.reading.index;
  const isPerson = is(line, at, cues.person);
  const isThing = is(line, at, cues.thing);
  const isMany = is(line, at, cues.many);
  if (!isPerson && !isThing && !isMany) return null;
  const sex = !isPerson ? null : pronounSex(line, at, context);
  const spoken = context.quotes.innermost[(line.items[at]?.from ?? 0) - 2] ?? -1;
  const fits = (entity: Entity): boolean => {
    if (index - entity.sentence > REACH || entity.speaker.source === null) return false;
    if (entity.isSpokenFor === true) return false;
    // Whoever was counted paragraphs ago and said nothing is not who speaks now.
    if (isMany && !entity.spoke && index - entity.sentence > MANY_REACH) return false;
    if (spoken >= 0 && !entity.spoke && isInside(entity, spoken, context)) return false;
    if (isMany)
      return (
        entity.isMany || (entity.type === "thing" && (entity.spoke || entity.speaker.name !== null))
      );
    if (isThing && entity.sentence === index && isWhere(entity, context)) return false;
    if (isThing) return entity.type !== "person" && !(entity.isMany && entity.type !== "thing");
    return (
      !entity.isMany &&
      (isSomebody(entity) ||
        (entity.spoke && entity.sentence === index && entity.type !== "thing")) &&
      agrees(knownSex(entity, memory), sex)
    );
  };
  const own =
    use.isBehind || at < 4
      ? null
      : (ownSubject(line, at, context) ?? openingSubject(line, at, isThing, context));
  const candidates =
    own === null ? memory.entities.filter(fits) : [...memory.entities, own].filter(fits);
  const last = candidates.at(-1);
  if (last === undefined && isMany && use.isBehind) return leadSpeaker(memory)?.speaker ?? null;
  if (last === undefined) return isPerson ? onlyNamed(line, sex, context) : null;
  if (!context.pack.isVerbFinal && isFarRole(last, candidates, line, context)) return null;
  const speakers = candidates.filter((entity) => entity.spoke);
  const speaker = speakers.at(-1);
  if (isPerson && sex !== null && last.sex === null) {
    const sexed = candidates.filter((entity) => entity.sex === sex);
    const near = sexed.at(-1);
    if (near !== undefined && near.sentence >= last.sentence - 1 && !last.spoke)
      return near.speaker;
  }
  if (isPerson && isContested(candidates, last, index, use)) return null;
  if (
    isThing &&
    last !== own &&
    !(at === 0 && goesOnWith(last, candidates, index)) &&
    (last.sentence < index - 1 || !last.spoke) &&
    countSources(candidates) > 1
  )
    return null;
  if (isMany && use.isBehind) {
    const lead = leadSpeaker(memory);
    if (lead !== null && lead.sentence <= last.sentence) return lead.speaker;
  }
  if (speaker !== undefined && !isThing && (use.goesOn || use.isBehind))
    return isOvertaken(speaker, last, sex, memory)
      ? last.speaker
      : isRivalled(speaker, last)
        ? null
        : speaker.speaker;
  if (sex !== null && !last.spoke && isFollowed(last, sex, line, context)) return null;
  if (isMany) {
    const many = candidates.filter((entity) => entity.isMany);
    const near = many.at(-1);
    if (near !== undefined && near.sentence >= last.sentence - 1) return near.speaker;
  }
  return last.speaker;
}

/** "The Special Rapporteur said … The prison did not answer. He …": by an office alone, sentences ago; whoever was told of since may not have been read. */
function isFarRole(
  last: Entity,
  candidates: readonly Entity[],
  { reading: { index, sentence } }: Line,
  { quotes }: SpeechContext,
): boolean {
  if (!last.spoke || last.isMany || last.speaker.name?.type === "person") return false;
  if (index - last.sentence < FAR_ROLE || countSources(candidates) > 1) return false;
  let unquoted = 0;
  for (let at = last.speaker.range[1]; at < sentence.from; at++)
    if ((quotes.innermost[at] ?? -1) < 0) unquoted++;
  return unquoted > OWN_TOKENS;
}

/** Tokens outside marks that a saying and its quotation have: what stands between is all the office's own words. */
const OWN_TOKENS = 8;

/** Sentences back in which an office without a name is far for a pronoun. */
const FAR_ROLE = 2;

/** "State television aired confessions. It denied …": the one subject of the sentence right before. */
function goesOnWith(last: Entity, candidates: readonly Entity[], index: number): boolean {
  if (last.sentence !== index - 1) return false;
  return countSources(candidates.filter(({ sentence }) => sentence === last.sentence)) === 1;
}

/** Sentences back in which several who said nothing can be "they". */
const MANY_REACH = 2;

/** "“A was arrested. She is ill,” she said": of whom the quotation tells is not the one who speaks it. */
function isInside({ speaker }: Entity, quote: number, { quotes }: SpeechContext): boolean {
  return quotes.innermost[speaker.range[0]] === quote;
}

/** "counted strikes on the town, which it said killed 14": a place behind a preposition says nothing. */
function isWhere({ speaker, spoke }: Entity, { tokens, pack }: SpeechContext): boolean {
  if (spoke || speaker.name?.type !== "place") return false;
  return isOneOf(tokens, speaker.name.from - 1, pack.wordsIn("PREP"));
}

/** "…," they said: several who opened the report and spoke again since are those whose words it gives, whoever was cited between. */
function leadSpeaker(memory: SpeechMemory): Entity | null {
  const spoken = memory.entities.filter(({ spoke, isMany }) => spoke && isMany);
  const lead = spoken.find(({ sentence }) => sentence < LEAD_SENTENCES);
  if (lead === undefined) return null;
  const again = spoken.filter(({ speaker }) => speaker.source === lead.speaker.source);
  const others = new Map<string | null, number>();
  for (const { speaker } of spoken)
    others.set(speaker.source, (others.get(speaker.source) ?? 0) + 1);
  const isLeading = [...others.values()].every((count) => count <= again.length);
  return again.length > 1 && isLeading ? (again.at(-1) ?? null) : null;
}

/** Headline, sub-heading and first sentence. */
const LEAD_SENTENCES = 3;

/** "Azerbaijan has not disclosed its losses; it says …": the subject of the clause before the semicolon. */
function openingSubject(
  line: Line,
  at: number,
  isThing: boolean,
  context: SpeechContext,
): Entity | null {
  if (!isThing || !is(line, at - 1, context.cues.semicolon)) return null;
  const first = line.items[0];
  if (first === undefined || first.name === null) return null;
  const speaker = namedSpeaker(first.name, [first.from, first.to], false);
  return {
    speaker,
    sentence: line.reading.index,
    sex: null,
    isMany: false,
    type: "any",
    spoke: false,
    head: "",
  };
}

/** "His wife, Elena Paz, disagreed. … she said": of that sex by its words, and named since the other spoke. */
function isOvertaken(
  speaker: Entity,
  last: Entity,
  sex: Entity["sex"],
  memory: SpeechMemory,
): boolean {
  return (
    sex !== null &&
    last.sex === sex &&
    last.sentence > speaker.sentence &&
    knownSex(speaker, memory) === null
  );
}

/** "A said so. B disagreed. … he said": somebody else was the subject since. */
function isRivalled(speaker: Entity, last: Entity): boolean {
  return (
    last.speaker.source !== speaker.speaker.source &&
    last.sentence > speaker.sentence &&
    last.type === "person" &&
    last.speaker.name !== null
  );
}

/** "The judge, A, sentenced B. … she said": somebody else is named behind the only subject. */
function isFollowed(
  last: Entity,
  sex: "female" | "male",
  line: Line,
  context: SpeechContext,
): boolean {
  const { speaker } = last;
  if (last.sex !== null || speaker.name === null) return false;
  const { from } = line.reading.sentence;
  for (let at = Math.max(speaker.range[1], from - NAMED_REACH); at < from; at++) {
    const name = context.names.get(at);
    if (name?.type !== "person" || name.name === speaker.source) continue;
    if (!isOfOther(name, sex, context) && !isKilled(name, context)) return true;
  }
  return false;
}

/** "sentenced Puckett to death for killing Lucinda Farrow. He …": the one who is named in the sentence before, and lives. */
function onlyNamed(line: Line, sex: Entity["sex"], context: SpeechContext): Speaker | null {
  const { pack, names, tokens } = context;
  if (pack.isVerbFinal || sex === null) return null;
  const { from } = line.reading.sentence;
  let only: NameMatch | null = null;
  let lines = 0;
  let isAcross = false;
  for (let at = from - 1; at >= Math.max(0, from - NAMED_REACH); at--) {
    if (tokens.kind[at] === TOKEN.newline) {
      // Papers break the line behind each sentence; a heading or a row of a list has no full stop.
      if (tokens.kind[at - 1] === TOKEN.newline) continue;
      if (++lines > 1 || !STOPS.has(tokens.form[at - 1] ?? "")) break;
      continue;
    }
    const name = names.get(at);
    if (name?.type !== "person" || isOfOther(name, sex, context) || isKilled(name, context))
      continue;
    if (only !== null && only.name !== name.name) return null;
    only = name;
    isAcross = lines > 0;
  }
  if (only === null || (isAcross && !isSuffered(only, from, context))) return null;
  const known = only.person?.sex ?? null;
  // Reports name more men than women: over a line "she" is safe only where the name is said to be a woman's.
  const isUnsafe = isAcross && sex === "female" && known !== sex;
  return agrees(known, sex) && !isUnsafe ? namedSpeaker(only, [only.from, only.to], false) : null;
}

/** "Agents arrested |A|.": the line before tells of one arrested, tried or hurt, and of nobody else who could speak; nobody dies in it. */
function isSuffered(
  { from, to }: NameMatch,
  before: number,
  { tokens, pack }: SpeechContext,
): boolean {
  if (tokens.kind[to] === TOKEN.possessive) return false;
  let start = from;
  while (start > 0 && tokens.kind[start - 1] !== TOKEN.newline) start--;
  let isTold = false;
  for (let at = start; at < before; at++) {
    const form = tokens.form[at] ?? "";
    if (at >= from && at < to) continue;
    const rows =
      pack.triggersByWords.get(`${form} ${tokens.form[at + 1]}`) ??
      pack.triggersByWords.get(form) ??
      [];
    if (rows.some(({ row }) => SUFFERED.has(row.kind))) isTold = true;
    else if (rows.some(({ row }) => DEADLY.has(row.kind))) return false;
    const isPerson = pack.wordsIn("HUMAN").has(form) || pack.wordsIn("KINONE").has(form);
    if (isPerson && !isPlural(form, pack)) return false;
  }
  return isTold;
}

const SUFFERED: ReadonlySet<string> = new Set(["arrest", "death-sentence", "torture"]);
/** "murdering Evelyn Hartnoll", "the killing of Samad Farhani": who is dead in the story says nothing in it. */
function isKilled({ titleFrom, from }: NameMatch, { pack, tokens }: SpeechContext): boolean {
  for (
    let at = Math.min(titleFrom, from) - 1, step = 0;
    at >= 0 && step < KILLED_REACH;
    at--, step++
  ) {
    const form = tokens.form[at] ?? "";
    // "the death sentence of A": two words that tell of something else.
    if (pack.triggersByWords.has(`${form} ${tokens.form[at + 1]}`)) continue;
    const rows = pack.triggersByWords.get(form) ?? [];
    if (rows.some(({ row }) => DEADLY.has(row.kind))) return true;
  }
  return false;
}

const STOPS: ReadonlySet<string> = new Set([".", "!", "?", "”", '"']);

/** Words between the word for a killing and the name of who was killed. */
const KILLED_REACH = 3;
const DEADLY: ReadonlySet<string> = new Set(["killing", "execution", "death-in-custody"]);

/** "her brother Iraj", "Her husband, Iraj,": a word of kinship before a name says that "she" is somebody else. */
function isOfOther(
  { titleFrom, from }: NameMatch,
  sex: "female" | "male",
  { pack, tokens, cues }: SpeechContext,
): boolean {
  const others = sex === "female" ? cues.male : cues.female;
  const title = Math.min(titleFrom, from - 1);
  for (let at = tokens.form[title] === "," ? title - 1 : title; at < from; at++) {
    const entry = pack.lexicon.match(tokens, at, at + 1);
    if (entry !== null && others[entry.set] === 1) return true;
  }
  return false;
}

/** What an earlier "she" or "his" already said of the same source. */
function knownSex({ sex, speaker }: Entity, memory: SpeechMemory): Entity["sex"] {
  if (sex !== null) return sex;
  return (
    memory.entities.findLast(
      (other) => other.sex !== null && other.speaker.source === speaker.source,
    )?.sex ?? null
  );
}

function agrees(known: Entity["sex"], sex: Entity["sex"]): boolean {
  return known === null || sex === null || known === sex;
}

/** "she", "he"; null where the language has one pronoun for both. */
function pronounSex(line: Line, at: number, { cues }: SpeechContext): Entity["sex"] {
  if (is(line, at, cues.female)) return "female";
  return is(line, at, cues.male) ? "male" : null;
}

/** The subject of the same sentence, where the pronoun comes in a later clause of it. */
function ownSubject(line: Line, at: number, context: SpeechContext): Entity | null {
  const phrase = firstPhrase(line, at, context);
  const name = phrase === null ? null : nameOf(line, phrase, context);
  if (phrase === null || name === null) return null;
  if (is(line, at - 1, context.cues.dash) && is(line, phrase.headTo - 1, context.cues.place))
    return null;
  const speaker = namedSpeaker(name, rangeOf(line, phrase.from, phrase.to), false);
  const entity = entityOf(line, phrase, context);
  return toldEntity(entity, speaker, entity.sex, line.reading.index, false);
}

function isSomebody(entity: Entity): boolean {
  return (
    entity.type === "person" ||
    entity.speaker.name?.type === "person" ||
    (entity.speaker.name?.type === "unknown" && entity.type !== "thing")
  );
}

/** Two who could be meant stand equally near: neither is safe. */
function isContested(
  candidates: readonly Entity[],
  last: Entity,
  index: number,
  use: SpeakerUse,
): boolean {
  const near = candidates.filter((entity) => entity.sentence >= last.sentence - 1);
  if (countSources(near) < 2) return false;
  const spoke = near.filter((entity) => entity.spoke);
  if (use.goesOn || use.isBehind) {
    if (countSources(spoke) === 1) return false;
    const latest = spoke.at(-1);
    return (
      latest === undefined ||
      countSources(spoke.filter((entity) => entity.sentence === latest.sentence)) > 1
    );
  }
  const inLast = near.filter((entity) => entity.sentence === last.sentence);
  return last.sentence < index - 1 || countSources(inLast) > 1;
}
