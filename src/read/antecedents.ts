/**
 * In: the names of a document in order, and whom it has told of so far. Out: whom a singular pronoun or "the prisoner" means,
 * where that is safe.
 * Never: chooses between two candidates that the report does not tell apart; reaches back further than a few sentences.
 */
import type { ClaimKind } from "../model/claim.ts";
import type { NameMatch } from "./findNames.ts";
import type { Item } from "./items.ts";
import type { SentenceReading } from "./speech.ts";

/** How many sentences back an antecedent may stand. */
const REACH = 3;
/** How many sentences back somebody may stand of whom alone the report tells. */
const TOLD_REACH = 8;

/** Somebody of whom the report told something before. */
export type Told = {
  readonly sentence: number;
  readonly kind: ClaimKind;
  readonly name: NameMatch;
  /** It was done by them, as the report says or somebody accuses them. */
  readonly isDoer: boolean;
};

/** A reference to one person: where it stands and what is told there. */
export type Reference = {
  readonly sentence: number;
  readonly token: number;
  readonly kind: ClaimKind;
  /** What the word itself says of the sex; null where it says nothing. */
  readonly sex: "female" | "male" | null;
  /** Who cannot be meant: the one who does it to them. */
  readonly not: string | null;
};

export type Antecedents = {
  readonly readings: readonly SentenceReading[];
  readonly speakers: ReadonlySet<string>;
  readonly told: readonly Told[];
  /** What the report says of the sex of those whom it names. */
  /** The sentence is about somebody else, whom it does not name; the name stands behind a preposition. */
  readonly isAside: (reading: SentenceReading, name: NameMatch) => boolean;
  /** The name cannot be meant: by its place in the clause of the pronoun, or by the office it is brought in by. */
  readonly isBarred: (name: NameMatch) => boolean;
  /** Who did it, or is charged with it, is told of; the one killed is nobody who is tried. */
  readonly isMurdered: (name: NameMatch) => boolean;
  /** The sentence tells of a relative or lawyer of the one named, who may be meant. */
  readonly isOfBond: (reading: SentenceReading, name: NameMatch) => boolean;
  readonly sexes: ReadonlyMap<string, "female" | "male">;
  /** The item is the family of somebody, of whom alone a singular pronoun can speak. */
  readonly isFamily: (item: Item) => boolean;
  /** The item says in which office the one named before it has to do with somebody else ("A |the lawyer| of him"). */
  readonly isOfficerOf: (next: Item | undefined) => boolean;
  /** The item says whom somebody killed ("the killer of A"). */
  readonly isKillerOf: (item: Item) => boolean;
  /** The item is a singular pronoun or its possessive. */
  readonly isPronoun: (item: Item) => boolean;
  /** The item marks the name before it as an owner ("Karim's"). */
  readonly isOwnerMark: (item: Item) => boolean;
  /** "son", whose parents stand behind "of". */
  readonly isParentOf: (noun: Item) => boolean;
  /** What stands behind the name says whose he is ("A, |his lawyer|"). */
  readonly isOfOther: (name: NameMatch) => boolean;
  /** The sentence says that somebody says something. */
  readonly isSpoken: (reading: SentenceReading) => boolean;
};

/** Kinds that tell of a death, and what a report tells of the same person before it. */
export const GRAVE: Readonly<Partial<Record<ClaimKind, ReadonlySet<ClaimKind>>>> = {
  execution: new Set(["execution", "death-sentence", "imminent-execution"]),
  killing: new Set(["killing", "death-in-custody"]),
  "death-in-custody": new Set(["killing", "death-in-custody"]),
};

/**
 * The person that a singular pronoun or definite noun means, or null. Certain where the sentences within reach name one
 * person who is neither an official nor a speaker; else the one of whom alone the report told before (of a death or a
 * death sentence, where it tells of one now); else, where nobody dies by it, the person a sentence begins with.
 */
export function findSingular(reference: Reference, context: Antecedents): NameMatch | null {
  const found = nearestSingular(reference, context);
  return found === null ? null : ofSex(found, reference, context);
}

