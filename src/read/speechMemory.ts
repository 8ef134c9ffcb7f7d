/**
 * In: those who spoke or were the subject so far. Out: whom "she", "the group" or "the prosecutor" means.
 * Never: looks further back than a few sentences for a pronoun; takes one sex for the other.
 */
import { TOKEN } from "./tokens.ts";
import type { SpeechContext, Speaker } from "./speech.ts";
import { is, isClosed, isPronoun, type Line } from "./speechCues.ts";
import type { NameMatch } from "./findNames.ts";
import { namedSpeaker, nameOf, rangeOf } from "./speechNames.ts";
import { chunkEnd, type NounPhrase } from "./nounPhrase.ts";
import type { Office } from "./speechOffices.ts";
import { isWordOf } from "./speechWords.ts";
import { holdsOneOf, isOneOf } from "./wordSets.ts";

/** What a speaker is read for. */
export type SpeakerUse = {
  /** The content stands before the cue, so that the speaker is known already. */
  readonly isBehind: boolean;
  readonly goesOn: boolean;
  /** The speaker stands behind a preposition, so that "him" can be meant ("according to him"). */
  readonly isObject?: true;
};

/** Someone or something that a later word can mean. */
export type Entity = {
  readonly speaker: Speaker;
  readonly sentence: number;
  readonly sex: "female" | "male" | null;
  readonly isMany: boolean;
  readonly type: "person" | "thing" | "any";
  readonly spoke: boolean;
  /** Last word of its head, folded ("source"), for "the same source" later. */
  readonly head: string;
  /** The body that somebody speaks for: "the group" can mean it, a pronoun does not. */
  readonly isSpokenFor?: true;
};

export type SpeechMemory = {
  readonly entities: Entity[];
  /** Named speakers by the words of their office or kinship ("prosecutor", "sister"); null when several have it. */
  readonly roles: Map<string, Speaker | null>;
  /** Offices with those who hold them, where verbs stand last. */
  readonly offices: Office[];
};

/** An empty memory; it grows with the document. */
export function makeMemory(): SpeechMemory {
  return { entities: [], roles: new Map(), offices: [] };
}

/** Sentences back in which a pronoun's antecedent can stand. */
export const REACH = 4;

/** How many entities are kept; a pronoun looks back over a few sentences only. */
const MOST_ENTITIES = 24;

/** Keeps who was named, for later pronouns and nouns. */
export function remember(memory: SpeechMemory, entity: Entity): void {
  insert(memory, memory.entities.length, entity);
}

/** Keeps who was named before others that are kept already. */
export function insert(memory: SpeechMemory, at: number, entity: Entity): void {
  memory.entities.splice(at, 0, entity);
  if (memory.entities.length > MOST_ENTITIES) memory.entities.shift();
}

