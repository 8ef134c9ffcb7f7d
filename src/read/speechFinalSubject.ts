/**
 * In: a clause whose verb stands last and says that somebody speaks. Out: the noun phrase that is its subject, and the
 * speaker.
 * Never: lets a name inside a phrase ("the head of X", "the mother of X") speak for the whole of it.
 */
import { speakerAt } from "./changeSpeech.ts";
import type { Speaker, SpeechContext } from "./speech.ts";
import { is, isPronoun, type Line, skipAhead } from "./speechCues.ts";
import type { Entity, SpeechMemory } from "./speechMemory.ts";
import { REACH } from "./speechMemory.ts";
import { namedSpeaker, rangeOf } from "./speechNames.ts";
import { holderOf, rankedOf } from "./speechOffices.ts";
import { speakerOf, unknownSpeaker } from "./speechSpeaker.ts";
import { chunkEnd, type NounPhrase, changePhrase } from "./nounPhrase.ts";
import { isWordOf } from "./speechWords.ts";
import { TOKEN } from "./tokens.ts";
import { isOneOf } from "./wordSets.ts";

const USE = { isBehind: false, goesOn: false };

/** A court that rejects or upholds acts; it says nothing. */
export function isCourt(line: Line, at: number, { tokens, pack }: SpeechContext): boolean {
  return isOneOf(tokens, line.items[at]?.from ?? 0, pack.wordsIn("COURTN"));
}

/** The first noun phrase of the clause that no preposition holds. */
export function subjectPhrase(
  line: Line,
  from: number,
  k: number,
  context: SpeechContext,
): NounPhrase | null {
  const { cues } = context;
  let i = behindDateline(line, from, k, context);
  while (i < k) {
    i = skipAhead(
      line,
      i,
      cues.time,
      cues.adverb,
      cues.comma,
      cues.conjunction,
      cues.close,
      cues.sameReport,
    );
    if (i >= k) return null;
    const first = context.tokens.form[line.items[i]?.from ?? -1] ?? "";
    // "the agency X, dependent on the state, he added": what describes the body before the comma.
    const isAside = is(line, i - 1, cues.comma) && context.pack.wordsIn("ASIDEOFW").has(first);
    const isAbout = is(line, i, context.classes.of("ASKEDABOUT"));
    if (is(line, i, cues.according) || is(line, i, cues.preposition) || isAside || isAbout) {
      i = adjunctEnd(line, i + 1, k, context);
      continue;
    }
    const cases = behindCases(line, i, k, context);
    if (cases > i) {
      i = cases;
      continue;
    }
    const whole = phraseEnd(line, isSome(line, i, context) ? i + 2 : i, k, context);
    const end = beforeWhere(line, i, paperEnd(line, i, whole, k, context), context);
    if (end <= i) {
      i++;
      continue;
    }
    if (is(line, end, context.classes.object)) return null;
    // "who did not know and |only heard it|, said": what holds an object of its own is a clause, and nobody.
    const object = line.items.findIndex((_, at) => at > i && is(line, at, context.classes.object));
    if (object > i && object < end) return null;
    if (isWordOf(line.items[end - 1]?.from ?? -1, context.classes.object, context)) return null;
    // "The judge the news of … denied": where no word parts them, the news is not the judge's name.
    const isPaper = end - i === 2 && is(line, i, cues.definite);
    const finite = context.classes.of("VERBEND");
    const verb = line.items.findIndex((_, at) => at > i && is(line, at, finite));
    if (verb > i && verb < end) {
      i = verb + 1;
      continue;
    }
    const isNews = !isPaper && end - i > 1 && is(line, end - 1, cues.noun);
    const to = isNews && !is(line, end - 2, cues.definite) ? end - 1 : end;
    return { from: i, to, headFrom: i, headTo: to, aside: null };
  }
  return null;
}

/** "|This report| the high rate of executions OBJECT called alarming": words that no row knows belong to the object, unless a body keeps the paper. */
function paperEnd(line: Line, at: number, end: number, k: number, context: SpeechContext): number {
  const { cues } = context;
  const isPaper = is(line, at, cues.definite) && is(line, at + 1, cues.noun);
  if (!isPaper || end <= at + 2 || !objectBefore(line, end, k, context)) return end;
  const rest = line.items.slice(at + 2, end);
  const isPlain = rest.every(({ group, name }) => group === null && name === null);
  return isPlain && !rest.some((_, i) => is(line, at + 2 + i, cues.orgNoun)) ? at + 2 : end;
}

