import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Claim } from "../src/model/claim.ts";
import { traceClaims } from "../src/read/readClaims.ts";
import type { TracedClaim } from "../src/read/traceRows.ts";
import { makeDocument, openPacks } from "../test/read/reading.ts";

const USAGE = `npm run trace -- FILE [--lang en|fa] [--published DATE] [--whole]

  prints the claims of each line with the pack rows behind them ("-" reads standard input)

  --lang       language of the lines (en)
  --published  publication date (2025-06-12)
  --whole      the file is one report`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    lang: { type: "string", default: "en" },
    published: { type: "string", default: "2025-06-12" },
    whole: { type: "boolean", default: false },
  },
});
const [file] = positionals;
if (file === undefined) {
  console.error(USAGE);
  process.exit(2);
}

const text = readFileSync(file === "-" ? 0 : file, "utf8");
const texts = values.whole ? [text] : text.split("\n").filter((line) => line.trim() !== "");
for (const one of texts) {
  const { lang: language, published } = values;
  const traced = traceClaims(makeDocument(one, { language, published }), openPacks);
  if (!values.whole) console.log(`\n■ ${one}`);
  if (traced.length === 0) console.log("   – nothing");
  for (const claim of traced) console.log(`   ${formatTraced(claim)}`);
}

function formatTraced({ claim, rows }: TracedClaim): string {
  const { kind, modality, tier, period, places, attribution, persons, stage, span, notes } = claim;
  const parts = [
    `${kind} ${modality}${tier === "shown" ? " shown" : ""}`,
    formatNumber(claim),
    period === null ? "" : `${period.earliest ?? "?"}..${period.latest ?? "?"}`,
    places.map(({ words }) => words).join(", "),
    `by ${attribution.map((link) => link.source ?? link.words).join(" < ") || "the author"}`,
    persons.map(({ name, role }) => (role === "victim" ? name : `${name} (${role})`)).join("; "),
    stage ?? "",
    `«${span.quote}»`,
    notes.map(({ code }) => code).join(" "),
    `[${rows.join(" ")}]`,
  ];
  return parts.filter((part) => part !== "").join(" | ");
}

function formatNumber({ quantity }: Claim): string {
  if (quantity === null) return "";
  return `${quantity.min ?? ""}–${quantity.max ?? ""}${quantity.approximate ? "~" : ""}`;
}
