/**
 * In: the claims of one document. Out: the people it names, each once, with what it says of each of them.
 * Never: joins two names that only look alike; takes a speaker or an official for one the claim is about.
 */
import { foldForSearch } from "../base/foldForSearch.ts";
import type { Claim, Person, PersonRole } from "../model/claim.ts";
import type { Stage } from "../model/caseHistory.ts";
import type { ListDate, ListRecord } from "../model/listRecord.ts";
import type { Mention, MentionClaim } from "../model/mention.ts";
import type { CountingWords } from "./tellingNumbers.ts";

/** What a country pack says of its places and of the stages of a case. */
export type CountryOfMentions = {
  /** Names by the place's id ("ir/prison/evin"). */
  readonly places: ReadonlyMap<string, PlaceNames>;
  readonly charges: ReadonlyMap<string, string>;
  /** Stage that a kind of claim means where its words name none. */
  readonly stageOfKind: ReadonlyMap<string, string>;
  readonly stages: ReadonlyMap<string, Stage>;
  /** Words of a hedge that make a death a doubt, folded. */
  readonly doubts: ReadonlySet<string>;
  /** Words that tell whom a number counts. */
  readonly counting: CountingWords;
  /** Is this the name of a province, in any script? */
  readonly isProvince: (words: string) => boolean;
  /** Id of the one prison, town or province that is called so, in any script; null where none is, or several are. */
  readonly placeNamed: (kind: PlaceKind, words: string) => string | null;
  /** Id of the one prison that words below "Prison" name, with its town or without. */
  readonly prisonNamed: (words: string) => string | null;
  /** A place's name without the words that say what it is ("Karun Central Prison": "Karun"). */
  readonly ownNameOf: (words: string) => string;
  /** As well, of a charge. */
  readonly chargeNamed: (words: string) => string | null;
};

export type PlaceKind = "prison" | "city" | "province";

export type PlaceNames = {
  readonly city: string | null;
  readonly province: string | null;
  readonly prison: string | null;
};

/** Those whom something was done to, or threatens. */
const ROLES: ReadonlySet<PersonRole> = new Set([
  "victim",
  "at-risk",
  "injured",
  "convicted",
  "suspect",
]);

/** Kinds that end a life: their day is the day of the record. */
const DEATHS: ReadonlySet<string> = new Set(["execution", "killing", "death-in-custody"]);

/** Years that two ages of one person in one document may be apart. */
const AGES_APART = 1;

type Naming = {
  readonly claim: Claim;
  readonly person: Person;
  /** Place among the persons of the claim. */
  readonly at: number;
  readonly folded: string;
};

/**
 * The people that claims of one document are about. Who is told from whom is what the document says (`asRead`), not what a
 * person made of its claims: one that is rejected or corrected moves no other naming.
 */
export function mentionsOf(
  claims: readonly Claim[],
  country: CountryOfMentions,
  { asRead = claims, isRow = false }: MentionOptions = {},
): readonly Mention[] {
  const keyOf = keysOf(namingsOf(asRead));
  const groups = new Map<string, Naming[]>();
  for (const naming of namingsOf(claims)) {
    const key = keyOf(naming);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [naming]);
    else group.push(naming);
  }
  const placeIn = isRow ? placeOfRow : placeOf;
  return [...groups].map(([key, group]) =>
    makeMention(key, group, country, (claim, part) => placeIn(claim, part, country)),
  );
}

type MentionOptions = {
  readonly asRead?: readonly Claim[];
  /** A row of a list: its places stand as the list writes them. */
  readonly isRow?: boolean;
};

type PlaceIn = (claim: Claim, part: keyof PlaceNames) => string | null;

function namingsOf(claims: readonly Claim[]): readonly Naming[] {
  return claims.flatMap((claim) =>
    claim.persons
      .map((person, at) => ({ claim, person, at, folded: foldForSearch(person.name) }))
      .filter(({ person, folded }) => ROLES.has(person.role) && folded !== ""),
  );
}

/** The one fuller name that ends in this one, else itself: "Rostami" after "Arash Rostami". */
function fullerName(folded: string, names: ReadonlySet<string>): string {
  if (folded.includes(" ")) return folded;
  const fuller = [...names].filter((other) => other.endsWith(` ${folded}`));
  const [only] = fuller;
  return fuller.length === 1 && only !== undefined ? only : folded;
}

/**
 * The key of each naming: the name, and where a document tells two of one name apart, what tells them apart. Who is named
 * without it stands for himself: nobody can say which of them it is.
 */
