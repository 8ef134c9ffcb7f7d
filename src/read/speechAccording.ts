/**
 * In: "according to", "citing", "quoted … as saying" in a line. Out: the speech of the source that they name.
 * Never: takes the words of the source ("according to her lawyer") for what the source says.
 */
import { numberFollows } from "./items.ts";
import { changeSpeech } from "./changeSpeech.ts";
import type { Speaker, SpeechContext, Speech, TokenRange } from "./speech.ts";
import { is, isPronoun, type Line, skipAhead, skipBack } from "./speechCues.ts";
import { TOKEN } from "./tokens.ts";
import { boundsAt, contentEnd, contentStart, opensClause, quotesIn } from "./speechContents.ts";
import { speakerOfFamily, withoutSubject } from "./speechAccordingNames.ts";
import type { SpeechMemory } from "./speechMemory.ts";
import { namedSpeaker, rangeOf } from "./speechNames.ts";
import { groundPhrase, isBody, isReached } from "./speechGround.ts";
import { ownerStart } from "./speechPaper.ts";
import { quotedName, saidByPronoun, speakerBefore } from "./speechFinalSubject.ts";
import { speakerOf } from "./speechSpeaker.ts";
import { chunkEnd, type NounPhrase, changePhrase } from "./nounPhrase.ts";
import { phraseBeginning } from "./speechPhrases.ts";
import { subjectBefore, verbStart } from "./speechSubject.ts";
import type { ReadSpeech } from "./speechVerb.ts";
import { closesWith, isWordOf } from "./speechWords.ts";
import { isOneOf } from "./wordSets.ts";

const USE = { isBehind: false, goesOn: false, isObject: true } as const;

/** `According to X, …`, `…, according to figures compiled by X`, `…, citing X`. */
export function accordingSpeech(
  line: Line,
  k: number,
  context: SpeechContext,
  memory: SpeechMemory,
): ReadSpeech | null {
  const { cues } = context;
  if (isPassiveBy(line, k, context)) return null;
  const opens = ownerStart(line, k, context);
  const isBracketed = context.pack.isVerbFinal && is(line, opens, cues.open);
  const isQuoted = isBracketed || (context.pack.isVerbFinal && is(line, opens, cues.quoteOpen));
  const start = isQuoted ? opens + 1 : opens;
  const some = speakerOfSome(line, start, context);
  const first = start < 0 ? null : (some?.phrase ?? phraseBeginning(line, start, cues));
  const begun = withoutSubject(line, withPaper(line, first, context), context);
  if (begun === null) return null;
  const ground = groundPhrase(line, k, begun, context);
  if (ground === null) return null;
  const inside = cutAtVerb(line, ground ?? begun, context);
  const owner = isQuoted ? null : quotedName(line, inside, context);
  const found =
    isQuoted && is(line, inside.to, isBracketed ? cues.close : cues.quoteClose)
      ? changePhrase(inside, { to: inside.to + 1 })
      : (owner?.phrase ?? inside);
  if (is(line, found.headTo - 1, cues.noSource) || isOwner(line, found, context)) return null;
  if (isNobodys(line, inside, context) || isGroundOfAct(line, k, inside, context)) return null;
  if (is(line, k, cues.citing) && isOwnPeople(line, found, context)) return null;
  // "citing |the disappearance of| 37 prisoners": what happened says nothing.
  const head = context.tokens.form[(line.items[found.headTo - 1]?.to ?? 0) - 1] ?? "";
  const isDeed =
    is(line, found.headTo - 1, context.classes.nominal) ||
    context.pack.wordsIn("DEEDNOUN").has(head);
  if (is(line, k, cues.citing) && isDeed && is(line, found.headTo, context.classes.of_))
    return null;
  const maker = makerOf(line, found, context);
  // "based on his confession": only a paper with its maker says something.
  if (maker === null && is(line, k, cues.ground)) return null;
  const phrase = maker ?? (some === null ? cutAttached(line, found, context) : found);
  if (is(line, k, cues.carrier) && isReduced(line, k, context)) return null;
  const kin = some?.speaker ?? (owner === null ? speakerOfKin(line, phrase, context) : null);
  const speaker =
    owner?.speaker ??
    kin ??
    (context.pack.isVerbFinal ? speakerBefore(line, phrase, context, memory) : null) ??
    saidByPronoun(line, phrase, context, memory) ??
    speakerOf(line, phrase, context, memory, USE);
  if (speaker === null) return null;
  // "By the report that to the prosecutor was handed": only what reached a body is told by it.
  if (isReached(line, k, context) && !isBody(speaker, line, k, context)) return null;
  const bounds = boundsAt(line, k, context);
  const cueItem = line.items[k];
  const end =
    kin?.range[1] ??
    line.items[phrase.to < found.to ? phrase.to - 1 : found.to - 1]?.to ??
    bounds[1];
  if (cueItem === undefined) return null;
  const contents: TokenRange[] = [];
  const relative = relativeBefore(line, k, context);
  if (is(line, k, cues.carrier)) contents.push(bounds);
  else if (isOfFigure(line, k, context)) contents.push(rangeOf(line, k - 2, k));
  else if (relative >= 0) contents.push([end, clauseStop(line, found.to, bounds[1], context)]);
  else {
    const start = closesLine(line, k, context)
      ? bounds[0]
      : voiceStart(line, k, bounds[0], context);
    if (cueItem.from > start) contents.push([start, cueItem.from]);
    if (bounds[1] > end) contents.push([end, voiceEnd(line, found.to, k, bounds[1], context)]);
  }
  const kept = contents.filter(([from, to]) => to > from);
  return {
    phrase,
    speech: speechOf(
      line,
      k,
      is(line, k, cues.citing) ? "cited" : "according",
      speaker,
      kept,
      bounds,
      context,
    ),
  };
}

