import {
  type Attribution,
  type Claim,
  type ClaimKind,
  type Modality,
  PERSON_ROLES,
  type PersonRole,
} from "./claim.ts";

/** Fields of a claim that a person may put right; what is left out stays as it was read. The words stay always. */
export type Correction = {
  readonly kind?: ClaimKind;
  readonly modality?: Modality;
  /** A stage of the case, by its id in the country pack; null is none. */
  readonly stage?: string | null;
  /** Bounds; null is unbounded. A number of null takes the number away. */
  readonly number?: { readonly min: number | null; readonly max: number | null } | null;
  /** Days; null is open. A period of null takes the period away. */
  readonly period?: { readonly earliest: string | null; readonly latest: string | null } | null;
  readonly places?: readonly string[];
  /** Names, each with its role in brackets where that is put right too: "Behnam Karimzad (victim)". */
  readonly persons?: readonly string[];
  /** Who says it: the last link of the chain. An empty name is the author alone. */
  readonly source?: string;
};

/** Every field that may be put right, in the order in which they are told; a new one without a place here is no program. */
export const CORRECTED_FIELDS = Object.keys({
  kind: 0,
  modality: 0,
  stage: 0,
  number: 0,
  period: 0,
  places: 0,
  persons: 0,
  source: 0,
} satisfies Record<keyof Correction, 0>) as readonly (keyof Correction)[];

/** The claim as the correction has it. Its words and their place stay those of the report. */
export function correctClaim(claim: Claim, correction: Correction): Claim {
  const { kind, modality, stage, number, period, places, persons, source } = correction;
  const isOther = kind !== undefined && kind !== claim.kind;
  return {
    ...claim,
    kind: kind ?? claim.kind,
    modality: modality ?? claim.modality,
    // What stage was read belongs to the kind that was read.
    stage: stage === undefined ? (isOther ? null : claim.stage) : stage,
    quantity: number === undefined ? claim.quantity : quantityOf(claim, number),
    period: period === undefined ? claim.period : periodOf(claim, period),
    places: places === undefined ? claim.places : places.map((words) => placeOf(claim, words)),
    persons: personsOf(isOther ? withRolesOf(claim, kind) : claim, persons),
    attribution: source === undefined ? claim.attribution : chainOf(claim, source),
  };
}

/**
 * Roles that are another one in a claim of another kind: whoever is sentenced to death, or is at risk of it, is the victim of the
 * execution. Who was sentenced for a killing is not its victim.
 */
const VICTIMS_OF: ReadonlyMap<ClaimKind, readonly PersonRole[]> = new Map([
  ["execution", ["convicted", "at-risk"]],
  ["killing", ["at-risk"]],
  ["death-in-custody", ["at-risk"]],
]);

function withRolesOf(claim: Claim, kind: ClaimKind): Claim {
  const victims = VICTIMS_OF.get(kind) ?? [];
  const persons = claim.persons.map((person) =>
    victims.includes(person.role) ? { ...person, role: "victim" as const } : person,
  );
  return { ...claim, persons };
}

function personsOf(claim: Claim, persons: readonly string[] | undefined): Claim["persons"] {
  return persons === undefined ? claim.persons : persons.map((name) => personOf(claim, name));
}

function quantityOf(
  { quantity, span }: Claim,
  number: NonNullable<Correction["number"]> | null,
): Claim["quantity"] {
  if (number === null) return null;
  const { unit, measure, per, subsetOf } = quantity ?? NO_QUANTITY;
  return {
    ...number,
    minExclusive: false,
    maxExclusive: false,
    approximate: false,
    qualifier: null,
    unit,
    measure,
    per,
    subsetOf,
    span: quantity?.span ?? span,
  };
}

const NO_QUANTITY = { unit: null, measure: "count", per: null, subsetOf: null } as const;

function periodOf(
  { period, span }: Claim,
  days: NonNullable<Correction["period"]> | null,
): Claim["period"] {
  if (days === null) return null;
  return {
    ...days,
    mode: period?.mode ?? "all",
    calendar: period?.calendar ?? "gregorian",
    basis: "explicit",
    span: period?.span ?? span,
  };
}

function placeOf({ places, span }: Claim, words: string): Claim["places"][number] {
  return places.find((place) => place.words === words) ?? { words, id: null, role: "event", span };
}

function personOf({ persons, span }: Claim, written: string): Claim["persons"][number] {
  const { name, role } = roleWritten(written);
  const known = persons.find((person) => person.name === name);
  if (known !== undefined) return role === null ? known : { ...known, role };
  return {
    name,
    age: null,
    sex: null,
    father: null,
    role: role ?? persons[0]?.role ?? "other",
    span,
  };
}

/** A name with the word in brackets behind it: its role, or null where none stands there or it is none. */
export function roleWritten(written: string): {
  readonly name: string;
  readonly role: PersonRole | null;
} {
  const [, name = "", word = ""] = /^(.*\S)\s*\(([a-z-]+)\)$/.exec(written) ?? [];
  const role = PERSON_ROLES.find((one) => one === word) ?? null;
  return role === null ? { name: written, role } : { name, role };
}

function chainOf({ attribution, span }: Claim, source: string): readonly Attribution[] {
  if (source === "") return [];
  const last = attribution.at(-1);
  const link: Attribution = {
    ...(last ?? { type: "indirect", cue: null, span }),
    words: last?.words ?? source,
    source,
  };
  return [...attribution.slice(0, -1), link];
}