function keysOf(namings: readonly Naming[]): (naming: Naming) => string {
  const names = new Set(namings.map(({ folded }) => folded));
  const byName = new Map<string, Naming[]>();
  for (const naming of namings) {
    const name = fullerName(naming.folded, names);
    const own = byName.get(name);
    if (own === undefined) byName.set(name, [naming]);
    else own.push(naming);
  }
  const keyByPlace = new Map<string, string>();
  const namesakes = new Map<string, readonly Namesake[]>();
  for (const [name, own] of byName) {
    const found = tellApart(name, own);
    namesakes.set(name, found);
    for (const { key, namings: group } of found)
      for (const naming of group) keyByPlace.set(placeOfNaming(naming), key);
  }
  return (naming) => {
    const known = keyByPlace.get(placeOfNaming(naming));
    if (known !== undefined) return known;
    // A name that a person put right: one of those the document names, or a new one.
    const name = fullerName(naming.folded, names);
    const found = (namesakes.get(name) ?? []).filter((one) => isOneOf(naming, one.namings));
    const [only] = found;
    return found.length === 1 && only !== undefined ? only.key : name;
  };
}

function placeOfNaming({ claim, at, folded }: Naming): string {
  return `${claim.id} ${at} ${folded}`;
}

type Namesake = { readonly key: string; readonly namings: readonly Naming[] };

/** Two of one name whose ages or fathers differ are two people, whichever is named first. */
function tellApart(name: string, namings: readonly Naming[]): readonly Namesake[] {
  const groups: Naming[][] = [];
  for (const naming of [...namings].sort(byWhatTellsApart)) {
    const near = groups.filter((group) => isOneOf(naming, group));
    const [only] = near;
    if (near.length === 1 && only !== undefined) only.push(naming);
    else groups.push([naming]);
  }
  if (groups.length < 2) return groups.map((group) => ({ key: name, namings: group }));
  const byKey = new Map<string, Naming[]>();
  for (const group of groups) {
    const key = `${name} ~${distinction(group)}`;
    byKey.set(key, [...(byKey.get(key) ?? []), ...group]);
  }
  return [...byKey].map(([key, group]) => ({ key, namings: group }));
}

function isOneOf({ person }: Naming, group: readonly Naming[]): boolean {
  return group.every((other) => areAlike(person, other.person));
}

/** The youngest age of a group, else its father, else nothing. */
function distinction(group: readonly Naming[]): string {
  const ages = group.flatMap(({ person }) => (person.age === null ? [] : [person.age]));
  if (ages.length > 0) return String(Math.min(...ages));
  const fathers = group.flatMap(({ person }) => person.father ?? []).map(foldForSearch);
  return fathers.sort()[0] ?? "";
}

/** Those with an age first, by age; then by father; those who have neither last. */
function byWhatTellsApart({ person: a }: Naming, { person: b }: Naming): number {
  const [x, y] = [a.age ?? Number.MAX_SAFE_INTEGER, b.age ?? Number.MAX_SAFE_INTEGER];
  if (x !== y) return x - y;
  if ((a.father === null) !== (b.father === null)) return a.father === null ? 1 : -1;
  const [one, other] = [foldForSearch(a.father ?? ""), foldForSearch(b.father ?? "")];
  return one < other ? -1 : one > other ? 1 : 0;
}

function areAlike(a: Person, b: Person): boolean {
  if (a.age !== null && b.age !== null && Math.abs(a.age - b.age) > AGES_APART) return false;
  return a.father === null || b.father === null || isSameName(a.father, b.father);
}

/** "Hossein" is "Hossein Karimi"; "Ali" is not "Alireza". */
function isSameName(a: string, b: string): boolean {
  const [one, other] = [`${foldForSearch(a)} `, `${foldForSearch(b)} `];
  return one.startsWith(other) || other.startsWith(one);
}

function makeMention(
  key: string,
  namings: readonly Naming[],
  country: CountryOfMentions,
  placeIn: PlaceIn,
): Mention {
  const names = [...new Set(namings.map(({ person }) => person.name))].sort(
    (a, b) => b.length - a.length,
  );
  return {
    key,
    names,
    record: recordOf(names, namings, country, placeIn),
    claims: namings.map((naming) => claimOf(naming, country)),
  };
}

function claimOf({ claim, person }: Naming, country: CountryOfMentions): MentionClaim {
  return {
    claim: claim.id,
    kind: claim.kind,
    modality: isDoubted(claim, country) ? "unclear" : claim.modality,
    role: person.role,
    stage: stageOf(claim, person.role, country),
    earliest: dayOf(claim.period?.earliest),
    latest: dayOf(claim.period?.latest),
  };
}