/** What kind of antecedent a phrase makes. */
export function entityOf(
  line: Line,
  phrase: NounPhrase,
  context: SpeechContext,
): Pick<Entity, "sex" | "isMany" | "type" | "head"> {
  const { cues, pack, tokens } = context;
  const isOffice =
    pack.isVerbFinal &&
    isWordOf(line.items[phrase.headFrom]?.from ?? 0, cues.office, { tokens, pack });
  const name = nameOf(line, phrase, context);
  if (name !== null && !(isOffice && name.type === "place")) {
    const sex = name.person?.sex ?? sexOf(line, phrase, context);
    const isUnclear = name.type === "unknown" && !isOfBody(line, phrase, cues);
    return {
      sex,
      // "Two of them, A and B": the name is one of several.
      isMany: !pack.isVerbFinal && (line.items[phrase.from]?.quantity?.min ?? 0) > 1,
      head: "",
      type: isTitledBody(name, context)
        ? "any"
        : name.type === "person" || holdsOneOffice(line, phrase, context)
          ? "person"
          : isUnclear
            ? "any"
            : "thing",
    };
  }
  const last = line.items[phrase.headTo - 1];
  const head = last?.group?.head ?? tokens.form[(last?.to ?? 1) - 1] ?? "";
  const joined = hasJoin(line, phrase, context);
  const isBody =
    pack.isVerbFinal &&
    isWordOf(line.items[phrase.headFrom]?.from ?? 0, cues.orgNoun, { tokens, pack });
  const isOne = isOneOfMany(line, phrase, context);
  const isMany =
    (joined && !isOne) ||
    isOneOf(tokens, (last?.to ?? 1) - 1, pack.wordsIn("MANYFOLKW")) ||
    (!isOne && last?.group?.quantity != null && last.group.quantity.min !== 1) ||
    last?.group?.type === "list" ||
    (isPlural(head, pack) && !isBody && !isOne);
  const isThing =
    last?.group?.type === "institution" ||
    is(line, phrase.headTo - 1, cues.noun) ||
    is(line, phrase.headTo - 1, cues.orgNoun) ||
    isBody;
  const isPerson =
    last?.group?.type === "noun" ||
    last?.group?.type === "counted" ||
    last?.group?.type === "person" ||
    isKnownHuman(line, phrase, context);
  return {
    sex: sexOf(line, phrase, context),
    isMany,
    head: headOf(line, phrase, context),
    type:
      isOffice || holdsOneOffice(line, phrase, context)
        ? "person"
        : isThing
          ? "thing"
          : isPerson
            ? "person"
            : "any",
  };
}

/** "The Harbour Street Circle": an article before capitals that look like a person's. */
function isTitledBody(
  { type, from, titleFrom, to }: NameMatch,
  { tokens, pack }: SpeechContext,
): boolean {
  if (pack.isVerbFinal || type !== "person" || titleFrom < from || to < from + 2) return false;
  const articles = pack.wordsIn("DEF");
  return isOneOf(tokens, from - 1, articles) || isOneOf(tokens, from, articles);
}

/** "One of the relatives", where a number stands by itself before whom it is of, or "one" opens the phrase. */
function isOneOfMany(line: Line, { from }: NounPhrase, { tokens, pack }: SpeechContext): boolean {
  const first = line.items[from];
  if (pack.isVerbFinal) return first?.quantity?.max === 1;
  const at = first?.from ?? 0;
  return (
    isOneOf(tokens, at, pack.wordsIn("ONENUMW")) && isOneOf(tokens, at + 1, pack.wordsIn("OFW"))
  );
}

/** "the victim's brother", "the commissioners": people who were told of; "one person" and "a man" are anybody. */
function isKnownHuman(line: Line, phrase: NounPhrase, context: SpeechContext): boolean {
  const { pack, tokens } = context;
  const from = line.items[phrase.headFrom]?.from ?? 0;
  const isKnown =
    isOneOf(tokens, from, pack.wordsIn("DEF")) || isOneOf(tokens, from, pack.wordsIn("POSSP"));
  return (
    !pack.isVerbFinal && isKnown && isHuman((line.items[phrase.headTo - 1]?.to ?? 1) - 1, context)
  );
}

/** "brother", "commissioners": the word is of people. */
export function isHuman(token: number, { classes, cues, pack, tokens }: SpeechContext): boolean {
  const entry = pack.lexicon.match(tokens, token, token + 1);
  if (entry === null) return false;
  const { set } = entry;
  return (
    cues.female[set] === 1 || cues.male[set] === 1 || classes.of("HUMAN", "CUE.office")[set] === 1
  );
}