/** "35 were killed, a fraction of |the 200 documented by| rights groups": another's figure, and nothing before it is theirs. */
function isOfFigure({ items }: Line, k: number, { tokens, pack }: SpeechContext): boolean {
  const [number, article] = [items[k - 1], items[k - 2]];
  if (pack.isVerbFinal || number?.quantity == null || article === undefined) return false;
  if (!isOneOf(tokens, (items[k]?.to ?? 0) - 1, pack.wordsIn("BYW"))) return false;
  return article.to === number.from && isOneOf(tokens, article.from, pack.wordsIn("DEF"));
}

/** "A was hanged; by the report of X.": behind the last semicolon nothing but the source is left. */
function closesLine(line: Line, k: number, { classes, cues, pack }: SpeechContext): boolean {
  if (!pack.isVerbFinal || !is(line, k - 1, cues.semicolon)) return false;
  return !line.items.some((_, i) => i > k && is(line, i, classes.verbEnd));
}

/** "By what |one of the relatives of this family| says": a number by itself, and whom it is of. */
function speakerOfSome(
  line: Line,
  from: number,
  { cues, classes, pack, tokens }: SpeechContext,
): { readonly phrase: NounPhrase; readonly speaker: Speaker } | null {
  const item = line.items[from];
  if (!pack.isVerbFinal || item === undefined || item.quantity === null || item.group !== null)
    return null;
  if (!is(line, from + 1, classes.of("AZ"))) return null;
  const chunk = chunkEnd(line, from + 2, cues);
  if (chunk <= from + 2) return null;
  const to = isPronoun(line, chunk) ? chunk + 1 : chunk;
  const range = rangeOf(line, from, to);
  const source = tokens.text.slice(tokens.start[range[0]], tokens.end[range[1] - 1]);
  return {
    phrase: { from, to, headFrom: from, headTo: to, aside: null },
    speaker: { range, source, name: null, isNamed: false, isUnnamed: true, isPlural: false },
  };
}

/** "By what the lawyer |of him|, A, says": where verbs stand last the pronoun behind is the owner, and a name between commas the speaker's. */
function speakerOfKin(line: Line, phrase: NounPhrase, { cues, pack, tokens }: SpeechContext) {
  if (!pack.isVerbFinal) return null;
  const joined =
    speakerBesideName(line, phrase, { cues, pack, tokens }) ??
    speakerOfJoinedKin(line, phrase, { pack, tokens }) ??
    speakerOfFamily(line, phrase, { pack, tokens });
  if (joined !== null) return joined;
  const head = line.items[phrase.to - 1]?.group ?? null;
  if (head?.type !== "noun" || head.persons.length > 0) return null;
  if (!isPronoun(line, phrase.to)) return null;
  const at = phrase.to + 2;
  const beside = line.items[at]?.group?.persons ?? [];
  const isAside = is(line, at - 1, cues.comma) && is(line, at + 1, cues.comma);
  const [person] = beside;
  if (isAside && person !== undefined && beside.length === 1)
    return namedSpeaker(person, rangeOf(line, phrase.from, at + 1), false);
  const range = rangeOf(line, phrase.from, phrase.to + 1);
  const source = tokens.text.slice(tokens.start[range[0]], tokens.end[range[1] - 1]);
  return { range, source, name: null, isNamed: false, isUnnamed: false, isPlural: false };
}