/** "Feared executed" is no execution; "reportedly executed" is one that somebody reports. */
export function isDoubted(
  { kind, modality, hedge }: Claim,
  { doubts }: CountryOfMentions,
): boolean {
  if (hedge === null || modality !== "happened" || !DEATHS.has(kind)) return false;
  const words = ` ${foldForSearch(hedge)} `;
  return [...doubts].some((doubt) => words.includes(` ${doubt} `));
}

/** Risk of a stage that ends a life. */
const DEAD = 9;

/** Note of the reader on a claim that somebody lives, and in which modalities it says so. */
const SIGN_OF_LIFE = "sign-of-life";
const LIVED: ReadonlySet<Claim["modality"]> = new Set(["happened", "ongoing"]);

/**
 * What a claim says of the case: what its words name, but never less danger than its kind, no way back that the kind does not
 * tell, and no death of whoever is not its victim.
 */
function stageOf(
  { kind, stage, modality, notes }: Claim,
  role: PersonRole,
  { stageOfKind, stages }: CountryOfMentions,
): string | null {
  if (kind === "other" && role === "victim" && notes.some(({ code }) => code === SIGN_OF_LIFE))
    return LIVED.has(modality)
      ? ([...stages.values()].find(({ isLife }) => isLife === true)?.id ?? null)
      : null;
  // Whose execution somebody asks to halt is in danger of it, though nothing else tells of them.
  if (kind === "call" && role === "at-risk") {
    const danger = stages.get(stageOfKind.get("imminent-execution") ?? "");
    // The stage itself: what it counts as where it is asked not to come is told by how it is said.
    return danger?.as.has(modality) === true ? danger.id : null;
  }
  const said = stages.get(stage ?? "") ?? null;
  const usual = stages.get(stageOfKind.get(kind) ?? "") ?? null;
  // A sentence "negated" by a court that quashed it: the step that its own row says so of.
  if (said !== null && said.as.get(modality) === said.id) return said.id;
  const found = said === null || (usual !== null && !isWithin(said, usual)) ? usual : said;
  if (found?.risk !== DEAD || role === "victim") return found?.id ?? null;
  if (role === "at-risk" && found.as.has(modality)) return found.id;
  // Who is sentenced for a killing is not the one killed.
  return kind === "execution" && role !== "suspect" ? (found.as.get("unclear") ?? null) : null;
}

/** Does a stage only say nearer what the kind of its claim says? */
function isWithin(said: Stage, usual: Stage): boolean {
  if (said.risk === DEAD || usual.risk === DEAD) return said.risk === usual.risk;
  if (usual.reverses || said.reverses) return said.reverses === usual.reverses;
  return said.risk >= usual.risk;
}

function recordOf(
  names: readonly string[],
  namings: readonly Naming[],
  country: CountryOfMentions,
  placeIn: PlaceIn,
): ListRecord {
  const first = <T>(pick: (naming: Naming) => T | null): T | null => {
    for (const naming of namings) {
      const value = pick(naming);
      if (value !== null) return value;
    }
    return null;
  };
  const ages = namings.flatMap(({ person: { age, ages: range } }) =>
    range === undefined ? (age === null ? [] : [age]) : [range.min, range.max],
  );
  const placed = (part: keyof PlaceNames): string | null =>
    first(({ claim }) => placeIn(claim, part));
  return {
    id: "",
    row: 0,
    name: names.find((name) => !isPersian(name)) ?? null,
    nameFa: names.find(isPersian) ?? null,
    date: narrowest(namings.map(dateOfDeath)),
    age: ages.length === 0 ? null : { min: Math.min(...ages), max: Math.max(...ages) },
    sex: first(({ person }) => person.sex),
    city: placed("city"),
    province: placed("province"),
    father: first(({ person }) => person.father),
    charge: first(({ claim }) => chargeOf(claim, country)),
    prison: placed("prison"),
  };
}

/** The day on which the document says that this person died; nothing that is only feared or denied. */
function dateOfDeath({ claim, person }: Naming): ListDate | null {
  const { period } = claim;
  const isDeath = DEATHS.has(claim.kind) && person.role === "victim";
  if (!isDeath || period === null || claim.modality !== "happened") return null;
  const earliest = dayOf(period.earliest);
  const latest = dayOf(period.latest);
  if (earliest === null || latest === null) return null;
  return { earliest, latest, calendar: period.calendar, words: period.span.quote };
}

/** The date that says most: a day before a season. */
function narrowest(dates: readonly (ListDate | null)[]): ListDate | null {
  const width = ({ earliest, latest }: ListDate): number =>
    Date.parse(latest) - Date.parse(earliest);
  return dates.reduce<ListDate | null>(
    (best, date) => (date !== null && (best === null || width(date) < width(best)) ? date : best),
    null,
  );
}

