/**
 * Hashes of full subtrees, read where a proof needs them: those of 256, 65,536 … entries are stored, the ones between are
 * made of the stored ones below them, and the lowest of the entries' leaves.
 */
import { sql } from "kysely";
import { Failure } from "../base/failure.ts";
import {
  EMPTY_ROOT,
  type Hash,
  HASH_BYTES,
  hashNode,
  type NodeSource,
  partHashes,
} from "../base/merkle.ts";
import type { Archive } from "./archive.ts";

/** Levels of the tree in one tile of C2SP tlog-tiles: 2⁸ hashes. */
export const TILE_LEVELS = 8;

type NodeName = { readonly level: number; readonly index: number };

/** Reads every hash that a proof asks for, then makes the proof. The proof is run twice: once only to see what it asks. */
export async function withNodes<T>(archive: Archive, prove: (nodes: NodeSource) => T): Promise<T> {
  const asked: NodeName[] = [];
  prove((level, index) => {
    asked.push({ level, index });
    return EMPTY_ROOT;
  });
  const known = await readNodes(archive, asked);
  return prove((level, index) => {
    const hash = known.get(nameOf({ level, index }));
    if (hash === undefined)
      throw new RangeError(`A proof asked for ${level}/${index} only the second time`);
    return hash;
  });
}

/** Full subtrees by their names: all rows that they are made of are read at once. */
async function readNodes(
  archive: Archive,
  asked: readonly NodeName[],
): Promise<ReadonlyMap<string, Hash>> {
  const ranges = asked.map(({ level, index }) => {
    const base = level - (level % TILE_LEVELS);
    const count = 2 ** (level - base);
    return { level: base, from: index * count, count };
  });
  const rows = await readRanges(archive, ranges);
  const known = new Map<string, Hash>();
  for (const [at, { level, from, count }] of ranges.entries()) {
    const own = rows.get(nameOf({ level, index: from }));
    if (own?.length !== count * HASH_BYTES)
      throw new Failure(
        "integrity",
        `The tree has a gap at level ${level}; sanad verify says more`,
      );
    known.set(nameOf(asked[at] as NodeName), rootOfFull(partHashes(own)));
  }
  return known;
}

/** The root over hashes of which there are a power of two. */
function rootOfFull(row: readonly Hash[]): Hash {
  let hashes = row;
  while (hashes.length > 1) {
    const above: Hash[] = [];
    for (let at = 0; at < hashes.length; at += 2)
      above.push(hashNode(hashes[at] as Hash, hashes[at + 1] as Hash));
    hashes = above;
  }
  return hashes[0] as Hash;
}

/** Rows that follow each other at a level that is stored. */
type Range = { readonly level: number; readonly from: number; readonly count: number };
/** Hashes of ranges one behind another, by the level and first index of each. */
type Rows = ReadonlyMap<string, Uint8Array>;

/** In one question; hashes of leaves are made where they lie: a leaf is ten times as long as its hash (RFC 6962, section 2.1). */
async function readRanges(
  { database, workspace }: Archive,
  ranges: readonly Range[],
): Promise<Rows> {
  if (ranges.length === 0) return new Map();
  const stored = ranges.filter(({ level }) => level > 0);
  const leaves = ranges.filter(({ level }) => level === 0);
  const column = (of: readonly Range[], name: keyof Range) =>
    sql`${of.map((range) => range[name])}`;
  const { rows } = await sql<NodeName & { hashes: Uint8Array }>`
    select 0 as level, first as index, e.hashes
    from unnest(${column(leaves, "from")}::bigint[], ${column(leaves, "count")}::bigint[]) as one(first, count)
    cross join lateral (select string_agg(sha256('\\x00'::bytea || e.leaf), ''::bytea order by e.index) as hashes
      from ledger.entries e where e.workspace = ${workspace} and e.index >= first and e.index < first + count) e
    where e.hashes is not null
    union all select stored, first, n.hashes from unnest(${column(stored, "level")}::smallint[],
      ${column(stored, "from")}::bigint[], ${column(stored, "count")}::bigint[]) as one(stored, first, count)
    cross join lateral (select string_agg(n.hash, ''::bytea order by n.index) as hashes from ledger.nodes n
      where n.workspace = ${workspace} and n.level = stored and n.index >= first and n.index < first + count) n
    where n.hashes is not null`.execute(database);
  return new Map(rows.map(({ hashes, ...name }) => [nameOf(name), hashes]));
}

function nameOf({ level, index }: NodeName): string {
  return `${level}/${index}`;
}