/** "The members |of this campaign| in a statement …": whose members they are, where that is no object. */
function endOfThose(line: Line, end: number, k: number, context: SpeechContext): number {
  const { cues, classes } = context;
  const head = line.items[end - 1];
  if (head === undefined || !isOneOf(context.tokens, head.to - 1, context.pack.wordsIn("THOSEOFW")))
    return end;
  const isThis = is(line, end, cues.definite) && end + 1 < k;
  const noun = line.items[end + 1];
  if (!isThis || noun === undefined || noun.name !== null || noun.quantity !== null) return end;
  const next = end + 2;
  if (is(line, next, classes.object) || is(line, next, cues.any)) return end;
  if (isOneOf(context.tokens, head.to - 1, context.pack.wordsIn("OFTHATW"))) return next;
  const closers = [cues.preposition, cues.comma, cues.adverb, cues.time];
  return closers.some((kind) => is(line, next, kind)) ? next : end;
}

/** "The governor |pointing out that| the fight was over said", "|in answer to a question about| the death said", "|quoting| X": who speaks ends there. */
function beforeWhere(
  line: Line,
  from: number,
  end: number,
  { classes, cues }: SpeechContext,
): number {
  const asked = classes.of("ASKEDABOUT");
  for (let i = from + 1; i < end; i++)
    if (is(line, i, classes.where) || is(line, i, asked) || is(line, i, cues.citing)) return i;
  return end;
}

/** "|Only 15 cases| of them OBJECT the papers told": cases say nothing; the item behind them and their mark, or `at`. */
function behindCases(line: Line, at: number, k: number, context: SpeechContext): number {
  const number = is(line, at, context.cues.quantity) ? line.items[at] : undefined;
  if (number === undefined || number.group !== null) return at;
  if (!isOneOf(context.tokens, number.to, context.pack.wordsIn("CASEW"))) return at;
  for (let i = at + 1; i < k; i++) if (is(line, i, context.classes.object)) return i + 1;
  return at;
}

/** "One of the officials": a number by itself, and whom it is of behind the preposition. */
function isSome(line: Line, at: number, { cues, classes }: SpeechContext): boolean {
  const item = line.items[at];
  if (item === undefined || item.group !== null || !is(line, at, cues.quantity)) return false;
  return is(line, at + 1, classes.of("AZ"));
}

/** "Geneva, 20 August – the experts called on": place and day before a dash say where and when, not who. */
function behindDateline(line: Line, from: number, k: number, context: SpeechContext): number {
  const label = from === 0 ? behindLabel(line, k, context) : 0;
  if (label > 0) return label;
  const { place, time, comma, dash, organisation, open, close } = context.classes;
  let behind = from;
  for (let i = from; i < Math.min(k, from + DATELINE_REACH); i++) {
    if (is(line, i, dash) || is(line, i, context.cues.hyphen)) behind = i > from ? i + 1 : from;
    else if (![place, time, comma, organisation, open, close].some((kind) => is(line, i, kind)))
      return behind;
  }
  return behind;
}

const DATELINE_REACH = 8;

/** "Northern Courier - the head of police said": what opens a paragraph before its only dash is where it is printed. */
function behindLabel(line: Line, k: number, context: SpeechContext): number {
  const { dash, verb, verbEnd } = context.classes;
  if (!line.reading.sentence.opensBlock) return 0;
  let at = 0;
  while (at < Math.min(k, LABEL_ITEMS + 1) && !is(line, at, dash)) {
    if (
      is(line, at, verb) ||
      is(line, at, verbEnd) ||
      (line.items[at]?.group?.persons.length ?? 0) > 0
    )
      return 0;
    at++;
  }
  if (at === 0 || !is(line, at, dash) || is(line, at + 1, context.classes.that)) return 0;
  for (let i = at + 1; i < k; i++) if (is(line, i, dash)) return 0;
  return at + 1;
}

/** Items that the name of a page can have. */
const LABEL_ITEMS = 4;

/** Where an adjunct that opens a clause ends: behind its comma, else behind its nouns. */
function adjunctEnd(line: Line, from: number, k: number, { cues }: SpeechContext): number {
  for (let i = from; i < Math.min(k, from + ADJUNCT_REACH); i++)
    if (is(line, i, cues.comma)) return i + 1;
  const end = chunkEnd(line, from, cues);
  return end > from ? end : from;
}