/** "By what |the doctor| says, A was killed": a name that no comma closes is of the clause, not the doctor's. */
function speakerBesideName(
  line: Line,
  { from }: NounPhrase,
  { cues, pack, tokens }: Pick<SpeechContext, "cues" | "pack" | "tokens">,
) {
  const item = line.items[from];
  if ((item?.group?.persons ?? []).length === 0 || item === undefined) return null;
  const commas = pack.wordsIn("COMMAW");
  const at = tokens.form.findIndex((form, i) => i > item.from && i < item.to && commas.has(form));
  const isClosed =
    from + 1 >= line.items.length ||
    [cues.comma, cues.stop, cues.conjunction, cues.close].some((set) => is(line, from + 1, set));
  // "By the report of the correspondent, A |said|": A speaks.
  const isSaid = line.items.some((_, i) => i > from && is(line, i, cues.any));
  if (at < 0 || isClosed || isSaid) return null;
  const range: TokenRange = [item.from, at];
  const source = tokens.text.slice(tokens.start[range[0]], tokens.end[range[1] - 1]);
  return { range, source, name: null, isNamed: false, isUnnamed: false, isPlural: false };
}

/** "By what |his lawyer| says A was hanged", with the pronoun joined to the noun: the name behind it is of the clause. */
function speakerOfJoinedKin(
  line: Line,
  { from }: NounPhrase,
  { pack, tokens }: Pick<SpeechContext, "pack" | "tokens">,
) {
  const item = line.items[from];
  const group = item?.group ?? null;
  if (item === undefined || group === null || group.persons.length > 0) return null;
  if (!isOneOf(tokens, item.to - 1, pack.wordsIn("KINJOINED"))) return null;
  const range = rangeOf(line, from, from + 1);
  const source = tokens.text.slice(tokens.start[range[0]], tokens.end[range[1] - 1]);
  return { range, source, name: null, isNamed: false, isUnnamed: false, isPlural: false };
}

/** "Quoting the prosecutor, of the execution of three men": what a preposition leads on to is said, not he who says it. */
function cutAttached(line: Line, phrase: NounPhrase, context: SpeechContext): NounPhrase {
  const cut = cutForces(line, cutName(line, beforeCiting(line, phrase, context), context), context);
  const isSaid =
    context.pack.isVerbFinal &&
    cut.to > cut.headTo &&
    is(line, cut.headTo, context.classes.of("AZ"));
  return isSaid ? changePhrase(cut, { to: cut.headTo }) : cut;
}

/** "By the report of X quoting Y": Y is another source. */
function beforeCiting(line: Line, phrase: NounPhrase, { cues, pack }: SpeechContext): NounPhrase {
  if (!pack.isVerbFinal) return phrase;
  for (let i = phrase.headFrom + 1; i < phrase.to; i++)
    if (is(line, i, cues.citing))
      return changePhrase(phrase, { to: i, headTo: Math.min(i, phrase.headTo) });
  return phrase;
}

/** "By the report of X |officers| held five men", without a comma: the forces act, and are not of X's name. */
function cutForces(line: Line, phrase: NounPhrase, context: SpeechContext): NounPhrase {
  const { cues, pack, tokens } = context;
  const forces = pack.wordsIn("FORCESW");
  for (let i = phrase.headFrom + 1; i < phrase.to; i++) {
    if (!isOneOf(tokens, line.items[i]?.from ?? -1, forces)) continue;
    const before = line.items[i - 1];
    const isOffice = is(line, i - 1, cues.office) || (before?.group ?? null) !== null;
    return isOffice ? phrase : changePhrase(phrase, { to: i, headTo: Math.min(i, phrase.headTo) });
  }
  return phrase;
}

