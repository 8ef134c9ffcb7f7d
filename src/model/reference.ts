import { Failure } from "../base/failure.ts";
import { CLAIM_KINDS, type ClaimKind } from "./claim.ts";

/** What a printed count counts, in the words of its publisher, and the claim kind it can be held beside. */
export type ReferenceDefinition = {
  readonly what: string;
  readonly whatFa: string;
  readonly kind: ClaimKind;
  /** The part of the whole that is counted ("women"), or null for the whole. */
  readonly part: string | null;
  /** Words by which a report speaks of that part. */
  readonly cues: readonly string[];
  /** A number of people on one day rather than of events in a window. */
  readonly stock: boolean;
};

/** A figure that an organisation published, with the page where it stands. A statement, not a truth. */
export type ReferenceFigure = {
  readonly id: string;
  readonly organisation: string;
  readonly definition: ReferenceDefinition;
  /** `wider`: words by which a report counts more than this country. */
  readonly place: {
    readonly id: string;
    readonly names: readonly string[];
    readonly wider: readonly string[];
  };
  readonly earliest: string;
  readonly latest: string;
  /** The word printed before the number, or null when none is. */
  readonly qualifier: string | null;
  readonly number: number;
  /** Upper end where a range was printed ("2,800 to 3,800"), else null. */
  readonly upTo: number | null;
  readonly url: string;
  readonly note: string | null;
  /** The note in Persian, where the pack has it. */
  readonly noteFa: string | null;
};

/** What the country pack says of an organisation: a description with its evidence, never a trust score. */
export type OrganisationRow = {
  readonly id: string;
  readonly name: { readonly en: string; readonly fa: string | null };
  readonly aliases: readonly string[];
  readonly type: string;
  readonly affiliation: { readonly en: string; readonly fa: string | null };
  readonly affiliationEvidence: string;
  readonly independenceGroup: string;
  readonly groupStatus: string | null;
  readonly countingRule: string | null;
  readonly site: string | null;
};

type Row = Readonly<Record<string, unknown>>;

/** Reads a pack's figures.json into rows; a row that does not fit is refused with its id. */
export function parseReferences(pack: unknown): readonly ReferenceFigure[] {
  const root = rowOf(pack, "figures");
  const place = rowOf(root["place"], "place of figures");
  const where = {
    id: textOf(place, "id"),
    names: textsOf(place, "names"),
    wider: place["wider"] === undefined ? [] : textsOf(place, "wider"),
  };
  const definitions = new Map(
    rowsOf(root, "definitions").map((row) => [textOf(row, "what"), parseDefinition(row)]),
  );
  const figures = rowsOf(root, "items").map((row) => {
    const definition = definitions.get(textOf(row, "what"));
    if (definition === undefined)
      throw refuse(`${textOf(row, "id")}: no definition of what it counts`);
    const qualifier = textOf(row, "qualifier");
    return {
      id: textOf(row, "id"),
      organisation: textOf(row, "org"),
      definition,
      place: where,
      earliest: textOf(row, "period_start"),
      latest: textOf(row, "period_end"),
      qualifier: qualifier === "exact" ? null : qualifier,
      number: numberOf(row, "number"),
      upTo: null,
      url: textOf(row, "url"),
      note: optionalOf(row, "note"),
      noteFa: optionalOf(row, "note_fa"),
    };
  });
  return joinRanges(figures);
}

/** A printed range stands in two rows, low and high, one after the other. */
function joinRanges(figures: readonly ReferenceFigure[]): readonly ReferenceFigure[] {
  return figures.flatMap((figure, index) => {
    if (figure.qualifier === "range high") return [];
    const next = figures[index + 1];
    const isRange = figure.qualifier === "range low" && next?.qualifier === "range high";
    return [isRange ? { ...figure, qualifier: null, upTo: next.number } : figure];
  });
}

/** Reads a pack's organisations.json into rows. */
export function parseOrganisations(pack: unknown): readonly OrganisationRow[] {
  return rowsOf(rowOf(pack, "organisations"), "items").map((row) => ({
    id: textOf(row, "id"),
    name: { en: textOf(row, "en"), fa: optionalOf(row, "fa") },
    aliases: textsOf(row, "aliases"),
    type: textOf(row, "type"),
    affiliation: { en: textOf(row, "affiliation"), fa: optionalOf(row, "affiliation_fa") },
    affiliationEvidence: textOf(row, "affiliation_evidence"),
    independenceGroup: textOf(row, "independence_group"),
    groupStatus: optionalOf(row, "group_status"),
    countingRule: optionalOf(row, "counting_rule"),
    site: optionalOf(row, "site"),
  }));
}

function parseDefinition(row: Row): ReferenceDefinition {
  const written = textOf(row, "kind");
  const kind = CLAIM_KINDS.find((name) => name === written);
  if (kind === undefined) throw refuse(`${written} is no claim kind`);
  return {
    what: textOf(row, "what"),
    whatFa: textOf(row, "fa"),
    kind,
    part: optionalOf(row, "part"),
    cues: textsOf(row, "cues"),
    stock: row["stock"] === true,
  };
}

function rowOf(value: unknown, what: string): Row {
  if (!isRow(value)) throw refuse(`${what}: expected an object`);
  return value;
}

function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function rowsOf(row: Row, key: string): readonly Row[] {
  const value = row[key];
  if (!Array.isArray(value)) throw refuse(`${key}: expected a list`);
  return value.map((item: unknown) => rowOf(item, key));
}

function textOf(row: Row, key: string): string {
  const value = row[key];
  if (typeof value !== "string" || value === "") throw refuse(`${nameOf(row)}: ${key} is missing`);
  return value;
}

function optionalOf(row: Row, key: string): string | null {
  const value = row[key];
  return typeof value === "string" && value !== "" && value !== "-" ? value : null;
}

function textsOf(row: Row, key: string): readonly string[] {
  const value = row[key];
  if (!Array.isArray(value)) throw refuse(`${nameOf(row)}: ${key} is not a list`);
  return value.filter((item): item is string => typeof item === "string");
}

function numberOf(row: Row, key: string): number {
  const value = row[key];
  if (typeof value !== "number" || !Number.isFinite(value)) {
    throw refuse(`${nameOf(row)}: ${key} is not a number`);
  }
  return value;
}

function nameOf(row: Row): string {
  return typeof row["id"] === "string" ? row["id"] : "a row";
}

function refuse(message: string): Failure {
  return new Failure("input-refused", `Cannot use the country pack: ${message}`);
}
