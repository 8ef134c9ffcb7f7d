/** Rows of readings: their documents, their claims as people decided on them, the spellings of their names. */
import { sql } from "kysely";
import { FOLD_VERSION, foldForSearch } from "../base/foldForSearch.ts";
import type { Claim } from "../model/claim.ts";
import { claimRow, wordsIn } from "./claimRow.ts";
import type { InTransaction } from "./database.ts";
import type { Entry } from "./entryKinds.ts";
import { readStanding, type Standing, UNDECIDED } from "./standing.ts";
import { Tally } from "./viewCounts.ts";

type Reading = Extract<Entry, { kind: "reading-made" }>;

/** Shows readings of different documents; what an earlier reading of one showed holds until the new one. */
export async function showReadings(
  one: InTransaction,
  workspace: string,
  entries: readonly Reading[],
): Promise<void> {
  const tally = new Tally();
  await closeDocuments(one, workspace, entries, tally);
  await insertDocuments(one, workspace, entries);
  const claims = entries.flatMap(({ body }) => body.claims.map(({ id }) => id));
  // A claim that a new reading found again stands as people decided before.
  const standing = await readStanding(one, workspace, claims);
  const rows = entries.flatMap(({ body: { document, claims: own }, record, index }) =>
    own.map((claim, place) => ({
      claim,
      place,
      document,
      record,
      reading: index,
      from: index,
      standing: standing.get(claim.id) ?? UNDECIDED,
    })),
  );
  await insertClaims(one, workspace, rows, tally);
  await tally.write(one, workspace);
}

async function closeDocuments(
  one: InTransaction,
  workspace: string,
  entries: readonly Reading[],
  tally: Tally,
): Promise<void> {
  const documents = entries.map(({ body }) => body.document);
  const indexes = entries.map(({ index }) => index);
  const ended = sql`unnest(${documents}::text[], ${indexes}::bigint[]) as ended(document, index)`;
  const { numAffectedRows = 0n } =
    await sql`update view.documents d set valid_to = ended.index from ${ended}
    where d.workspace = ${workspace} and d.document = ended.document and d.valid_to is null`.execute(
      one,
    );
  if (numAffectedRows === 0n) return;
  const { rows } = await sql<{ kind: string; status: string }>`
    update view.claims c set valid_to = ended.index from ${ended}
    where c.workspace = ${workspace} and c.document = ended.document and c.valid_to is null
    returning c.kind, c.status`.execute(one);
  for (const { kind, status } of rows) tally.addClaim(kind, status, -1);
}

/** Letters of a document that are searched as its text; its claims are searched whichever place they have. */
const SEARCHED = 250_000;

async function insertDocuments(
  one: InTransaction,
  workspace: string,
  entries: readonly Reading[],
): Promise<void> {
  const column = <T>(pick: (entry: Reading) => T): T[] => entries.map(pick);
  await sql`insert into view.documents
    select ${workspace}, document, record, valid_from, null, captured_at, captured_by, path, previous, title, publisher,
      published, language, url, body, reader, claims, ${FOLD_VERSION}, array_to_tsvector(string_to_array(words, ' '))
    from unnest(
      ${column(({ body }) => body.document)}::text[],
      ${column(({ record }) => record)}::text[],
      ${column(({ index }) => index)}::bigint[],
      ${column(({ body }) => body.capturedAt)}::timestamptz[],
      ${column(({ by }) => by)}::text[],
      ${column(({ body }) => body.path)}::text[],
      ${column(({ body }) => body.previous)}::text[],
      ${column(({ body }) => body.title)}::text[],
      ${column(({ body }) => body.publisher)}::text[],
      ${column(({ body }) => body.published)}::text[],
      ${column(({ body }) => body.language)}::text[],
      ${column(({ body }) => body.url)}::text[],
      ${column(({ body }) => body.text)}::text[],
      ${column(({ body }) => body.reader)}::text[],
      ${column(({ body }) => body.claims.length)}::int[],
      ${column(({ body }) => searchedWords(`${body.title ?? ""} ${body.text}`))}::text[]
    ) as one(document, record, valid_from, captured_at, captured_by, path, previous, title, publisher, published,
      language, url, body, reader, claims, words)`.execute(one);
}

function searchedWords(text: string): string {
  return wordsIn(foldForSearch(text.slice(0, SEARCHED))).join(" ");
}

/** A row of claims before it is in the view. */
export type NewClaimRow = {
  readonly claim: Claim;
  readonly place: number;
  readonly document: string;
  readonly record: string;
  readonly reading: number;
  readonly from: number;
  readonly standing: Standing;
};

/** Inserts rows of claims and counts them. */
export async function insertClaims(
  one: InTransaction,
  workspace: string,
  rows: readonly NewClaimRow[],
  tally: Tally,
): Promise<void> {
  if (rows.length === 0) return;
  const made = rows.map((row) => ({ ...row, ...claimRow(row.claim, row.standing.correction) }));
  for (const { kind, standing, forms } of made) {
    tally.addClaim(kind, standing.status, 1);
    tally.addForms(forms, 1);
  }
  const column = <T>(pick: (row: (typeof made)[number]) => T): T[] => made.map(pick);
  await sql`insert into view.claims
    select ${workspace}, claim, document, record, reading, place, valid_from, null, kind, modality, tier, status,
      min, max, measure, earliest::date, latest::date, body::jsonb, correction::jsonb,
      array_to_tsvector(string_to_array(words, ' '))
    from unnest(
      ${column(({ claim }) => claim.id)}::text[],
      ${column(({ document }) => document)}::text[],
      ${column(({ record }) => record)}::text[],
      ${column(({ reading }) => reading)}::bigint[],
      ${column(({ place }) => place)}::smallint[],
      ${column(({ from }) => from)}::bigint[],
      ${column(({ kind }) => kind)}::text[],
      ${column(({ modality }) => modality)}::text[],
      ${column(({ tier }) => tier)}::text[],
      ${column(({ standing }) => standing.status)}::text[],
      ${column(({ min }) => min)}::float8[],
      ${column(({ max }) => max)}::float8[],
      ${column(({ measure }) => measure)}::text[],
      ${column(({ earliest }) => earliest)}::text[],
      ${column(({ latest }) => latest)}::text[],
      ${column(({ claim }) => JSON.stringify(claim))}::text[],
      ${column(({ standing: { correction } }) => (correction === null ? null : JSON.stringify(correction)))}::text[],
      ${column(({ words }) => words)}::text[]
    ) as one(claim, document, record, reading, place, valid_from, kind, modality, tier, status, min, max, measure,
      earliest, latest, body, correction, words)`.execute(one);
}