/** "by the report of X alone in June": an adverb behind the name of an organisation is not the name's. */
function cutName(line: Line, phrase: NounPhrase, { cues, pack }: SpeechContext): NounPhrase {
  const next = phrase.headFrom + 1;
  if (!pack.isVerbFinal || phrase.to <= next) return phrase;
  if (line.items[phrase.headFrom]?.name?.type !== "organisation") return phrase;
  const group = line.items[next]?.group ?? null;
  // "By the report of X Karim Zand was hanged", without a comma: whom it is told of.
  const isPeople = group !== null && group.type !== "institution" && group.type !== "pronoun";
  if (!isPeople && !is(line, next, cues.adverb) && !is(line, next, cues.time)) return phrase;
  return changePhrase(phrase, { to: next, headTo: next });
}

/** "according to the regime's fabricated code": whose it is, where the words go on to something that is no paper. */
function isOwner(line: Line, { to }: NounPhrase, { tokens }: SpeechContext): boolean {
  const end = line.items[to - 1]?.to ?? 0;
  return tokens.kind[end - 1] === TOKEN.possessive;
}

/** "By what doctors say his state has worsened", where verbs stand last: a verb, an adverb or a day is not the speaker's. */
function cutAtVerb(line: Line, phrase: NounPhrase, { cues, classes, pack }: SpeechContext) {
  if (!pack.isVerbFinal || phrase.aside !== null) return phrase;
  for (let i = phrase.from + 1; i < phrase.to; i++) {
    const isVerb = is(line, i, classes.verbEnd);
    // "by what the police say |the victims| are": people behind a body are the next clause's.
    const isNext =
      i === phrase.from + 1 &&
      line.items[phrase.from]?.group?.type === "institution" &&
      line.items[i]?.group?.type === "noun";
    const isAdjunct = is(line, i, cues.preposition) && !is(line, i, classes.source);
    if (!isVerb && !isNext && !isAdjunct && !is(line, i, cues.adverb) && !is(line, i, cues.time))
      continue;
    const to = isVerb ? phrase.from + 1 : i;
    return changePhrase(phrase, { to, headTo: Math.min(phrase.headTo, to) });
  }
  return phrase;
}

/** "according to court records": a word that can be a verb too ends the phrase here. */
function withPaper(
  line: Line,
  phrase: NounPhrase | null,
  { cues }: SpeechContext,
): NounPhrase | null {
  if (phrase === null || phrase.to !== phrase.headTo || phrase.aside !== null) return phrase;
  const at = phrase.headTo;
  const isLast =
    at + 1 >= line.items.length || is(line, at + 1, cues.comma) || is(line, at + 1, cues.stop);
  return isLast && is(line, at, cues.noun)
    ? changePhrase(phrase, { to: at + 1, headTo: at + 1 })
    : phrase;
}

/** "By the report |medical|, A was killed", "by papers |forged|": an adjective behind the paper is nobody's name. */
function isNobodys(line: Line, { from }: NounPhrase, { cues, pack, tokens }: SpeechContext) {
  const at = line.items[from]?.from ?? -1;
  if (isOneOf(tokens, at, pack.wordsIn("PAPERFALSEW"))) return true;
  if (!isOneOf(tokens, at, pack.wordsIn("PAPERADJ"))) return false;
  return is(line, from + 1, cues.comma) || pack.wordsIn("COMMAW").has(tokens.form[at + 1] ?? "");
}

/** "On the ground of the police report the court sentenced A": what a court or the police act on is no source of the report. */
function isGroundOfAct(line: Line, k: number, { from, to }: NounPhrase, context: SpeechContext) {
  const { cues, pack, tokens } = context;
  const cue = line.items[k];
  if (cue === undefined) return false;
  const words = tokens.form.slice(cue.from, cue.to);
  const holds = (set: string) => words.some((word) => pack.wordsIn(set).has(word));
  // "On the ground of the police's |figures|": what is counted is told.
  if (!holds("GROUNDPREP") || holds("GROUNDFIGURE")) return false;
  const acts = (i: number) =>
    isOneOf(tokens, line.items[i]?.from ?? -1, pack.wordsIn("GROUNDACTOR"));
  const next = skipAhead(line, to, cues.comma, cues.time, cues.adverb);
  if (acts(from) || acts(next)) return true;
  for (let i = from + 1; i < to; i++)
    if (acts(i) && line.items[i - 1]?.name?.type === "organisation") return true;
  // "A on the ground of X's report was hanged": the verdict's, unless somebody cites it who speaks.
  const isSaid = line.items.some((_, i) => i > k && is(line, i, cues.any));
  const before = line.items[k - 1];
  return !isSaid && before !== undefined && (before.group !== null || acts(k - 1));
}

