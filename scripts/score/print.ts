import { PERSON_CAUSES, type PersonFault } from "./personCauses.ts";
import type { CaseScore } from "./scoreCase.ts";
import { FIELDS } from "./scoreCase.ts";
import { countHarm, rates, type Tally } from "./tally.ts";

/** A score with the report it belongs to. */
export type NamedScore = {
  readonly path: string;
  readonly style: string;
  readonly score: CaseScore;
  readonly faults: readonly PersonFault[];
};

const HEADER = `${"".padEnd(26)}${["gold", "read", "P", "R", "F"].map(cell).join("")}  │${["IoU≥.5", "quantity", "period", "source", "modality", "persons"].map((name) => name.padStart(9)).join("")}  │${"namesF".padStart(8)}${"all".padStart(7)}${"harm".padStart(6)}`;

/** A table with a row for each part and one for the whole. */
export function printTable(title: string, parts: readonly (readonly [string, Tally])[]): string {
  return [`${title}\n${HEADER}`, ...parts.map(([name, tally]) => printRow(name, tally)), ""].join(
    "\n",
  );
}

/** What the columns mean, printed under the tables. */
export const LEGEND = `P R F: claims found (kind and place). IoU … persons: right, of the claims found. namesF: persons over the claims found.
all: gold claims found with every field right, of all gold claims. harm: confidently wrong values (docs/scoring.md).`;

export function printTotals(tally: Tally): string {
  const { f, precision, recall } = rates(
    tally.allNames.both,
    tally.allNames.gold,
    tally.allNames.read,
  );
  const harm = countHarm(tally);
  const said = (["quantity", "period", "source", "persons"] as const)
    .map((field) => `${field} ${share(tally.said[field].right / tally.said[field].claims)}`)
    .join("  ");
  const prisons = rates(tally.prisons.both, tally.prisons.gold, tally.prisons.read);
  return [
    `right where gold or reading has a value   ${said}`,
    `persons over all claims   P ${share(precision)} R ${share(recall)} F ${share(f)}`,
    `prisons, where the gold names any or none   P ${share(prisons.precision)} R ${share(prisons.recall)} F ${share(prisons.f)} (${tally.prisons.gold})   places found ${share(tally.places.both / tally.places.gold)} (${tally.places.gold})`,
    `harm ${harm} of ${tally.read} claims read (${((100 * harm) / Math.max(1, tally.read)).toFixed(2)} %): ${tally.harm.modality} not-happened as happened, ${tally.harm.source} another source, ${tally.harm.quantity} intervals that do not meet`,
  ].join("\n");
}

/** Every miss, false alarm and wrong field with its words. */
export function printErrors({ path, score }: NamedScore): string {
  const lines = [
    ...score.missed.map((gold) => `  − missed ${gold.kind} ${at(gold)} “${short(gold.quote)}”`),
    ...score.extra.map(
      ({ read, harm }) =>
        `  + extra  ${read.kind}/${read.modality} ${at(read.span)} “${short(read.span.quote)}”${harms(harm)}`,
    ),
    ...score.matches
      .filter((match) => match.wrong.length > 0 || match.harm.length > 0 || hasWrongPrison(match))
      .map(
        (match) =>
          `  ~ ${match.gold.kind} ${at(match.gold)} “${short(match.gold.quote)}”${harms(match.harm)}${describe(match)}`,
      ),
  ];
  return lines.length === 0 ? "" : `${path}\n${lines.join("\n")}\n`;
}

/** Persons missed, added or in another role, by cause. */
export function printPersonFaults(scores: readonly NamedScore[]): string {
  return PERSON_CAUSES.map((cause) => {
    const lines = scores.flatMap(({ path, faults }) =>
      faults
        .filter((fault) => fault.cause === cause)
        .map(
          ({ name, match: { gold } }) =>
            `  ${path} ${at(gold)} ${gold.kind}: ${name} “${short(gold.quote)}”`,
        ),
    );
    return [`${cause} ${lines.length}`, ...lines].join("\n");
  }).join("\n");
}

function describe(match: CaseScore["matches"][number]): string {
  const { gold, read, wrong } = match;
  const isWrongPrison = hasWrongPrison(match);
  const values: Readonly<Record<(typeof FIELDS)[number], readonly [unknown, unknown]>> = {
    span: [gold.quote, read.span.quote],
    quantity: [
      quantityOf(gold.quantity),
      quantityOf(
        read.quantity === null ? null : { ...read.quantity, approx: read.quantity.approximate },
      ),
    ],
    period: [
      gold.period === null ? null : `${gold.period.from}/${gold.period.to}`,
      read.period === null ? null : `${read.period.earliest}/${read.period.latest}`,
    ],
    source: [
      gold.attribution.source,
      read.attribution.map((link) => link.source ?? link.words).join(" → ") || null,
    ],
    modality: [gold.modality, read.modality],
    persons: [
      gold.persons.map((person) => (typeof person === "string" ? person : person.name)).join(", "),
      read.persons.map((person) => person.name).join(", "),
    ],
  };
  const { prison } = gold;
  const readPrisons = read.places.filter(({ role }) => role === "prison");
  const places = isWrongPrison
    ? `\n      prison: ${(prison ?? []).join(", ")}  ≠  ${readPrisons.map(({ words }) => words).join(", ")}`
    : "";
  return wrong
    .map((field) => `\n      ${field}: ${String(values[field][0])}  ≠  ${String(values[field][1])}`)
    .join("")
    .concat(places);
}

function hasWrongPrison({ prisons }: CaseScore["matches"][number]): boolean {
  return prisons !== null && (prisons.both < prisons.gold || prisons.both < prisons.read);
}

function quantityOf(quantity: { min: number | null; max: number | null; approx: boolean } | null) {
  return quantity === null
    ? null
    : `${quantity.approx ? "≈" : ""}[${quantity.min ?? ""}, ${quantity.max ?? ""}]`;
}

function printRow(name: string, tally: Tally): string {
  const { precision, recall, f } = rates(tally.matched, tally.gold, tally.read);
  const found = [tally.gold, tally.read].map((count) => cell(String(count)));
  const detection = [precision, recall, f].map((value) => cell(share(value)));
  const fields = FIELDS.map((field) => share(tally.right[field] / tally.matched).padStart(9));
  const names = rates(tally.names.both, tally.names.gold, tally.names.read).f;
  const harm = countHarm(tally);
  return `${name.padEnd(26)}${[...found, ...detection].join("")}  │${fields.join("")}  │${share(names).padStart(8)}${share(tally.allRight / tally.gold).padStart(7)}${String(harm).padStart(6)}`;
}

function cell(text: string): string {
  return text.padStart(6);
}

function share(value: number): string {
  return Number.isFinite(value) ? value.toFixed(3).replace(/^0\./, ".") : "–";
}

function at(range: { readonly start: number; readonly end: number }): string {
  return `${range.start}-${range.end}`;
}

function short(text: string): string {
  const line = text.replaceAll(/\s+/g, " ");
  return line.length > 110 ? `${line.slice(0, 109)}…` : line;
}

function harms(harm: readonly string[]): string {
  return harm.length === 0 ? "" : `  HARM: ${harm.join(", ")}`;
}
