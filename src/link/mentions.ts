/**
 * In: the claims of one document. Out: the people it names, each once, with what it says of each of them.
 * Never: joins two names that only look alike; takes a speaker or an official for one the claim is about.
 */
import { foldForSearch } from "../base/foldForSearch.ts";
import type { Claim, Person, PersonRole } from "../model/claim.ts";
import type { Stage } from "../model/caseHistory.ts";
import type { ListDate, ListRecord } from "../model/listRecord.ts";
import type { Mention, MentionClaim } from "../model/mention.ts";

/** What a country pack says of its places and of the stages of a case. */
export type CountryOfMentions = {
  /** Names by the place's id ("ir/prison/evin"). */
  readonly places: ReadonlyMap<string, PlaceNames>;
  readonly charges: ReadonlyMap<string, string>;
  /** Stage that a kind of claim means where its words name none. */
  readonly stageOfKind: ReadonlyMap<string, string>;
  readonly stages: ReadonlyMap<string, Stage>;
};

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

type Naming = { readonly claim: Claim; readonly person: Person; readonly folded: string };

/** The people that claims of one document are about. */
export function mentionsOf(
  claims: readonly Claim[],
  country: CountryOfMentions,
): readonly Mention[] {
  const namings = claims.flatMap((claim) =>
    claim.persons
      .filter(({ role }) => ROLES.has(role))
      .map((person) => ({ claim, person, folded: foldForSearch(person.name) }))
      .filter(({ folded }) => folded !== ""),
  );
  const groups = new Map<string, Naming[]>();
  for (const naming of namings) {
    const key = keyOf(naming, groups, fullerName(naming.folded, namings));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [naming]);
    else group.push(naming);
  }
  return [...groups].map(([key, group]) => makeMention(key, group, country));
}

/** The one fuller name that ends in this one, else itself: "Rostami" after "Arash Rostami". */
function fullerName(folded: string, namings: readonly Naming[]): string {
  if (folded.includes(" ")) return folded;
  const fuller = new Set(
    namings.map((naming) => naming.folded).filter((other) => other.endsWith(` ${folded}`)),
  );
  const [only] = fuller;
  return fuller.size === 1 && only !== undefined ? only : folded;
}

/** Two of one name whose ages or fathers differ are two people. */
function keyOf(
  { person }: Naming,
  groups: ReadonlyMap<string, readonly Naming[]>,
  folded: string,
): string {
  for (let turn = 1; ; turn++) {
    const key = turn === 1 ? folded : `${folded} #${turn}`;
    const group = groups.get(key);
    if (group === undefined || group.every((other) => areAlike(person, other.person))) return key;
  }
}

function areAlike(a: Person, b: Person): boolean {
  if (a.age !== null && b.age !== null && Math.abs(a.age - b.age) > AGES_APART) return false;
  return a.father === null || b.father === null || isSameName(a.father, b.father);
}

function isSameName(a: string, b: string): boolean {
  const [one, other] = [foldForSearch(a), foldForSearch(b)];
  return one.startsWith(other) || other.startsWith(one);
}

function makeMention(key: string, namings: readonly Naming[], country: CountryOfMentions): Mention {
  const names = [...new Set(namings.map(({ person }) => person.name))].sort(
    (a, b) => b.length - a.length,
  );
  return {
    key,
    names,
    record: recordOf(names, namings, country),
    claims: namings.map((naming) => claimOf(naming, country)),
  };
}

function claimOf({ claim, person }: Naming, country: CountryOfMentions): MentionClaim {
  return {
    claim: claim.id,
    kind: claim.kind,
    modality: claim.modality,
    role: person.role,
    stage: stageOf(claim, person.role, country),
    earliest: dayOf(claim.period?.earliest),
    latest: dayOf(claim.period?.latest),
  };
}

/** Risk of a stage that ends a life. */
const DEAD = 9;

/**
 * What a claim says of the case: what its words name, but never less danger than its kind, no way back that the kind does not
 * tell, and no death of whoever is not its victim.
 */
function stageOf(
  { kind, stage, modality }: Claim,
  role: PersonRole,
  { stageOfKind, stages }: CountryOfMentions,
): string | null {
  const said = stages.get(stage ?? "") ?? null;
  const usual = stages.get(stageOfKind.get(kind) ?? "") ?? null;
  const found = said === null || (usual !== null && !isWithin(said, usual)) ? usual : said;
  if (found?.risk !== DEAD || role === "victim" || found.as.has(modality)) return found?.id ?? null;
  return found.as.get("unclear") ?? null;
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
): ListRecord {
  const first = <T>(pick: (naming: Naming) => T | null): T | null => {
    for (const naming of namings) {
      const value = pick(naming);
      if (value !== null) return value;
    }
    return null;
  };
  const ages = namings.flatMap(({ person }) => (person.age === null ? [] : [person.age]));
  const placed = (part: keyof PlaceNames): string | null =>
    first(({ claim }) => placeOf(claim, part, country));
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