/** "citing its own correspondents": the house itself, no other source. */
function isOwnPeople(line: Line, { headFrom }: NounPhrase, context: SpeechContext): boolean {
  const { tokens, pack } = context;
  const from = line.items[headFrom]?.from ?? 0;
  return (
    isOneOf(tokens, from, pack.wordsIn("POSSP")) && isOneOf(tokens, from + 1, pack.wordsIn("OWN"))
  );
}

/** "were announced by officials": who acted, not who says so. What was "recorded by" a group, the group says. */
function isPassiveBy(line: Line, k: number, context: SpeechContext): boolean {
  const { cues, pack, tokens } = context;
  if (!closesWith(line, k, cues.by, context)) return false;
  // "has not been announced by officials", "never reported by the press": they said nothing.
  const denies = line.items[skipBack(line, k - 1, cues.adverb, cues.be)];
  const words = denies === undefined ? [] : tokens.form.slice(denies.from, denies.to);
  if (words.some((word) => pack.wordsIn("NEG").has(word))) return true;
  if (isOneOf(tokens, line.items[k]?.from ?? -1, pack.wordsIn("RECORDEDW"))) return false;
  return is(line, skipBack(line, k - 1, cues.adverb, cues.time), cues.be);
}

/** "papers seen by this magazine" in a phrase that no saying follows or precedes: only whose papers they are. */
function isReduced(line: Line, k: number, context: SpeechContext): boolean {
  return !line.items.some(
    (_, i) => i !== k && (is(line, i, context.cues.any) || is(line, i, context.cues.according)),
  );
}

/** "figures compiled by X", "a report by X": the maker of the figures. */
function makerOf(line: Line, phrase: NounPhrase, context: SpeechContext): NounPhrase | null {
  const { cues, pack, tokens } = context;
  const head = tokens.form[(line.items[phrase.headTo - 1]?.to ?? 0) - 1] ?? "";
  // "the report of the X group": two words in one item.
  if (is(line, phrase.headTo - 1, context.classes.of("REPORTOF")))
    return keeperAt(line, phrase.headTo, context);
  const isTally = pack.wordsIn("TALLYW").has(head);
  const gatherer = gathererOf(line, phrase, context);
  if (gatherer !== null) return gatherer;
  if (!isTally && !is(line, phrase.headTo - 1, cues.noun)) return null;
  // "a report published |on Monday| by X".
  const last = skipAhead(line, phrase.to, cues.participle, cues.time);
  for (let i = phrase.headTo; i <= last; i++) {
    // "reports from Iran": where they come from, no maker.
    if (line.items[i + 1]?.name?.type === "place" && !closesWith(line, i, cues.by, context))
      continue;
    if (i >= phrase.to && !closesWith(line, i, cues.by, context)) continue;
    if (
      closesWith(line, i, cues.by, context) ||
      (closesWith(line, i, cues.from, context) && i === phrase.headTo)
    )
      return phraseBeginning(line, i + 1, cues);
    // "statistics registered at the centre": kept by it.
    if (
      is(line, i, cues.record) &&
      is(line, i + 1, cues.preposition) &&
      !closesWith(line, i + 1, cues.by, context)
    )
      return keeperAt(line, i + 2, context);
  }
  return null;
}

