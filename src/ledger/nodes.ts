/**
 * Hashes of full subtrees, read where a proof needs them: those of 256, 65,536 … entries are stored, the ones between are
 * made of the stored ones below them, and the lowest of the entries' leaves.
 */
import { sql } from "kysely";
import { Failure } from "../base/failure.ts";
import { EMPTY_ROOT, type Hash, hashLeaf, hashNode, type NodeSource } from "../base/merkle.ts";
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
  const known = new Map<string, Hash>();
  for (const name of asked) known.set(nameOf(name), await readNode(archive, name));
  return prove((level, index) => {
    const hash = known.get(nameOf({ level, index }));
    if (hash === undefined)
      throw new RangeError(`A proof asked for ${level}/${index} only the second time`);
    return hash;
  });
}

async function readNode(archive: Archive, { level, index }: NodeName): Promise<Hash> {
  const base = level - (level % TILE_LEVELS);
  const count = 2 ** (level - base);
  let hashes = await readRow(archive, base, index * count, count);
  while (hashes.length > 1) {
    const above: Hash[] = [];
    for (let at = 0; at < hashes.length; at += 2)
      above.push(hashNode(hashes[at] as Hash, hashes[at + 1] as Hash));
    hashes = above;
  }
  return hashes[0] as Hash;
}

async function readRow(
  { database, workspace }: Archive,
  level: number,
  from: number,
  count: number,
): Promise<Hash[]> {
  const { rows } =
    level === 0
      ? await sql<{ hash: Uint8Array }>`select leaf as hash from ledger.entries
          where workspace = ${workspace} and index >= ${from} and index < ${from + count} order by index`.execute(
          database,
        )
      : await sql<{ hash: Uint8Array }>`select hash from ledger.nodes
          where workspace = ${workspace} and level = ${level} and index >= ${from} and index < ${from + count}
          order by index`.execute(database);
  if (rows.length !== count)
    throw new Failure("integrity", `The tree has a gap at level ${level}; sanad verify says more`);
  return rows.map(({ hash }) => (level === 0 ? hashLeaf(hash) : hash));
}

function nameOf({ level, index }: NodeName): string {
  return `${level}/${index}`;
}
