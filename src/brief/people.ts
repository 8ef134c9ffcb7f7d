/**
 * In: claims. Out: the people that they name as dead or as at risk, each name once, with what speaks against it.
 * Never: names a person as dead on a claim that did not say that it happened.
 */
import type { Claim, ClaimKind, Person } from "../model/claim.ts";
import { foldName, heardName } from "./names.ts";
import { partNamesakes } from "./namesakes.ts";

/** A person as one claim names them. */
export type Naming = { readonly claim: Claim; readonly person: Person };

/** Everything said of one name. Two who share a name are told apart only by fathers and by ages far from each other, and the page says so. */
export type NamedPerson = {
  readonly key: string;
  readonly name: string;
  /** How the name sounds, in either script; two names may sound alike. */
  readonly heard: string;
  readonly namings: readonly [Naming, ...Naming[]];
  /** Claims about the same name that say something else. */
  readonly against: readonly Against[];
};

export type Against = {
  readonly what:
    | "released"
    | "stayed"
    | "clemency"
    | "denied"
    | "alive"
    | "uncertain"
    | "dead"
    | "at-risk";
  readonly claim: Claim;
  /** The name that it is said of, where that is another one which sounds alike: it may be somebody else. */
  readonly otherName: string | null;
};

const DEADLY: readonly ClaimKind[] = ["execution", "killing", "death-in-custody"];
const THREATENED: readonly ClaimKind[] = ["imminent-execution", "death-sentence"];
const STEPPING_DOWN: ReadonlyMap<ClaimKind, Against["what"]> = new Map([
  ["release", "released"],
  ["stay", "stayed"],
  ["clemency", "clemency"],
]);

/** People whose execution, killing or death in custody a claim reports as having happened. */
export function findNamedDead(claims: readonly Claim[]): readonly NamedPerson[] {
  return groupNamings(claims, isDeath, (claim, person, deaths) => {
    if (isSignOfLife(claim, person)) return isSurelyBefore(claim, deaths) ? null : "alive";
    const stepped = STEPPING_DOWN.get(claim.kind);
    if (stepped !== undefined && claim.modality === "happened") return stepped;
    if (!DEADLY.includes(claim.kind) || person.role !== "victim") return null;
    if (claim.modality === "negated") return "denied";
    return ["hypothetical", "unclear", "alleged"].includes(claim.modality) ? "uncertain" : null;
  });
}

/** People who are said to be under a death sentence or about to be executed. */
export function findNamedAtRisk(claims: readonly Claim[]): readonly NamedPerson[] {
  return groupNamings(claims, isThreatened, (claim, person) => {
    if (isDeath({ claim, person })) return "dead";
    return claim.modality === "happened" ? (STEPPING_DOWN.get(claim.kind) ?? null) : null;
  });
}

/** Somebody named as dead whose death is denied, or who is said to live. */
export function isSaidToLive({ against }: NamedPerson): boolean {
  return against.some(
    ({ what, otherName }) => otherName === null && (what === "denied" || what === "alive"),
  );
}

/** So many different names, those that sound alike taken as one. */
export function countHeard(people: readonly NamedPerson[]): number {
  const byHeard = new Map<string, Map<string, number>>();
  for (const { heard, key } of people) {
    const alike = byHeard.get(heard) ?? new Map<string, number>();
    alike.set(key, (alike.get(key) ?? 0) + 1);
    byHeard.set(heard, alike);
  }
  // Of one spelling there may be namesakes; of spellings that sound alike the most there are.
  return [...byHeard.values()].reduce((sum, alike) => sum + Math.max(...alike.values()), 0);
}

/** A report tells of the same name that they were killed or executed: no longer somebody who could be saved. */
export function isAlsoDead({ against }: NamedPerson): boolean {
  return against.some(({ what, otherName }) => otherName === null && what === "dead");
}

/** Claims that say somebody is at risk, with or without a name. */
export function isRiskClaim(claim: Claim): boolean {
  if (["negated", "called-to-stop", "called-for"].includes(claim.modality)) return false;
  if (THREATENED.includes(claim.kind)) return true;
  return (
    DEADLY.includes(claim.kind) &&
    claim.modality !== "happened" &&
    claim.persons.some((person) => person.role === "at-risk")
  );
}

/** Claims that say a risk has lessened. */
export function isSteppingDown(claim: Claim): boolean {
  return STEPPING_DOWN.has(claim.kind) && (claim.kind !== "release" || claim.persons.length > 0);
}

function isDeath({ claim, person }: Naming): boolean {
  return DEADLY.includes(claim.kind) && claim.modality === "happened" && person.role === "victim";
}

/** Is somebody said to live, or to have done what only the living do? */
function isSignOfLife({ kind, modality, notes }: Claim, { role }: Person): boolean {
  return (
    kind === "other" &&
    role === "victim" &&
    (modality === "happened" || modality === "ongoing") &&
    notes.some(({ code }) => code === "sign-of-life")
  );
}

/** By its days before every death; without a day what was done is before a death that the same report tells, what holds now is not. */
function isSurelyBefore({ period, document, modality }: Claim, deaths: readonly Naming[]): boolean {
  const latest = period?.latest ?? null;
  if (latest === null)
    return modality === "happened" && deaths.some(({ claim }) => claim.document.id === document.id);
  return deaths.every(({ claim }) => {
    const died = claim.period?.earliest ?? claim.document.published;
    return died !== null && latest < died;
  });
}

function isThreatened({ claim, person }: Naming): boolean {
  if (person.role !== "at-risk" && person.role !== "convicted" && person.role !== "victim")
    return false;
  return isRiskClaim(claim);
}

function groupNamings(
  claims: readonly Claim[],
  belongs: (naming: Naming) => boolean,
  speaksAgainst: (
    claim: Claim,
    person: Person,
    namings: readonly Naming[],
  ) => Against["what"] | null,
): readonly NamedPerson[] {
  const all = claims.flatMap((claim) => claim.persons.map((person) => ({ claim, person })));
  const byKey = groupBy(all, ({ person }) => foldName(person.name));
  const byHeard = groupBy(all, ({ person }) => heardName(person.name));
  return [...byKey].flatMap(([key, namings]) => {
    const { parts, open } = partNamesakes(namings, isDeath);
    return [...parts, ...(parts.length > 1 ? [open] : [])].flatMap((part) => {
      const own = part.filter(belongs);
      const [first, ...rest] = own;
      if (first === undefined) return [];
      const heard = heardName(first.person.name);
      const alike = (byHeard.get(heard) ?? []).filter(
        ({ person }) => foldName(person.name) !== key && heard !== "",
      );
      const concerned = part === open ? namings : [...part, ...open];
      const against = [...concerned, ...alike].flatMap(({ claim, person }): readonly Against[] => {
        const what = speaksAgainst(claim, person, own);
        const otherName = foldName(person.name) === key ? null : person.name;
        return what === null ? [] : [{ what, claim, otherName }];
      });
      const { name } = first.person;
      return [{ key, name, heard: heard || key, namings: [first, ...rest] as const, against }];
    });
  });
}

function groupBy(
  namings: readonly Naming[],
  keyOf: (naming: Naming) => string,
): ReadonlyMap<string, readonly Naming[]> {
  const byKey = new Map<string, Naming[]>();
  for (const naming of namings) {
    const key = keyOf(naming);
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, [naming]);
    else known.push(naming);
  }
  return byKey;
}