/** "Philip killed his wife Diana. She had five wounds": of whom the sex is told goes before who only may be meant. */
function ofSex(
  found: NameMatch,
  { sex, kind, not }: Reference,
  { sexes, told }: Antecedents,
): NameMatch | null {
  if (sex !== RARER || sexes.has(found.name)) return found;
  const others = new Map<string, Told>();
  for (let at = told.length - 1; at >= Math.max(0, told.length - MOST_TOLD); at--) {
    const one = told[at];
    if (one === undefined || one.name.name === not || one.name.from < found.from) continue;
    if (sexes.get(one.name.name) === sex) others.set(one.name.name, one);
  }
  if (others.size === 0) return found;
  const [only] = others.values();
  const isHarmed = HURT.has(kind) && only !== undefined && HURT.has(only.kind) && !only.isDoer;
  return others.size === 1 && isHarmed ? only.name : null;
}

/** Reports tell of more men than women, mostly without saying so: "he" may be anybody of whom nothing is said, "she" hardly. */
const RARER = "female";

const HURT: ReadonlySet<ClaimKind> = new Set(["killing", "injury", "death-in-custody"]);

function nearestSingular(reference: Reference, context: Antecedents): NameMatch | null {
  const { readings } = context;
  for (let back = 0; back <= REACH; back++) {
    const reading = readings[reference.sentence - back];
    if (reading === undefined) break;
    if (back === 1 && tellsOfOther(reading, reference, context))
      return GRAVE[reference.kind] !== undefined && tellsNothingOf(reading, context)
        ? onlyTold(reference, context, TOLD_REACH)
        : null;
    const names = namesIn(reading, back === 0 ? reference.token : Infinity, reference, context);
    const silent = names.size === 0 ? silentSubject(reading, back, reference, context) : null;
    if (silent !== null) return onlyTold(reference, context, TOLD_REACH) ?? silent;
    if (names.size === 0) continue;
    const only = names.size === 1 ? [...names.values()][0] : undefined;
    if (only !== undefined && back > 0 && context.isAside(reading, only))
      return onlyTold(reference, context, TOLD_REACH);
    if (only !== undefined && back > 0 && context.isOfBond(reading, only)) return null;
    if (only !== undefined && !opensWithPronoun(reading, only, context)) return only;
    const sexed =
      reference.sex !== RARER
        ? []
        : [...names.values()].filter(({ name }) => context.sexes.get(name) === reference.sex);
    if (only === undefined && sexed.length === 1) return sexed[0] ?? null;
    const focus = onlyTold(reference, context, TOLD_REACH);
    if (only === undefined && isOfEither(reference, names, context)) return null;
    if (focus !== null && (only === undefined ? names.has(focus.name) : true)) return focus;
    if (GRAVE[reference.kind] !== undefined) return null;
    return only ?? leadingPerson(reading, names, context);
  }
  return onlyTold(reference, context, TOLD_REACH);
}

/**
 * "Karim was hanged. The judge, Farid, left the country. He was …": the sentence before does something of its own with
 * somebody in office, or with whom it brings in beside the one told of ("His lawyer, Farid, fled. He was …").
 */
function tellsOfOther(reading: SentenceReading, { sex }: Reference, context: Antecedents): boolean {
  const at = reading.items.slice(0, 4).findIndex((item) => item.group?.persons.length === 1);
  const name = reading.items[at]?.group?.persons[0];
  const next = reading.items[at + 1];
  if (name === undefined || (next !== undefined && context.isOwnerMark(next))) return false;
  if (context.isSpoken(reading) || disagrees(name, sex, context)) return false;
  return name.isTitleOfficial || opensWithPronoun(reading, name, context);
}

/** "A was sentenced to death. His lawyer, B, appealed. He was …": of nobody whom the sentence names the report told anything. */
function tellsNothingOf(reading: SentenceReading, { told }: Antecedents): boolean {
  return reading.items.every(({ group }) =>
    (group?.persons ?? []).every(({ name }) => !told.some((one) => one.name.name === name)),
  );
}

