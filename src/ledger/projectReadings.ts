/** Rows of readings: their documents, their claims as people decided on them, the spellings of their names. */
import { type RawBuilder, sql } from "kysely";
import { FOLD_VERSION, foldForSearch } from "../base/foldForSearch.ts";
import type { Claim } from "../model/claim.ts";
import { claimRow, wordsIn } from "./claimRow.ts";
import { writeBody, writeCorrection, writeHead } from "./claimText.ts";
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
      published, language, url, body, reader, claims, ${FOLD_VERSION}, array_to_tsvector(string_to_array(words, ' ')), head
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
      ${column(({ body }) => searchedWords(`${body.title ?? ""} ${body.text}`))}::text[],
      ${column(({ body }) => writeHead(body.claims))}::text[]
    ) as one(document, record, valid_from, captured_at, captured_by, path, previous, title, publisher, published,
      language, url, body, reader, claims, words, head)`.execute(one);
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
  type Row = (typeof made)[number];
  // Lines instead of arrays: nothing in them has a line break, and nothing must be escaped on the way.
  const lines = (pick: (row: Row) => string | number | null): string =>
    made.map((row) => pick(row) ?? NULL).join("\n");
  const column = (pick: (row: Row) => string | number | null): RawBuilder<unknown> =>
    sql`string_to_array(${lines(pick)}::text, ${"\n"}, ${NULL})`;
  await sql`insert into view.claims
    select ${workspace}, claim, document, record, reading::bigint, place::smallint, valid_from::bigint, null, kind, modality, tier,
      status, min::float8, max::float8, measure, earliest::date, latest::date, body, correction,
      array_to_tsvector(string_to_array(words, ' '))
    from unnest(
      ${column(({ claim }) => claim.id)},
      ${column(({ document }) => document)},
      ${column(({ record }) => record)},
      ${column(({ reading }) => reading)},
      ${column(({ place }) => place)},
      ${column(({ from }) => from)},
      ${column(({ kind }) => kind)},
      ${column(({ modality }) => modality)},
      ${column(({ tier }) => tier)},
      ${column(({ standing }) => standing.status)},
      ${column(({ min }) => min)},
      ${column(({ max }) => max)},
      ${column(({ measure }) => measure)},
      ${column(({ earliest }) => earliest)},
      ${column(({ latest }) => latest)},
      ${column(({ claim }) => writeBody(claim))},
      ${column(({ standing: { correction } }) => writeCorrection(correction))},
      ${column(({ words }) => words)}
    ) as one(claim, document, record, reading, place, valid_from, kind, modality, tier, status, min, max, measure,
      earliest, latest, body, correction, words)`.execute(one);
}

/** What stands for no value; no id, word or JSON is so. */
const NULL = "\\N";