/** Roles of places, those that say most about the event first. */
const PLACE_ROLES = ["prison", "event", "court", "residence", "origin", "other"] as const;

function placeOf(
  { places }: Claim,
  part: keyof PlaceNames,
  country: CountryOfMentions,
): string | null {
  for (const role of PLACE_ROLES)
    for (const place of places) {
      const found = place.role === role && place.id !== null ? country.places.get(place.id) : null;
      const name = found?.[part] ?? null;
      if (name !== null) return name;
    }
  return null;
}

/** A claim whose places are known by the packs' names, where they have one alone. */
export function resolvePlaces(claim: Claim, country: CountryOfMentions): Claim {
  const { placeNamed } = country;
  const idOf = (words: string): string | null =>
    placeNamed("prison", words) ?? placeNamed("city", words) ?? placeNamed("province", words);
  return resolvePrisons(
    { ...claim, places: claim.places.map((one) => ({ ...one, id: one.id ?? idOf(one.words) })) },
    country,
  );
}

/** "Karun Prison", of which the packs know none or several: it is in Karun. */
export function resolvePrisons(
  claim: Claim,
  { placeNamed, ownNameOf }: Pick<CountryOfMentions, "placeNamed" | "ownNameOf">,
): Claim {
  if (!claim.places.some(({ role, id }) => role === "prison" && id === null)) return claim;
  return {
    ...claim,
    places: claim.places.map((place) =>
      place.role === "prison" && place.id === null
        ? { ...place, id: placeNamed("city", ownNameOf(place.words)) }
        : place,
    ),
  };
}

/** A claim of a row with the places and charges that its cells name: a row writes the town before the province. */
export function resolveRow(claim: Claim, country: CountryOfMentions): Claim {
  const events = claim.places.filter(({ role }) => role === "event");
  const kindOf = (place: Claim["places"][number]): PlaceKind => {
    if (place.role === "prison") return "prison";
    const isAlone = events.length === 1;
    return place === events[1] || (isAlone && country.isProvince(place.words))
      ? "province"
      : "city";
  };
  const idOf = (place: Claim["places"][number]): string | null => {
    const id = country.placeNamed(kindOf(place), place.words);
    if (id !== null || place.role !== "prison") return id;
    return (
      country.prisonNamed(place.words) ?? (events.length > 0 ? null : townOf(place.words, country))
    );
  };
  return {
    ...claim,
    places: claim.places.map((place) => ({ ...place, id: place.id ?? idOf(place) })),
    charges: claim.charges.map((charge) => ({
      ...charge,
      id: charge.id ?? country.chargeNamed(charge.words),
    })),
  };
}

/** The town of a prison that the packs do not know: "Tabriz prison", "a prison of the Guards, Tabriz". */
function townOf(
  words: string,
  { placeNamed, prisonNamed, ownNameOf }: CountryOfMentions,
): string | null {
  const town = placeNamed("city", ownNameOf(words));
  if (town !== null) return town;
  const parts = words.split(/[,،()]/u).filter((part) => part.trim() !== "");
  // A prison that is known, beside a town where it is not: nobody knows which is right.
  const isKnown = parts.some((part) => (placeNamed("prison", part) ?? prisonNamed(part)) !== null);
  return isKnown ? null : placeNamed("city", ownNameOf(parts.at(-1) ?? ""));
}

/** The cell of a town, of a province or of a prison; a row writes the town before the province. */
function placeOfRow(
  claim: Claim,
  part: keyof PlaceNames,
  country: CountryOfMentions,
): string | null {
  const resolved = placeOf(claim, part, country);
  if (resolved !== null) return resolved;
  if (part === "prison") return claim.places.find(({ role }) => role === "prison")?.words ?? null;
  const written = claim.places.filter(({ id }) => id === null);
  const [first, second] = written.filter(({ role }) => role === "event").map(({ words }) => words);
  if (first === undefined) return null;
  const isProvince = second === undefined && country.isProvince(first);
  if (part === "province") return isProvince ? first : (second ?? null);
  return isProvince ? null : first;
}

function chargeOf({ charges }: Claim, country: CountryOfMentions): string | null {
  const [charge] = charges;
  return charge === undefined ? null : (country.charges.get(charge.id ?? "") ?? charge.words);
}

function dayOf(edtf: string | null | undefined): string | null {
  return edtf != null && /^\d{4}-\d{2}-\d{2}$/.test(edtf) ? edtf : null;
}

const PERSIAN = /\p{Script=Arabic}/u;

function isPersian(name: string): boolean {
  return PERSIAN.test(name);
}