/** "the numbers that |rights groups| put together", "a list which |the union| keeps": who does it in the clause behind a paper. */
function gathererOf(line: Line, phrase: NounPhrase, context: SpeechContext): NounPhrase | null {
  const { cues, pack, tokens } = context;
  const at = phrase.headTo;
  const item = line.items[at];
  const head = tokens.form[(line.items[at - 1]?.to ?? 0) - 1] ?? "";
  if (pack.isVerbFinal || item === undefined || !pack.wordsIn("GATHEREDN").has(head)) return null;
  const isRelative = is(line, at, cues.relative) || is(line, at, cues.thatWord);
  const isTaken = item.group !== null && isWordOf(item.from, cues.thatWord, context);
  if (!isRelative && !isTaken) return null;
  const from = isTaken ? at : at + 1;
  const doer = phraseBeginning(line, from, cues);
  // "figures that show", "data which he says": a verb, or a pronoun that says nothing of whom.
  if (doer === null || isPronoun(line, doer.headFrom) || is(line, from, cues.any)) return null;
  for (let to = doer.headFrom; to < doer.headTo; to++) {
    const one = line.items[to];
    if (one?.group == null && one?.name == null) continue;
    // "a list that the ministry disputes": whoever denies, fears or hides it did not make it.
    const verb = skipAhead(line, to + 1, cues.adverb);
    const isMade = isOneOf(tokens, line.items[verb]?.from ?? 0, pack.wordsIn("GATHERV"));
    return isMade ? changePhrase(doer, { to: to + 1, headTo: to + 1, aside: null }) : null;
  }
  return null;
}

function keeperAt(line: Line, at: number, { cues }: SpeechContext): NounPhrase | null {
  const phrase = phraseBeginning(line, at, cues);
  return phrase !== null && line.items[phrase.headTo - 1]?.name?.type === "organisation"
    ? phrase
    : null;
}

/** "who, according to her lawyer, died": only the relative clause is the lawyer's. */
function relativeBefore(line: Line, k: number, context: SpeechContext): number {
  const at = skipBack(line, k - 1, context.cues.comma);
  return is(line, at, context.cues.relative) ? at : -1;
}

function clauseStop(line: Line, from: number, end: number, context: SpeechContext): number {
  const { cues } = context;
  for (let i = skipAhead(line, from, cues.comma); i < line.items.length; i++) {
    if (is(line, i, cues.comma) || is(line, i, cues.stop)) return line.items[i]?.from ?? end;
  }
  return end;
}

/** "Seven were killed, |while| five were hurt, according to X": X tells both, where nobody else tells the first. */
function isMeanwhile(line: Line, at: number, { cues, pack, tokens }: SpeechContext): boolean {
  if (pack.isVerbFinal) return false;
  const word = line.items[at];
  if (!isOneOf(tokens, word?.from ?? 0, pack.wordsIn("MEANWHILEW"))) return false;
  const isSaid = line.items.slice(0, at).some((_, index) => is(line, index, cues.any));
  const isNumber = line.items
    .slice(0, at)
    .some(({ quantity, group }) => (quantity ?? group?.quantity ?? null) !== null);
  return !isSaid && isNumber && numberFollows(line.items, at + 1, cues.comma);
}

/** Another voice before, parted by "; ", "while" or "but". */
function voiceStart(line: Line, k: number, start: number, context: SpeechContext): number {
  const { cues } = context;
  for (let i = k - 1; i > 0; i--) {
    const isTurn = is(line, i, cues.but) && is(line, i - 1, cues.comma);
    if (is(line, i, cues.semicolon) || (isTurn && !isMeanwhile(line, i, context)))
      return line.items[i]?.to ?? start;
    // "…, bringing to 31 the number of executions, according to a tally": the tally tells the total.
    if (
      is(line, i, cues.total) &&
      is(line, i - 1, cues.comma) &&
      i > 1 &&
      numberFollows(line.items, i + 1, cues.comma)
    )
      return line.items[i]?.from ?? start;
  }
  return start;
}

function voiceEnd(
  line: Line,
  from: number,
  k: number,
  end: number,
  context: SpeechContext,
): number {
  const { cues } = context;
  if (k <= 1) return end;
  for (let i = from; i < line.items.length; i++) {
    if (is(line, i, cues.semicolon) || (is(line, i, cues.but) && i > from))
      return line.items[i]?.from ?? end;
    // "…, according to A, and thousands have been jailed": another clause, of the author's own.
    if (
      is(line, i, cues.conjunction) &&
      is(line, i - 1, cues.comma) &&
      i === from + 1 &&
      !context.pack.isVerbFinal &&
      opensClause(line, i + 1, context)
    )
      return line.items[i]?.from ?? end;
  }
  return end;
}