/** "the Special Rapporteur on Iran", "the High Commissioner": an office that one person holds. */
function holdsOneOffice(
  line: Line,
  phrase: NounPhrase,
  { tokens, pack, classes }: SpeechContext,
): boolean {
  const offices = pack.wordsIn("ONEOFFICEW");
  const items = line.items.slice(phrase.headFrom, phrase.headTo);
  const from = items[0]?.from ?? 0;
  // Where a head stands first: "the rapporteur of this council".
  if (pack.isVerbFinal) return isOneOf(tokens, from, offices);
  const to = items.at(-1)?.to ?? from;
  const last = tokens.form[to - 1] ?? "";
  const bodies = pack.wordsIn("OFFICEBODYW");
  const isBody = tokens.form.slice(from, to).some((form) => bodies.has(form));
  if (isBody || isPlural(last, pack)) return false;
  // "the Transformative Justice Circle": an office before a capital is part of a body's name.
  return items.some(
    (item, at) =>
      classes.of("CAP")[items[at + 1]?.set ?? 0] !== 1 &&
      tokens.form.slice(item.from, item.to).some((form) => offices.has(form)),
  );
}

/** "the rights group Provea": the word before a name says that it is an organisation's. */
function isOfBody(line: Line, phrase: NounPhrase, cues: SpeechContext["cues"]): boolean {
  for (let at = phrase.headFrom; at < phrase.headTo - 1; at++)
    if (is(line, at, cues.orgNoun) || line.items[at]?.group?.type === "institution") return true;
  return false;
}

function headOf(line: Line, phrase: NounPhrase, context: SpeechContext): string {
  return context.tokens.form[(line.items[phrase.headTo - 1]?.to ?? 1) - 1] ?? "";
}

/** The word's form says that it is of several. */
export function isPlural(head: string, pack: SpeechContext["pack"]): boolean {
  if (pack.plurals.words.has(head)) return true;
  return (
    pack.plurals.suffixes.some((suffix) => head.endsWith(suffix)) &&
    !pack.plurals.singulars.has(head)
  );
}

function hasJoin(line: Line, phrase: NounPhrase, context: SpeechContext): boolean {
  for (let i = phrase.from; i < phrase.headTo; i++)
    if (is(line, i, context.cues.conjunction)) return true;
  return false;
}

/** The sex that the words say: "his sister", "the man"; never from a name. */
function sexOf(line: Line, phrase: NounPhrase, context: SpeechContext): Entity["sex"] {
  const [from, to] = rangeOf(line, phrase.from, phrase.headTo);
  const own = sexIn(from, to, context);
  if (own !== null || phrase.aside === null) return own;
  return sexIn(to, line.items[phrase.aside[1] - 1]?.to ?? to, context);
}

function sexIn(from: number, to: number, context: SpeechContext): Entity["sex"] {
  let sex: Entity["sex"] = null;
  for (let at = from; at < to; at++) {
    // "the widow's brother": whose he is says nothing of him.
    if (context.tokens.kind[at] === TOKEN.possessive) sex = null;
    if (at < to - 1 && isOneOf(context.tokens, at, context.pack.wordsIn("POSSSG"))) continue;
    const entry = context.pack.lexicon.match(context.tokens, at, at + 1);
    if (entry === null) continue;
    if (context.cues.female[entry.set] === 1) sex = "female";
    else if (context.cues.male[entry.set] === 1 && sex === null) sex = "male";
  }
  return sex;
}

/** How many speakers these are. */
export function countSources(entities: readonly Entity[]): number {
  return new Set(entities.map((entity) => entity.speaker.source)).size;
}

/** Keeps the words of office and kinship of a named speaker. */
export function rememberRole(
  line: Line,
  phrase: NounPhrase,
  context: SpeechContext,
  memory: SpeechMemory,
): void {
  const name = nameOf(line, phrase, context);
  if (name === null || name.type !== "person") return;
  const speaker = namedSpeaker(name, [name.from, name.to], false);
  const opening = line.items[phrase.from]?.from ?? name.titleFrom;
  for (let at = opening; at < name.titleFrom; at++) {
    if (context.tokens.form[at - 1] === "(")
      addRole(context.tokens.form[at] ?? "", speaker, memory);
  }
  for (let at = name.titleFrom; at < name.from; at++)
    addRole(context.tokens.form[at] ?? "", speaker, memory);
  const group = line.items[phrase.headTo - 1]?.group ?? line.items[phrase.headFrom]?.group ?? null;
  if (group?.head != null) addRole(group.head, speaker, memory);
  for (const [from, end] of [
    [phrase.headFrom, phrase.headTo] as const,
    ...(phrase.aside === null
      ? []
      : [[phrase.aside[0], chunkEnd(line, phrase.aside[0], context.cues)] as const]),
  ]) {
    const last = line.items[end - 1];
    if (
      end <= from ||
      last === undefined ||
      last.name === name ||
      last.group?.persons.includes(name) === true
    )
      continue;
    addRole(context.tokens.form[last.to - 1] ?? "", speaker, memory);
  }
}

