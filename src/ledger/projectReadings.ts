/** Rows of readings: their documents, their claims as people decided on them, the spellings of their names. */
import { type RawBuilder, sql } from "kysely";
import { FOLD_VERSION } from "../base/foldForSearch.ts";
import {
  CLAIM_COLUMNS,
  type ClaimColumn,
  type ClaimColumns,
  claimColumns,
  NO_VALUE,
} from "./claimColumns.ts";
import { writeBody, writeHead } from "./claimText.ts";
import type { InTransaction } from "./database.ts";
import type { Entry } from "./entryKinds.ts";
import { readStanding, UNDECIDED } from "./standing.ts";
import { Tally } from "./viewCounts.ts";
import { documentWords, type WrittenReading } from "./writtenReading.ts";

type Reading = Extract<Entry, { kind: "reading-made" }>;

/** Readings that were written out when they were made, by their documents. */
export type WrittenReadings = ReadonlyMap<string, WrittenReading>;

/** Shows readings of different documents; what an earlier reading of one showed holds until the new one. */
export async function showReadings(
  one: InTransaction,
  workspace: string,
  entries: readonly Reading[],
  written: WrittenReadings,
): Promise<void> {
  const tally = new Tally();
  await closeDocuments(one, workspace, entries, tally);
  await insertDocuments(one, workspace, entries, written);
  const others = entries.filter(({ body }) => !written.has(body.document));
  // A claim that a new reading found again stands as people decided before.
  const standing = await readStanding(
    one,
    workspace,
    others.flatMap(({ body }) => body.claims.map(({ id }) => id)),
  );
  const groups = entries.map(({ body, record, index }) => ({
    document: body.document,
    record,
    reading: index,
    from: index,
    columns:
      written.get(body.document)?.columns ??
      claimColumns(
        body.claims.map((claim, place) => ({
          claim,
          place,
          standing: standing.get(claim.id) ?? UNDECIDED,
          body: writeBody(claim),
        })),
      ),
  }));
  await insertClaims(one, workspace, groups, tally);
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
  for (const { kind, status } of rows) tally.dropClaim(kind, status);
}

async function insertDocuments(
  one: InTransaction,
  workspace: string,
  entries: readonly Reading[],
  written: WrittenReadings,
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
      ${column(({ body }) => written.get(body.document)?.columns.claims ?? body.claims.length)}::int[],
      ${column(({ body }) => written.get(body.document)?.words ?? documentWords(body.title, body.text))}::text[],
      ${column(({ body }) => (written.get(body.document) ?? { head: writeHead(body.claims) }).head)}::text[]
    ) as one(document, record, valid_from, captured_at, captured_by, path, previous, title, publisher, published,
      language, url, body, reader, claims, words, head)`.execute(one);
}

/** Claims of one reading as their rows begin. */
export type ClaimGroup = {
  readonly document: string;
  readonly record: string;
  readonly reading: number;
  readonly from: number;
  readonly columns: ClaimColumns;
};

/** Inserts rows of claims and counts them. */
export async function insertClaims(
  one: InTransaction,
  workspace: string,
  all: readonly ClaimGroup[],
  tally: Tally,
): Promise<void> {
  const groups = all.filter(({ columns }) => columns.claims > 0);
  if (groups.length === 0) return;
  for (const { columns } of groups) tally.addColumns(columns);
  const column = (linesOf: (group: ClaimGroup) => string): RawBuilder<unknown> =>
    sql`string_to_array(${groups.map(linesOf).join("\n")}::text, ${"\n"}, ${NO_VALUE})`;
  const own = (name: ClaimColumn): RawBuilder<unknown> =>
    column(({ columns }) => columns.lines[name]);
  const each = (pick: (group: ClaimGroup) => string | number): RawBuilder<unknown> =>
    column((group) => repeatLine(String(pick(group)), group.columns.claims));
  await sql`insert into view.claims
    select ${workspace}, claim, document, record, reading::bigint, place::smallint, valid_from::bigint, null, kind, modality, tier,
      status, min::float8, max::float8, measure, earliest::date, latest::date, body, correction,
      array_to_tsvector(string_to_array(words, ' '))
    from unnest(
      ${each(({ document }) => document)},
      ${each(({ record }) => record)},
      ${each(({ reading }) => reading)},
      ${each(({ from }) => from)},
      ${sql.join(CLAIM_COLUMNS.map(own))}
    ) as one(document, record, reading, valid_from, ${sql.join(CLAIM_COLUMNS.map((name) => sql.ref(name)))})`.execute(
    one,
  );
}

function repeatLine(line: string, times: number): string {
  return `${`${line}\n`.repeat(times - 1)}${line}`;
}
