import { canonicalJson, type Json } from "../../src/base/canonicalJson.ts";
import { sql } from "kysely";
import { formatCheckpoint } from "../../src/base/checkpoint.ts";
import { appendLeaves, hashLeaf, type MerkleRange, rootOfRange } from "../../src/base/merkle.ts";
import { formatNote, signNote } from "../../src/base/signedNote.ts";
import { type Archive, wrapRecordKey } from "../../src/ledger/archive.ts";
import { writeBlob } from "../../src/ledger/blobs.ts";
import type { NewEntry } from "../../src/ledger/entryKinds.ts";
import { makeId } from "../../src/ledger/ids.ts";
import { sealEntry } from "../../src/ledger/leaf.ts";
import { TILE_LEVELS } from "../../src/ledger/nodes.ts";
import { sha256 } from "../../src/base/digest.ts";
import { relevantTexts } from "./texts.ts";

const AT = "2026-01-02T03:04:05.000Z";
const TOGETHER = 500;

/**
 * Fills an archive with made-up entries, two for each document and three decisions about it, without reading them and
 * without views. For timing `sanad verify`.
 */
export async function fillLedger(
  archive: Archive,
  wanted: number,
  step: (size: number) => void,
): Promise<void> {
  const texts = relevantTexts();
  const { rows } = await sql<MerkleRange>`select size, peaks from ledger.heads`.execute(
    archive.database,
  );
  let range = rows[0] as MerkleRange;
  while (range.size < wanted) {
    const from = range.size;
    const reports = await Promise.all(
      Array.from({ length: TOGETHER }, (_, at) =>
        makeReport(archive, from + at, texts[(from + at) % texts.length] ?? ""),
      ),
    );
    range = await insertReports(archive, range, reports);
    step(range.size);
  }
}

type Report = Awaited<ReturnType<typeof makeReport>>;

async function insertReports(
  { workspace, database, signer }: Archive,
  before: MerkleRange,
  reports: readonly Report[],
): Promise<MerkleRange> {
  const sealed = reports.flatMap(({ entries, key }) =>
    entries.map((entry) => {
      const text = canonicalJson(entry.body as unknown as Json);
      return sealEntry(entry, text, makeId("e"), AT.slice(0, 10), key.key);
    }),
  );
  const nodes: { level: number; index: number; hash: Uint8Array }[] = [];
  const range = appendLeaves(
    before,
    sealed.map(({ bytes }) => hashLeaf(bytes)),
    (level, index, hash) => {
      if (level % TILE_LEVELS === 0) nodes.push({ level, index, hash });
    },
  );
  const text = formatCheckpoint({
    origin: signer.name,
    size: range.size,
    root: rootOfRange(range),
  });
  const checkpoint = formatNote({ text, signatures: [signNote(text, signer)] });
  await database.transaction().execute(async (one) => {
    await sql`insert into ledger.record_keys (workspace, record, class, epoch, wrapped)
      select ${workspace}, record, 'searchable', ${reports[0]?.key.epoch}, wrapped from unnest(
      ${reports.map(({ record }) => record)}::text[], ${reports.map(({ key }) => key.wrapped)}::bytea[]) as t(record, wrapped)`.execute(
      one,
    );
    await sql`insert into ledger.entries (workspace, index, id, kind, version, record, leaf, sealed)
      select ${workspace}, ${before.size}::bigint + at - 1, id, kind, version, record, leaf, sealed from unnest(
      ${sealed.map(({ leaf }) => leaf.id)}::text[], ${sealed.map(({ leaf }) => leaf.kind)}::text[],
      ${sealed.map(({ leaf }) => leaf.version)}::smallint[], ${sealed.map(({ leaf }) => leaf.record)}::text[],
      ${sealed.map(({ bytes }) => bytes)}::bytea[], ${sealed.map((entry) => entry.sealed)}::bytea[]
      ) with ordinality as t(id, kind, version, record, leaf, sealed, at)`.execute(one);
    await sql`insert into ledger.nodes (workspace, level, index, hash) select ${workspace}, level, index, hash from unnest(
      ${nodes.map(({ level }) => level)}::smallint[], ${nodes.map(({ index }) => index)}::bigint[],
      ${nodes.map(({ hash }) => hash)}::bytea[]) as t(level, index, hash)`.execute(one);
    await sql`update ledger.heads set size = ${range.size}, peaks = ${range.peaks as Uint8Array[]}, checkpoint = ${checkpoint}`.execute(
      one,
    );
  });
  return range;
}

async function makeReport(archive: Archive, number: number, words: string) {
  const record = makeId("r");
  const key = wrapRecordKey(archive, record, "searchable");
  const document = makeId("d");
  const text = `Report ${number}. ${words}`;
  const bytes = Buffer.from(text);
  const blob = await writeBlob(archive.blobs, key.key, bytes);
  const shared = { document, previous: null, path: `${number}.txt`, capturedAt: AT };
  const about = { record, by: "a-bench" } as const;
  const decided = {
    claim: makeId("c"),
    document,
    verdict: "accepted" as const,
    reason: "read against the page",
    quote: text.slice(0, 200),
    start: 0,
    end: 200,
    correction: null,
    decidedAt: AT,
  };
  const captured = { ...shared, page: `/reports/${number}.txt`, sha256: sha256(bytes) };
  const entries: NewEntry[] = [
    {
      ...about,
      kind: "document-captured",
      body: { ...captured, bytes: bytes.length, blob, how: "file" },
    },
    {
      ...about,
      kind: "reading-made",
      body: {
        ...shared,
        reader: "bench",
        title: null,
        publisher: null,
        published: null,
        language: "en",
        url: null,
        // About as long as a reading with its claims.
        text: text.repeat(3),
        claims: [],
      },
    },
    ...[0, 1, 2].map(() => ({ ...about, kind: "decision-made" as const, body: decided })),
  ];
  return { record, key, entries };
}