function addRole(form: string, speaker: Speaker, memory: SpeechMemory): void {
  if (form.length < 4) return;
  const known = memory.roles.get(form);
  if (known === undefined) memory.roles.set(form, speaker);
  else if (known !== null && known.source !== speaker.source) memory.roles.set(form, null);
}

/** "The prosecutor", "his sister": the one named speaker with that word, or null. */
export function findRole(
  line: Line,
  phrase: NounPhrase,
  context: SpeechContext,
  memory: SpeechMemory,
): Speaker | null {
  const { cues, tokens } = context;
  if (!is(line, phrase.headFrom, cues.determiner) && !isClosed(line, phrase.headFrom)) return null;
  if (phrase.headTo < phrase.to || isPronoun(line, phrase.headFrom)) return null;
  const first = line.items[phrase.headFrom];
  const last = line.items[phrase.headTo - 1];
  if (
    first === undefined ||
    last === undefined ||
    first.group?.isIndefinite === true ||
    is(line, phrase.headFrom, cues.indefinite)
  )
    return null;
  const words = last.to - first.from;
  const isOrganisation =
    is(line, phrase.headTo - 1, cues.orgNoun) || isOrganisationHead(last.to - 1, context);
  if (words > (isOrganisation ? MOST_ORGANISATION_WORDS : 3)) return null;
  const form = tokens.form[last.to - 1] ?? "";
  const known = memory.roles.get(form);
  if (known != null && known.name !== null)
    return isAnotherOwners(known, first.from, context) ? null : known;
  if (known === null) return null;
  const namesake = words === 2 ? findNamesake(form, context, memory) : null;
  if (namesake !== null) return namesake;
  if (isOrganisation) {
    const organisation = holdsOwner(line, phrase, context)
      ? null
      : findOrganisation(line, phrase, context, memory);
    if (organisation !== null && (words <= 3 || organisation.name?.type === "organisation"))
      return organisation;
  }
  const earlier = memory.entities.find(
    (entity) => entity.head === form && entity.speaker.source !== null,
  );
  if (earlier?.sentence === 0 && opensLine(earlier.speaker, context) && !earlier.isMany) {
    const named = memory.entities.filter(
      ({ spoke, speaker }) =>
        spoke && speaker.name?.type === "person" && holdsOffice(speaker, form, context),
    );
    // "UN expert decries …" above: the one named below it, where nobody else speaks.
    return countSources(named) === 1 ? (named[0]?.speaker ?? null) : null;
  }
  return earlier !== undefined &&
    line.reading.index - earlier.sentence <= ROLE_REACH &&
    isFuller(earlier.speaker, words) &&
    hasWords(earlier.speaker, first.from + 1, last.to - 1, context)
    ? earlier.speaker
    : null;
}

/** The words beside the name give the office of the title, or another word for it ("the Special Rapporteur, A": the expert). */
function holdsOffice(
  { range: [from, to] }: Speaker,
  form: string,
  context: SpeechContext,
): boolean {
  const experts = context.pack.wordsIn("EXPERTW");
  const isExpert = experts.has(form);
  return context.tokens.form
    .slice(from, to)
    .some((word) => word === form || (isExpert && experts.has(word)));
}