const ADJUNCT_REACH = 16;

/** End of the phrase that begins at `at`: its nouns, whose they are, and a name that stands beside them. */
function phraseEnd(line: Line, at: number, k: number, context: SpeechContext): number {
  const { cues } = context;
  const chunk = Math.min(k, isPronoun(line, at) ? at + 1 : chunkEnd(line, at, cues));
  const end = behindBody(
    line,
    at,
    cutAtEvent(
      line,
      at,
      cutAtAdverb(line, at, isWhole(line, at) ? nameEnd(line, at, chunk, cues) : chunk, cues),
      k,
      context,
    ),
    context,
  );
  const number =
    end > at && objectBefore(line, end, k, context) ? numberAfter(line, end, k, context) : -1;
  if (number > end) return number;
  const joined = is(line, end, cues.conjunction) ? chunkEnd(line, end + 1, cues) : -1;
  const isPair = line.items[at]?.group != null && line.items[end + 1]?.group != null;
  if (joined > end && joined < k && isPair) return joined;
  const those = end > at ? endOfThose(line, end, k, context) : end;
  if (those > end) return those;
  const owned = end > at && !isPronoun(line, at) && isPronoun(line, end) ? end + 1 : end;
  const beside = is(line, owned, cues.comma) ? owned + 1 : end;
  const isNameNext = line.items[beside]?.group?.persons.length === 1 && beside < k;
  if (isNameNext) return beside + 1;
  return owned > end || isPronoun(line, at) ? owned : chainEnd(line, at, end, k, context);
}

/** "The head |of this network|, A, said": an office is of the body told before, and its holder's name stands behind. */
function behindBody(line: Line, at: number, end: number, context: SpeechContext): number {
  const { cues } = context;
  const office = line.items[at];
  if (office === undefined || !isWordOf(office.from, cues.office, context)) return end;
  const first = line.items[end];
  if (first === undefined || !isWordOf(first.from, cues.definite, context)) return end;
  const to = first.to - first.from > 1 ? end + 1 : end + 2;
  const body = line.items[to - 1];
  if (body === undefined || !isWordOf(body.to - 1, cues.orgNoun, context)) return end;
  return is(line, to, cues.comma) && line.items[to + 1]?.group?.persons.length === 1 ? to : end;
}

/** "The mother of this activist", "the minister of roads": nouns without a mark between them, as far as they are no object. */
function chainEnd(line: Line, at: number, end: number, k: number, context: SpeechContext): number {
  if (end <= at || (line.items[at]?.group?.persons.length ?? 0) > 0) return end;
  const holdsObject = objectBefore(line, end, k, context);
  const last = Math.min(k, end + CHAIN_REACH);
  let to = end;
  while (to < last && (holdsObject ? isOwner(line, to, at, context) : isLinked(line, to, context)))
    to++;
  return to;
}

const CHAIN_REACH = 6;

/** "The union of free workers |the number| of the dead … gave": plain words before the number are the subject's; -1 where there is none. */
function numberAfter(
  line: Line,
  from: number,
  k: number,
  { cues, classes }: SpeechContext,
): number {
  const numbers = classes.of("NUMBERN", "EXECNUM");
  for (let i = from; i < Math.min(k, from + CHAIN_REACH); i++) {
    if (is(line, i, numbers)) return i;
    const isPlain = isNominal(line, i) || is(line, i, cues.plain) || is(line, i, cues.adjective);
    if (!isPlain || is(line, i, cues.time) || is(line, i, cues.adverb)) return -1;
  }
  return -1;
}

/** An object stands between the subject and the verb, or the verb is listed with its mark. */
function objectBefore(line: Line, from: number, k: number, context: SpeechContext): boolean {
  const { object } = context.classes;
  for (let i = from; i < k; i++) if (is(line, i, object)) return true;
  const cue = line.items[k];
  return cue !== undefined && isWordOf(cue.from, object, context);
}

/** "The mother of this activist …", "the union of free workers …": certainly said of the subject, though an object follows. */
function isOwner(line: Line, at: number, head: number, context: SpeechContext): boolean {
  const { cues, classes } = context;
  if (is(line, at + 1, classes.object) || is(line, at, classes.of("NUMBERN", "IDENTIFYV")))
    return false;
  if (isNominal(line, at)) return !is(line, at, cues.trigger);
  const first = line.items[head]?.from ?? 0;
  if (isWordOf(first, cues.orgNoun, context) && isNominal(line, at + 1))
    return ![cues.preposition, cues.definite, cues.eventNoun].some((kind) => is(line, at, kind));
  const isBetween = [cues.preposition, cues.any, cues.adverb, cues.time].some((kind) =>
    is(line, at + 1, kind),
  );
  return isBetween && isWordOf(first, cues.office, context) && isLinked(line, at, context);
}