/** `X was quoted (by Y) as saying …` and `Y quoted X as saying …`. */
export function quotedSpeech(
  line: Line,
  k: number,
  context: SpeechContext,
  memory: SpeechMemory,
): ReadSpeech[] {
  const { cues } = context;
  const saying = sayingAfter(line, k, context);
  const start = verbStart(line, k, cues);
  const subject = subjectBefore(line, start, cues);
  const isPassive = is(line, skipBack(line, k - 1, cues.adverb), cues.be);
  if (saying < 0) return [];
  const bounds = boundsAt(line, saying, context);
  const at = contentStart(line, saying, context);
  const first = line.items[at];
  const range: TokenRange =
    first === undefined
      ? frontOf(line, start, subject, bounds)
      : [first.from, line.items[contentEnd(line, saying, at, context) - 1]?.to ?? bounds[1]];
  // "“…,” X was quoted as saying |by the agency|".
  const isBy = isPassive && is(line, saying + 1, cues.by);
  const isBehind =
    isBy || first === undefined || (is(line, at, cues.stop) && range[1] - range[0] <= 1);
  const contents = [isBehind ? frontOf(line, start, subject, bounds) : range].filter(
    ([from, to]) => to > from,
  );
  const found: ReadSpeech[] = [];
  const add = (whole: NounPhrase | null, isCarrier: boolean): void => {
    // "quoted an official as saying the trial …": who is quoted ends before what he says.
    const isOver = whole !== null && whole.from < saying && whole.to > saying;
    const phrase = isOver ? { ...whole, to: Math.max(whole.headTo, saying) } : whole;
    const speaker =
      phrase === null
        ? null
        : speakerOf(line, phrase, context, memory, { isBehind, goesOn: false });
    if (phrase === null || speaker === null || contents.length === 0) return;
    const speech = speechOf(line, saying, "say", speaker, contents, bounds, context);
    if (isCarrier) {
      found.push({
        phrase,
        speech: changeSpeech(speech, { kind: "according", contents: [bounds], whole: bounds }),
      });
      return;
    }
    found.push({
      phrase,
      speech: changeSpeech(speech, {
        whole: [
          Math.min(speech.whole[0], line.items[(subject ?? phrase).from]?.from ?? speech.whole[0]),
          speech.whole[1],
        ],
      }),
    });
  };
  const next = skipAhead(line, k + 1, cues.adverb, cues.time);
  const endsInBy = closesWith(line, k, cues.by, context);
  const agent = isBy
    ? phraseBeginning(line, saying + 2, cues)
    : endsInBy
      ? phraseBeginning(line, k + 1, cues)
      : is(line, next, cues.by)
        ? phraseBeginning(line, next + 1, cues)
        : null;
  if (isPassive) {
    if (agent !== null) add(agent, true);
    add(subject, false);
  } else {
    add(subject, true);
    add(phraseBeginning(line, next, cues), false);
  }
  return found;
}

function frontOf(
  line: Line,
  start: number,
  subject: NounPhrase | null,
  bounds: TokenRange,
): TokenRange {
  return [bounds[0], line.items[subject?.from ?? start]?.from ?? bounds[0]];
}

/** The "as saying" that belongs to "quoted" at `k`, or -1. */
function sayingAfter(line: Line, k: number, context: SpeechContext): number {
  const { cues } = context;
  for (let i = k + 1; i < Math.min(line.items.length, k + 16); i++) {
    if (is(line, i, cues.asSaying)) return i;
    if (is(line, i, cues.stop) || is(line, i, cues.quoteOpen)) return -1;
  }
  return -1;
}

function speechOf(
  line: Line,
  k: number,
  kind: Speech["kind"],
  speaker: Speech["speaker"],
  contents: readonly TokenRange[],
  bounds: TokenRange,
  context: SpeechContext,
): Speech {
  const cueItem = line.items[k];
  return {
    kind,
    sentence: line.reading.index,
    speaker,
    cue: cueItem === undefined ? null : [cueItem.from, cueItem.to],
    contents,
    whole:
      kind !== "say"
        ? bounds
        : [cueItem?.from ?? bounds[0], Math.max(...contents.map(([, to]) => to))],
    quotes: quotesIn(contents, context),
    isDenial: false,
    isAuthor: false,
    isInQuote: false,
    date: null,
    isForeign: false,
    isCarried: false,
  };
}