/** "UN expert decries …", "Iran: UN expert decries …". */
function opensLine({ range: [from] }: Speaker, { tokens }: SpeechContext): boolean {
  return from === 0 || tokens.form[from - 1] === ":";
}

const STOPS: ReadonlySet<string> = new Set([".", "!", "?"]);

/** "A's lawyer, B, … A court freed C, |his lawyer| said": since B was named another was named, whose lawyer may be meant. */
function isAnotherOwners(
  { range }: Speaker,
  at: number,
  { names, tokens, pack }: SpeechContext,
): boolean {
  const form = tokens.form[at] ?? "";
  if (pack.isVerbFinal || !pack.wordsIn("POSSP").has(form)) return false;
  // "A, the lawyer of B, met reporters": B is named in the sentence that says whose lawyer she is.
  const end = tokens.form.findIndex((one, token) => token >= range[1] && STOPS.has(one));
  const known = new Set(tokens.form.slice(0, end < 0 ? range[1] : end));
  for (let token = range[1]; token < at; token++) {
    const name = names.get(token);
    if (name?.type !== "person" || name.from !== token) continue;
    if (!known.has(tokens.form[name.to - 1] ?? "")) return true;
  }
  return false;
}

/** "the apex court" is not "a Delhi court": what stands before the noun was said of it then too. */
function hasWords(
  { range: [from, to] }: Speaker,
  first: number,
  end: number,
  { tokens, pack }: SpeechContext,
): boolean {
  const known = tokens.form.slice(from, to);
  const same = pack.wordsIn("SAME");
  for (let at = first; at < end; at++) {
    const form = tokens.form[at] ?? "";
    if (!known.includes(form) && !same.has(form)) return false;
  }
  return true;
}

/** "the judiciary's news agency": whose it is says that another is meant. */
function holdsOwner(line: Line, phrase: NounPhrase, { cues, tokens }: SpeechContext): boolean {
  for (let at = phrase.headFrom; at < phrase.headTo; at++) {
    if (is(line, at, cues.possessive)) return true;
    // The whole phrase may stand as one group.
    const { from, to } = line.items[at] ?? { from: 0, to: 0 };
    for (let token = from; token < to; token++)
      if (tokens.kind[token] === TOKEN.possessive) return true;
  }
  return false;
}

/** "the London-based rights group" has so many tokens. */
const MOST_ORGANISATION_WORDS = 7;

/** "The association": the one organisation whose name ends in that word. */
function findNamesake(
  form: string,
  { tokens }: SpeechContext,
  memory: SpeechMemory,
): Speaker | null {
  const named = memory.entities.filter(
    ({ speaker }) =>
      speaker.name?.type === "organisation" && tokens.form[speaker.name.to - 1] === form,
  );
  return countSources(named) === 1 ? (named[0]?.speaker ?? null) : null;
}

function isOrganisationHead(last: number, { tokens, cues, pack }: SpeechContext): boolean {
  const entry = pack.lexicon.match(tokens, last, last + 1);
  return entry !== null && cues.orgNoun[entry.set] === 1;
}

/** "the SDPO": an abbreviation that stood as an office beside a name. */
export function findOffice(
  line: Line,
  phrase: NounPhrase,
  context: SpeechContext,
  memory: SpeechMemory,
): Speaker | null {
  if (!is(line, phrase.headFrom, context.cues.determiner)) return null;
  const last = line.items[phrase.headTo - 1];
  return last === undefined
    ? null
    : (memory.roles.get(context.tokens.form[last.to - 1] ?? "") ?? null);
}