function isLinked(line: Line, at: number, { cues }: SpeechContext): boolean {
  if (is(line, at, cues.any) || is(line, at, cues.time) || is(line, at, cues.adverb)) return false;
  if (is(line, at, cues.definite))
    return isNominal(line, at) || isNominal(line, at + 1) || is(line, at + 1, cues.orgNoun);
  return isNominal(line, at) || is(line, at, cues.plain);
}

function isNominal(line: Line, at: number): boolean {
  const item = line.items[at];
  return item !== undefined && !isPronoun(line, at) && (item.group !== null || item.name !== null);
}

/** A name or an institution is a phrase of its own: the noun behind it is what it speaks of. */
function isWhole(line: Line, at: number): boolean {
  const item = line.items[at];
  if (item === undefined) return false;
  if (item.group === null) return item.name?.type === "organisation";
  return item.group.type === "institution" || item.group.persons.length > 0;
}

function nameEnd(line: Line, at: number, chunk: number, cues: SpeechContext["cues"]): number {
  const isOffice = line.items[at]?.group?.type === "institution";
  let end = at + 1;
  while (end < chunk) {
    const item = line.items[end];
    const isPlain =
      item !== undefined &&
      (item.entry === null || is(line, end, cues.orgNoun)) &&
      item.name === null &&
      item.group === null;
    if (!is(line, end, cues.place) && item?.name?.type !== "organisation" && !(isOffice && isPlain))
      break;
    end++;
  }
  return end;
}

/** "the council once more calls": an adverb ends the phrase. */
function cutAtAdverb(line: Line, at: number, end: number, cues: SpeechContext["cues"]): number {
  for (let i = at + 1; i < end; i++)
    if (
      is(line, i, cues.adverb) ||
      is(line, i, cues.time) ||
      is(line, i, cues.trigger) ||
      is(line, i, cues.hearsay) ||
      is(line, i, cues.determiner)
    )
      return i;
  return end;
}

/** "The spokesman the carrying out of the sentence of A … denied", "the governor the number of the dead … gave": the object is not of the speaker's office. */
function cutAtEvent(
  line: Line,
  at: number,
  end: number,
  k: number,
  context: SpeechContext,
): number {
  const { cues, classes } = context;
  const numbers = classes.of("NUMBERN", "IDENTIFYV");
  for (let i = at + 1; i < end; i++)
    if (is(line, i, numbers) && objectBefore(line, i + 1, k, context)) return i;
  if (!objectBefore(line, end, k, context)) return end;
  const heads = context.pack.wordsIn("OBJECTHEADW");
  for (let i = at + 1; i < end; i++)
    if (isOneOf(context.tokens, line.items[i]?.from ?? -1, heads)) return i;
  const carrying = classes.of("CARRYN");
  const issuing = classes.of("ISSUEN");
  for (let i = at + 1; i < end; i++) {
    if (is(line, i, issuing) || is(line, i, classes.of("OCCURN"))) return i;
    const isOffice = is(line, i, carrying) && !is(line, i + 1, cues.eventNoun);
    if (is(line, i, cues.eventNoun) && !isOffice) return i;
  }
  return end;
}

/** "the agency «X»": the name in quotation marks behind the noun for what it is, be it known or not. */
export function quotedName(
  line: Line,
  phrase: NounPhrase,
  context: SpeechContext,
): { readonly phrase: NounPhrase; readonly speaker: Speaker } | null {
  const { cues, pack, tokens } = context;
  if (!pack.isVerbFinal || !is(line, phrase.to, cues.quoteOpen)) return null;
  const from = phrase.to + 1;
  let close = from;
  while (close < from + NAME_ITEMS && !is(line, close, cues.quoteClose)) close++;
  if (close === from || !is(line, close, cues.quoteClose)) return null;
  const name = line.items[from]?.name ?? null;
  const range = rangeOf(line, from, close);
  const whole = changePhrase(phrase, { to: close + 1 });
  if (name?.type === "organisation" && close === from + 1)
    return { phrase: whole, speaker: namedSpeaker(name, range, false) };
  // "Colonel «A B» said": the one whose title stands before the quotation marks.
  const [person, other] = line.items[from]?.group?.persons ?? [];
  if (person !== undefined && other === undefined && close === from + 1)
    return { phrase: whole, speaker: namedSpeaker(person, range, false) };
  const isOrgNoun =
    is(line, phrase.from, cues.orgNoun) ||
    isWordOf(line.items[phrase.from]?.from ?? 0, cues.orgNoun, context);
  if (!isOrgNoun) return null;
  const source = tokens.text.slice(tokens.start[range[0]], tokens.end[range[1] - 1]);
  const isNamed = { range, source, name: null, isNamed: true, isUnnamed: false, isPlural: false };
  return { phrase: whole, speaker: isNamed };
}