/** Somebody whose words the report gives elsewhere, of whom a sentence tells something; never where somebody dies. */
function silentSubject(
  reading: SentenceReading,
  back: number,
  reference: Reference,
  context: Antecedents,
): NameMatch | null {
  if (back !== 1 || GRAVE[reference.kind] !== undefined) return null;
  const [first] = reading.items;
  const persons = first?.group?.persons ?? [];
  const [only] = persons;
  if (only === undefined || persons.length > 1 || only.isTitleOfficial) return null;
  // "A was killed. The accused was arrested": who is dead is not arrested after it.
  if (outOfQuestion(reference.kind, context.told)?.has(only.name) === true) return null;
  return context.isSpoken(reading) || disagrees(only, reference.sex, context) ? null : only;
}

/** "A was convicted of killing B. He died in custody": B is dead by A, and "he" may be A. */
function isOfEither(
  { kind }: Reference,
  names: ReadonlyMap<string, NameMatch>,
  { told }: Antecedents,
): boolean {
  if (kind !== "death-in-custody") return false;
  return told.some((one) => one.isDoer && names.has(one.name.name) && one.kind === "killing");
}

/** "Her brother, Wang Tao, …": the sentence goes on about somebody whom it does not name. */
function opensWithPronoun(
  reading: SentenceReading,
  name: NameMatch,
  context: Antecedents,
): boolean {
  if (context.isOfOther(name)) return true;
  for (const item of reading.items.slice(0, 4)) {
    if (context.isPronoun(item)) return true;
    if (item.to > name.from) return false;
  }
  return false;
}

/** The one person of whom the report told before, of such a thing where it is grave; null where there are several. */
function onlyTold(
  { sentence, kind, sex, not }: Reference,
  context: Antecedents,
  reach: number,
): NameMatch | null {
  const { told, speakers } = context;
  const family = GRAVE[kind];
  const found = new Map<string, Told>();
  for (let at = told.length - 1; at >= Math.max(0, told.length - MOST_TOLD); at--) {
    const one = told[at];
    if (
      one === undefined ||
      one.sentence > sentence ||
      one.name.name === not ||
      disagrees(one.name, sex, context)
    )
      continue;
    if (family !== undefined && !family.has(one.kind)) continue;
    if (family === undefined && DEAD.has(one.kind) && !one.isDoer) continue;
    if (one.isDoer && family !== undefined) continue;
    if (context.isMurdered(one.name)) continue;
    if (!found.has(one.name.name)) found.set(one.name.name, one);
    if (found.size > 1) return null;
  }
  const [only] = found.values();
  if (found.size !== 1 || only === undefined || sentence - only.sentence > reach) return null;
  return speakers.has(only.name.name) && family !== undefined ? null : only.name;
}

/** A report that tells of more than this has no one of whom alone it tells. */
const MOST_TOLD = 40;

/** Of whom this was told, nothing but a death is told any more. */
const DEAD: ReadonlySet<ClaimKind> = new Set(["killing"]);

function disagrees(name: NameMatch, sex: Reference["sex"], { sexes }: Antecedents): boolean {
  const own = sexes.get(name.name) ?? null;
  return sex !== null && own !== null && own !== sex;
}

/** The one person a sentence begins with, as its subject, where the report told something of that one. */
function leadingPerson(
  reading: SentenceReading,
  names: ReadonlyMap<string, NameMatch>,
  { told }: Antecedents,
): NameMatch | null {
  for (const item of reading.items.slice(0, 4)) {
    const [first] = item.group?.persons ?? [];
    if (first === undefined || item.group?.persons.length !== 1) continue;
    // "A, a guard, beat B. He was freed": not A.
    const isTold = told.some(
      ({ name, kind, isDoer }) => name.name === first.name && !(isDoer && kind === "torture"),
    );
    return isTold ? (names.get(first.name) ?? null) : null;
  }
  return null;
}

