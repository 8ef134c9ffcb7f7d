/** In: what a person types to put a claim right. Out: the correction. Never: one that changes nothing, or that no claim could be. */
import { canonicalJson, type Json } from "../../base/canonicalJson.ts";
import { Failure } from "../../base/failure.ts";
import { foldForSearch } from "../../base/foldForSearch.ts";
import { type Claim, CLAIM_KINDS, MODALITIES, PERSON_ROLES } from "../../model/claim.ts";
import { type Correction, correctClaim, roleWritten } from "../../model/correction.ts";
import { dayTyped } from "../dayTyped.ts";
import { persian } from "../persianWords.ts";
import { stageNames } from "./people/peoplePack.ts";

/** Fields as they are typed; what is left out stays. "none" takes a value away. */
export type TypedCorrection = {
  readonly kind?: string;
  readonly modality?: string;
  readonly stage?: string;
  readonly number?: string;
  readonly from?: string;
  readonly to?: string;
  readonly place?: string;
  readonly person?: string;
  readonly source?: string;
};

const NONE = "none";

/** Reads what was typed, over what stands already; throws `input-refused` where it does not hold. */
export function readCorrection(
  claim: Claim,
  standing: Correction | null,
  typed: TypedCorrection,
): Correction {
  const { kind, modality, stage, number, place, person, source } = typed;
  const correction: Correction = {
    ...(kind === undefined ? standing : withoutStage(standing)),
    ...(kind === undefined ? {} : { kind: oneOf("kind", kind, CLAIM_KINDS) }),
    ...(modality === undefined ? {} : { modality: oneOf("modality", modality, MODALITIES) }),
    ...(stage === undefined ? {} : { stage: readStage(stage) }),
    ...(number === undefined ? {} : { number: readNumber(number) }),
    ...periodOf(claim, standing, typed),
    ...(place === undefined ? {} : { places: namesIn("place", place) }),
    ...(person === undefined
      ? {}
      : { persons: namesIn("person", person).map((written) => withKnownRole(claim, written)) }),
    ...(source === undefined ? {} : { source: readSource(source) }),
  };
  const before = standing === null ? claim : correctClaim(claim, standing);
  if (same(before, correctClaim(claim, correction)))
    throw new Failure("input-refused", "The claim says that already; nothing was changed");
  return correction;
}

/** Another kind leaves no stage that was put for the one before. */
function withoutStage(standing: Correction | null): Correction {
  const { stage: _, ...others } = standing ?? {};
  return others;
}

function same(one: Claim, other: Claim): boolean {
  return canonicalJson(one as unknown as Json) === canonicalJson(other as unknown as Json);
}

function oneOf<Value extends string>(name: string, value: string, known: readonly Value[]): Value {
  const found = known.find((one) => one === value);
  if (found !== undefined) return found;
  throw new Failure("input-refused", `--${name} must be one of ${known.join(", ")}`);
}

function readStage(id: string): string | null {
  if (id === NONE) return null;
  const ids = stageNames("en").map(([known]) => known);
  return oneOf("stage", id, ids);
}

function readSource(text: string): string {
  return text.trim() === NONE ? "" : namesIn("source", text).join("; ");
}

/** `335`, `330-340`, `335+` (at least), `-24` (at most), `none`; digits of any script. */
function readNumber(text: string): { min: number | null; max: number | null } | null {
  if (text.trim() === NONE) return null;
  const [, from = "", dash, to = "", more] =
    /^(\d*(?:\.\d+)?)(?:(-|–)(\d*(?:\.\d+)?)|(\+))?$/.exec(digitsOf(text)) ?? [];
  const min = from === "" ? null : Number(from);
  const max = more === "+" ? null : dash === undefined ? min : to === "" ? null : Number(to);
  if ((min === null && max === null) || (min !== null && max !== null && min > max))
    throw new Failure(
      "input-refused",
      "--number must be such as 335, 330-340, 335+ (at least) or -24 (at most), or none",
    );
  return { min, max };
}

/** Digits as ASCII ones, without marks between thousands. */
function digitsOf(text: string): string {
  return text
    .replaceAll(/\p{Nd}/gu, (digit) => foldForSearch(digit))
    .replaceAll("٫", ".")
    .replaceAll(/[\s,٬]/g, "");
}

function periodOf(
  claim: Claim,
  standing: Correction | null,
  { from, to }: TypedCorrection,
): Pick<Correction, "period"> {
  if (from === undefined && to === undefined) return {};
  const before = standing?.period ?? claim.period;
  const earliest = from === undefined ? (before?.earliest ?? null) : readDay("from", from);
  const latest = to === undefined ? (before?.latest ?? null) : readDay("to", to);
  if (earliest !== null && latest !== null && earliest > latest)
    throw new Failure("input-refused", crossed(from, earliest, to, latest));
  return { period: earliest === null && latest === null ? null : { earliest, latest } };
}

/** Of two days in the wrong order, which was typed and which is the claim's. */
function crossed(
  from: string | undefined,
  earliest: string,
  to: string | undefined,
  latest: string,
): string {
  if (to === undefined)
    return `--from ${earliest} is after the claim's last day, ${latest}; give --to as well`;
  if (from === undefined)
    return `--to ${latest} is before the claim's first day, ${earliest}; give --from as well`;
  return `--from ${earliest} is after --to ${latest}`;
}

function readDay(name: string, text: string): string | null {
  if (text === NONE) return null;
  const day = dayTyped(text);
  if (day !== null) return day;
  throw new Failure("input-refused", `--${name} must be a day such as 2025-12-15 or 1404-09-24`);
}

/** A name as it is, or with a role in brackets that there is. Other words in brackets stay where the claim has them so. */
function withKnownRole(claim: Claim, written: string): string {
  const { name, role } = roleWritten(written);
  if (role !== null || !/[)）]$/u.test(name)) return written;
  const isOfReport =
    claim.persons.some((person) => person.name === name) || claim.span.quote.includes(name);
  if (isOfReport) return written;
  throw new Failure(
    "input-refused",
    `The role in brackets must be one of ${PERSON_ROLES.map((one) => `${one} (${persian.roles[one]})`).join(", ")}`,
  );
}

/** Several names with semicolons between them; `none` takes all away, and nothing at all is a slip. */
function namesIn(field: string, text: string): readonly string[] {
  if (text.trim() === NONE) return [];
  const names = text
    .split(/[;؛]/)
    .map((name) => name.trim())
    .filter((name) => name !== "");
  if (names.length > 0) return names;
  throw new Failure("input-refused", `--${field} has no name; none takes away what was read`);
}