/** Items that a name in quotation marks can have. */
const NAME_ITEMS = 6;

/** A person named in the phrase speaks; an organisation only where nothing stands before its name. */
export function speakerFinal(
  line: Line,
  phrase: NounPhrase,
  context: SpeechContext,
  memory: SpeechMemory,
): Speaker | null {
  const range = rangeOf(line, phrase.from, phrase.to);
  const quoted = quotedName(line, phrase, context);
  if (quoted !== null) return quoted.speaker;
  if (isPronoun(line, phrase.from)) {
    const isOne = is(line, phrase.from, context.cues.person);
    const last = isOne ? lastSpeaker(line, range, memory) : null;
    const meant = last ?? speakerOf(line, phrase, context, memory, USE);
    const isFar = isOne && meant !== null && meant.source !== null;
    return isFar && isAnotherNamed(meant.source, range[0], context) ? unknownSpeaker(range) : meant;
  }
  const items = line.items.slice(phrase.from, phrase.to);
  // "the foundation of A" is a body.
  const persons = items.flatMap(({ group }) =>
    group?.type === "institution" ? [] : (group?.persons ?? []),
  );
  const person = persons.at(-1);
  if (person !== undefined && persons.length === 1)
    return {
      range,
      source: person.name,
      name: person,
      isNamed: true,
      isUnnamed: false,
      isPlural: false,
    };
  const first = items[0];
  const maker = is(line, phrase.from, context.cues.noun)
    ? line.items.slice(phrase.from, phrase.to + 2).find(({ name }) => name?.type === "organisation")
    : undefined;
  if (maker?.name != null && maker.from <= range[1])
    return namedSpeaker(maker.name, [maker.from, maker.to], false);
  const keeper = maker === undefined ? keeperBefore(line, phrase, context, memory) : null;
  if (keeper !== null) return keeper;
  const holder =
    person === undefined
      ? (holderOf(line, phrase, context, memory) ?? rankedOf(line, phrase, context, memory))
      : null;
  if (holder !== null) return speakerAt(holder, range);
  if (items.length === 1 || first?.name?.type === "organisation")
    return speakerOf(
      line,
      changePhrase(phrase, { to: phrase.from + 1, headTo: phrase.from + 1 }),
      context,
      memory,
      USE,
    );
  const { tokens } = context;
  const source = tokens.text.slice(tokens.start[range[0]], tokens.end[range[1] - 1]);
  const isUnnamed = items.some((_, at) => is(line, phrase.from + at, context.cues.unnamed));
  const isDefinite =
    is(line, phrase.from, context.cues.definite) ||
    isWordOf(range[0], context.cues.definite, context);
  if (isDefinite && is(line, phrase.headTo - 1, context.cues.noun))
    return paperOwner(line, range, memory) ?? unknownSpeaker(range);
  if (isDefinite)
    return (
      speakerBefore(line, phrase, context, memory) ??
      speakerOf(line, changePhrase(phrase, { aside: null }), context, memory, USE)
    );
  return { range, source, name: null, isNamed: false, isUnnamed, isPlural: false };
}

/** "The report |of this organisation|": the body told before. */
function keeperBefore(
  line: Line,
  phrase: NounPhrase,
  context: SpeechContext,
  memory: SpeechMemory,
): Speaker | null {
  const from = phrase.from + 1;
  const body = line.items[from];
  if (body === undefined || !is(line, phrase.from, context.cues.noun)) return null;
  const to = body.to - body.from > 1 ? from + 1 : from + 2;
  return speakerBefore(line, changePhrase(phrase, { from, to, headFrom: from }), context, memory);
}