/** "The group", "the outlet": the one organisation that was named or spoke in the last sentences. */
function findOrganisation(
  line: Line,
  phrase: NounPhrase,
  context: SpeechContext,
  memory: SpeechMemory,
): Speaker | null {
  const { pack, tokens } = context;
  const [from, to] = rangeOf(line, phrase.headFrom, phrase.headTo);
  const isOfRights = holdsOneOf(tokens, from, to, pack.wordsIn("RIGHTSBODYW"));
  const others = pack.wordsIn("NORIGHTSW");
  const near = memory.entities.filter(
    (entity) =>
      entity.type === "thing" &&
      entity.speaker.name !== null &&
      // "the Supreme Court rejected it, the website said": a court is no website.
      !isOneOf(tokens, entity.speaker.name.to - 1, pack.wordsIn("NOOUTLET")) &&
      // "Iran hanged … The association said": a country that acts is no association.
      entity.speaker.name.type !== "place" &&
      // "ISIS claimed the attack. The rights group said": an army is no rights group.
      !(
        isOfRights && holdsOneOf(tokens, entity.speaker.name.from, entity.speaker.name.to, others)
      ) &&
      line.reading.index - entity.sentence <= REACH,
  );
  const [first] = near;
  if (first === undefined || countSources(near) !== 1) return null;
  return first.spoke || !isAnotherNamed(first, line, context) ? first.speaker : null;
}

/** "A, director of Iran Human Rights", "B, a lawyer with Reprieve": the one body that the words beside a name say that it leads or works for; an unlisted name behind "the group" is not found. */
export function bodyOf(line: Line, phrase: NounPhrase, context: SpeechContext): Speaker | null {
  const { names, pack, tokens } = context;
  if (pack.isVerbFinal) return null;
  const last = Math.max(phrase.to, phrase.aside?.[1] ?? 0);
  const [from, to] = rangeOf(line, phrase.from, last);
  const links = pack.wordsIn("BODYLINKW");
  const others = pack.wordsIn("NOTITSOWNW");
  if (!holdsOneOf(tokens, from, to, pack.wordsIn("BODYLEADERW"))) return null;
  let body: NameMatch | null = null;
  let isLinked = false;
  for (let at = from; at < to; at++) {
    if (isOneOf(tokens, at, others)) return null;
    const name = names.get(at);
    // "of Justice Abroad and Amnesty": a capital that is no name could be another body.
    if (isLinked && name === undefined && isCapital(tokens, at)) return null;
    if (name?.type === "person") isLinked = false;
    else if (name?.type === "organisation" || name?.type === "unknown") {
      const isOwner = tokens.kind[name.to] === TOKEN.possessive;
      if (body !== null) return null;
      if (isLinked || isOwner) body = name;
    }
    if (isOneOf(tokens, at, links)) isLinked = true;
    if (name !== undefined && name.from === at) at = name.to - 1;
  }
  // "a researcher at Karun Hospital": no group.
  if (body === null || holdsOneOf(tokens, body.from, body.to, pack.wordsIn("NOGROUPW")))
    return null;
  return namedSpeaker(body, [body.from, body.to], false);
}

function isCapital({ text, folded, start }: SpeechContext["tokens"], at: number): boolean {
  const offset = start[at] ?? 0;
  return text[offset] !== folded[offset];
}

/** Another organisation is named shortly before, though it neither spoke nor was a subject. */
function isAnotherNamed({ speaker }: Entity, line: Line, { names }: SpeechContext): boolean {
  const { from } = line.reading.sentence;
  for (let at = Math.max(0, from - NAMED_REACH); at < from; at++) {
    const name = names.get(at);
    if (name?.type === "organisation" && name.name !== speaker.source) return true;
  }
  return false;
}

/** How far back, in tokens, another who is named can be meant. */
export const NAMED_REACH = 60;

/** Sentences back in which "the source" still means the source named before. */
const ROLE_REACH = 12;

function isFuller(speaker: Speaker, words: number): boolean {
  return speaker.range[1] - speaker.range[0] >= words && speaker.name === null;
}

/** An entity as it is told in a sentence. */
export function toldEntity(
  { isMany, type, head }: Pick<Entity, "isMany" | "type" | "head">,
  speaker: Speaker,
  sex: Entity["sex"],
  sentence: number,
  spoke: boolean,
): Entity {
  return { speaker, sentence, sex, isMany, type, spoke, head };
}