function namesIn(
  reading: SentenceReading,
  before: number,
  { sex, not, kind, sentence }: Reference,
  context: Antecedents,
): Map<string, NameMatch> {
  const { speakers, told } = context;
  const out = outOfQuestion(kind, told);
  const names = new Map<string, NameMatch>();
  const owners = new Set<string>();
  for (const [index, item] of reading.items.entries()) {
    if (item.from >= before) break;
    const next = reading.items[index + 1];
    const child = reading.items[index - 2];
    // "A, son of B and C, was a welder. He …": A.
    if (names.size > 0 && child !== undefined && context.isParentOf(child)) continue;
    const isOwner = next !== undefined && context.isOwnerMark(next);
    if (GRAVE[kind] !== undefined)
      for (const owner of ownersBeside(reading.items, index))
        if (!context.isKillerOf(item)) names.set(owner.name, owner);
    if (context.isOfficerOf(next)) continue;
    for (const name of namesOf(item, context)) {
      const isHarmed = before < Infinity && wasHarmed(name.name, told);
      if (name.isTitleOfficial && not === null && !isHarmed) continue;
      const isSpeaker =
        speakers.has(name.name) &&
        (!isHarmed || GRAVE[kind] !== undefined) &&
        !(isHarmed && isCondemnedIn(sentence, name, told));
      if (isSpeaker || name.name === not || disagrees(name, sex, context)) continue;
      if (out?.has(name.name) === true || context.isMurdered(name)) continue;
      if (context.isBarred(name)) continue;
      names.set(name.name, name);
      if (isOwner) owners.add(name.name);
      else owners.delete(name.name);
    }
  }
  // "Karim's brother, Farid, was held. He …": not Karim.
  if (owners.size < names.size) for (const owner of owners) names.delete(owner);
  return names;
}

/** "A, who denied it, was sentenced to death and his sentence carried out": he spoke, and it is told of him right there. */
function isCondemnedIn(sentence: number, { name }: NameMatch, told: readonly Told[]): boolean {
  return told.some(
    (one) =>
      one.sentence === sentence &&
      one.kind === "death-sentence" &&
      !one.isDoer &&
      one.name.name === name,
  );
}

/** Who is named there; "the family of A" goes on to tell of A ("they have no news of him"). */
function namesOf(item: Item, { isFamily }: Antecedents): readonly NameMatch[] {
  if (item.group === null) return item.name?.type === "person" ? [item.name] : [];
  return isFamily(item) ? item.group.owners : item.group.persons;
}

/** "A is the lawyer of B. He was hanged": of B, whom what is said of A names, it may be told as well. */
function ownersBeside(items: readonly Item[], index: number): readonly NameMatch[] {
  const owners = items[index]?.group?.owners ?? [];
  if (owners.length === 0) return owners;
  const isNamed = (at: number): boolean => (items[at]?.group?.persons.length ?? 0) > 0;
  return isNamed(index - 1) || isNamed(index - 2) ? owners : [];
}

/** "Officer Karim was shot and taken to a hospital where he died": of whom harm was told, "he" may be, whatever they are. */
function wasHarmed(name: string, told: readonly Told[]): boolean {
  for (let at = told.length - 1; at >= Math.max(0, told.length - MOST_TOLD); at--) {
    const one = told[at];
    if (one?.name.name === name && !one.isDoer && HARM.has(one.kind)) return true;
  }
  return false;
}

const HARM: ReadonlySet<ClaimKind> = new Set([
  "injury",
  "torture",
  "arrest",
  "death-in-custody",
  "death-sentence",
  "execution",
  "imminent-execution",
]);

/** Who killed somebody, or was arrested or sentenced, does not "die of her wounds"; who was killed is not arrested after it. */
function outOfQuestion(kind: ClaimKind, told: readonly Told[]): ReadonlySet<string> | null {
  const isKilling = kind === "killing";
  if (!isKilling && !CHARGED.has(kind) && !OF_THE_LIVING.has(kind)) return null;
  const names = new Set<string>();
  for (let at = told.length - 1; at >= Math.max(0, told.length - MOST_TOLD); at--) {
    const one = told[at];
    if (one === undefined) continue;
    const isOut = isKilling
      ? one.isDoer || CHARGED.has(one.kind)
      : one.kind === "killing" && !one.isDoer;
    if (isOut) names.add(one.name.name);
  }
  return names;
}

/** What is told is told of the living, and the report told of this one's killing alone. */
export function isKilledOnly(kind: ClaimKind, name: string, told: readonly Told[]): boolean {
  return kind !== "killing" && outOfQuestion(kind, told)?.has(name) === true;
}

/** What is told of nobody who was killed before. */
const OF_THE_LIVING: ReadonlySet<ClaimKind> = new Set(["imminent-execution", "clemency", "stay"]);

const CHARGED: ReadonlySet<ClaimKind> = new Set(["arrest", "death-sentence", "release"]);