/** The paragraph names somebody else before the pronoun, and not the one who spoke or was told of before it. */
function isAnotherNamed(source: string, at: number, { tokens, names }: SpeechContext): boolean {
  let isOther = false;
  for (let token = at - 1; token >= 0 && tokens.kind[token] !== TOKEN.newline; token--) {
    const name = names.get(token);
    if (name?.type !== "person") continue;
    if (name.name.includes(source) || source.includes(name.name)) return false;
    isOther = true;
  }
  return isOther && !isSaidHere(source, at, tokens);
}

/** The words of the source stand in the same paragraph. */
function isSaidHere(source: string, at: number, tokens: SpeechContext["tokens"]): boolean {
  let from = at;
  while (from > 0 && tokens.kind[from - 1] !== TOKEN.newline) from--;
  return tokens.text.slice(tokens.start[from], tokens.start[at]).includes(source);
}

/** "This report adds": the body whose report it is, the one that spoke last. */
function paperOwner(line: Line, range: Speaker["range"], memory: SpeechMemory): Speaker | null {
  const last = memory.entities.findLast(({ spoke, type }) => spoke && type === "thing");
  const isNear = last !== undefined && line.reading.index - last.sentence <= BACK_REACH;
  return isNear && last.speaker.source !== null ? speakerAt(last.speaker, range) : null;
}

/** "By what he says": who spoke last, be it somebody without a name, where the paragraph names nobody else. */
export function saidByPronoun(
  line: Line,
  phrase: NounPhrase,
  context: SpeechContext,
  memory: SpeechMemory,
): Speaker | null {
  if (!context.pack.isVerbFinal || !isPronoun(line, phrase.from)) return null;
  if (!is(line, phrase.from, context.cues.person) || phrase.to > phrase.from + 1) return null;
  const range = rangeOf(line, phrase.from, phrase.to);
  const last = lastSpeaker(line, range, memory);
  if (last === null || last.source === null || last.name !== null) return null;
  return isAnotherNamed(last.source, range[0], context) ? null : last;
}

/** "He added": who spoke last, where nobody else was the subject since. */
function lastSpeaker(line: Line, range: Speaker["range"], memory: SpeechMemory): Speaker | null {
  const last = memory.entities.findLast(({ type }) => type !== "thing");
  const isNear = last !== undefined && line.reading.index - last.sentence <= REACH;
  return isNear && last.spoke && !last.isMany && last.speaker.source !== null
    ? speakerAt(last.speaker, range)
    : null;
}

/** "This official", "this organisation", "this source": the one of that kind who spoke before. */
export function speakerBefore(
  line: Line,
  phrase: NounPhrase,
  context: SpeechContext,
  memory: SpeechMemory,
): Speaker | null {
  const { cues, tokens } = context;
  const range = rangeOf(line, phrase.from, phrase.to);
  if (!isWordOf(range[0], cues.definite, context)) return null;
  const noun = range[0] + 1;
  const form = tokens.form[noun] ?? "";
  const isOrganisation = isWordOf(noun, cues.orgNoun, context);
  const fits = ({ type, speaker, isMany }: Entity): boolean => {
    if (isMany) return false;
    if (isOrganisation) return type === "thing";
    if (isWordOf(noun, cues.unnamed, context) && type === "thing") return true;
    const words = tokens.form.slice(speaker.range[0], speaker.range[1]);
    return words.includes(form) || (isWordOf(noun, cues.office, context) && type === "person");
  };
  const spoken = memory.entities.filter(
    (entity) =>
      entity.spoke &&
      entity.speaker.source !== null &&
      line.reading.index - entity.sentence <= BACK_REACH &&
      fits(entity),
  );
  const last = spoken.at(-1) ?? (isOrganisation ? onlyBody(line, memory) : undefined);
  return last === undefined ? null : speakerAt(last.speaker, range);
}

/** "This organisation": the only body with a name that was told of shortly before, though it has not spoken. */
function onlyBody(line: Line, { entities }: SpeechMemory): Entity | undefined {
  const near = entities.filter(
    ({ sentence, speaker }) =>
      line.reading.index - sentence <= BODY_REACH && speaker.name?.type === "organisation",
  );
  return new Set(near.map(({ speaker }) => speaker.source)).size === 1 ? near.at(-1) : undefined;
}

const BODY_REACH = 2;

/** Sentences back in which "this official" can have spoken. */
const BACK_REACH = 8;
