/**
 * Scores main text and metadata of the generated pages of test/text/made: bags of four words in a row and of
 * single words, by kind of page. Every fifth layout is kept aside: its figures are printed, its faults are not.
 * node --import tsx scripts/scoreMadePages.ts [SEED] [--faults]
 */
import { ARTICLES, makePages, type NamedPage } from "../test/text/made/makePages.ts";
import { type Score, scoreText } from "../test/text/made/score.ts";
import { readDocument } from "../src/text/readDocument.ts";

type Row = {
  readonly page: NamedPage;
  readonly runs: Score;
  readonly words: Score;
  readonly faults: readonly string[];
};

const seed = Number(process.argv.slice(2).find((word) => /^\d+$/.test(word)) ?? 1);
const rows: Row[] = [];
const only = process.argv.find((word) => word.startsWith("--only="))?.slice(7);
for (const page of makePages(seed))
  if (only === undefined || new RegExp(only).test(page.name)) rows.push(await scorePage(page));

for (const isAside of [false, true]) {
  const part = rows.filter(({ page }) => page.isAside === isAside);
  console.log(`\n${isAside ? "kept aside" : "development"}: ${part.length} pages`);
  const isArticle = ({ page }: Row): boolean => ARTICLES.test(page.name);
  printRow("articles", part.filter(isArticle));
  printRow(
    "mixed",
    part.filter((row) => !isArticle(row)),
  );
  printRow("all", part);
}
if (process.argv.includes("--faults"))
  for (const { page, runs, words, faults } of rows)
    if (!page.isAside && (runs.f1 < 0.97 || faults.length > 0))
      console.log(
        `  ${page.name}: P ${runs.precision.toFixed(2)} R ${runs.recall.toFixed(2)} F1 ${runs.f1.toFixed(3)} words ${words.f1.toFixed(3)} ${faults.join("; ")}`,
      );

async function scorePage(page: NamedPage): Promise<Row> {
  const [outcome] = await readDocument(Buffer.from(page.html), { path: `${page.name}.html` });
  const document = outcome?.kind === "document" ? outcome.document : null;
  const text = document?.text ?? "";
  const faults = Object.entries(page.fields ?? {}).flatMap(([field, expected]) => {
    const found = foundIn(document, field);
    return found === expected ? [] : [`${field}: ${found} for ${expected}`];
  });
  return { page, runs: scoreText(page, text, 4), words: scoreText(page, text, 1), faults };
}

type Found = { readonly value: string } | null;

function foundIn(
  document: Readonly<
    Record<"title" | "author" | "publisher" | "published" | "language", Found>
  > | null,
  field: string,
): string | null {
  if (document === null) return null;
  for (const name of ["title", "author", "publisher", "published", "language"] as const)
    if (name === field) return document[name]?.value ?? null;
  return null;
}

function printRow(kind: string, part: readonly Row[]): void {
  const mean = (pick: (row: Row) => number): string =>
    (part.reduce((sum, row) => sum + pick(row), 0) / Math.max(1, part.length)).toFixed(3);
  const wrong = part.reduce((sum, { faults }) => sum + faults.length, 0);
  const fields = part.reduce((sum, { page }) => sum + Object.keys(page.fields ?? {}).length, 0);
  console.log(
    `${kind.padEnd(9)} ${String(part.length).padStart(3)}  four words P ${mean((row) => row.runs.precision)} R ${mean((row) => row.runs.recall)} F1 ${mean((row) => row.runs.f1)}  words F1 ${mean((row) => row.words.f1)}  fields right ${fields - wrong} of ${fields}`,
  );
}
