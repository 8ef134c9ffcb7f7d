/**
 * In: an archive. Out: everything in it that does not agree, by name, as one state of the database has it.
 * Never: repairs anything; says more than it looked at: integrity is not truth.
 */
import type { Checkpoint } from "../base/checkpoint.ts";
import {
  appendLeaves,
  EMPTY_RANGE,
  type Hash,
  isSameHash,
  type MerkleRange,
  partHashes,
  rootOfRange,
} from "../base/merkle.ts";
import type { Archive } from "./archive.ts";
import type { InTransaction } from "./database.ts";
import { dropTemporaryTables, makeTemporaryTables } from "./elsewhere.ts";
import type { ArchiveMade, KeysChanged } from "./entryKinds.ts";
import { type Fault, type FaultList, makeFaultList } from "./faults.ts";
import {
  exportSnapshot,
  lookAtEntries,
  type Looked,
  type Looking,
  STRETCH,
  type Stretch,
} from "./lookAtEntries.ts";
import { TILE_LEVELS } from "./nodes.ts";
import { findOrphans } from "./orphans.ts";
import { compareDerived, type DeepVerdict, deriveAgain } from "./verifyDerived.ts";
import { checkErased, erasedSince } from "./verifyErased.ts";
import { checkOwnKeys, checkWays } from "./verifyKeys.ts";
import { EVIDENCE_OF } from "./verifyEntries.ts";
import { checkHead, checkNodes, type Ends, readHead, readSince } from "./verifyTree.ts";

export type Verdict = {
  readonly entries: number;
  readonly evidence: number;
  /** Entries whose sealed part was destroyed by erasure. */
  readonly erased: number;
  readonly faults: readonly Fault[];
  /** Faults beyond those that are named. */
  readonly unlisted: number;
  /** What an outside checkpoint said, where one was handed in. */
  readonly since: { readonly size: number; readonly holds: boolean } | null;
  /** What was found of derived tables, where they were looked at too. */
  readonly deep: DeepVerdict | null;
  /** Something is being erased just now, or an erasure was cut short: it is noted, and the next command goes on with it. */
  readonly isErasing: boolean;
};

export type VerifyOptions = {
  readonly since: string | null;
  readonly step: (done: number) => void;
  /** Also the rows that are searched, each made again from the entries. */
  readonly isDeep?: boolean;
  readonly lookElsewhere?: LookElsewhere | undefined;
};

/**
 * Has the entries looked at beside this thread, as the snapshot shows them; null where there are too few. Rows that are
 * searched are made again in the order of the entries, so that a deep look is one of its own.
 */
export type LookElsewhere = (
  archive: Archive,
  size: number,
  snapshot: () => Promise<string>,
) => Promise<Looking | null>;

/** Checks every entry, the tree, the checkpoint, all evidence, and that nothing before an older checkpoint changed. */
export async function verifyArchive(archive: Archive, options: VerifyOptions): Promise<Verdict> {
  const isDeep = options.isDeep ?? false;
  return archive.database.connection().execute(async (session) => {
    if (isDeep) await makeTemporaryTables(session);
    try {
      const verdict = await session
        .transaction()
        .setIsolationLevel("repeatable read")
        .setAccessMode("read only")
        .execute((one) => verifyWithin(archive, one, options));
      return verdict.faults.length === 0 ? verdict : await withoutErased(archive, verdict);
    } finally {
      if (isDeep) await dropTemporaryTables(session);
    }
  });
}

/** As the store says it of a piece that is not there. */
const IS_MISSING = " is missing";

/** What is missing since it was erased behind the state that was looked at is no fault of it. */
async function withoutErased(archive: Archive, verdict: Verdict): Promise<Verdict> {
  const erased = await erasedSince(archive, verdict.entries);
  const faults = verdict.faults.filter(
    ({ where, what }) =>
      !(
        where.startsWith(EVIDENCE_OF) &&
        what.endsWith(IS_MISSING) &&
        erased.has(where.slice(EVIDENCE_OF.length))
      ),
  );
  if (faults.length === verdict.faults.length) return verdict;
  return { ...verdict, faults, isErasing: true };
}

async function verifyWithin(
  archive: Archive,
  one: InTransaction,
  { since: text, step, isDeep = false, lookElsewhere }: VerifyOptions,
): Promise<Verdict> {
  const faults = makeFaultList();
  const old = text === null ? null : readSince(archive, text, faults);
  const { head, ends } = await readHead(archive, one);
  const size = sizeToLookAt(head?.size ?? 0, ends, faults);
  const tree = makeTree(old);
  const emptied = new Map<string, number>();
  const destroyed = new Set<string>();
  const changes: KeysChanged[] = [];
  let made: ArchiveMade | null = null;
  let evidence = 0;
  let erased = 0;
  const elsewhere = isDeep
    ? null
    : await lookElsewhere?.(archive, size, async () => exportSnapshot(one));
  const looking = elsewhere ?? lookHere(archive, one, isDeep);
  try {
    for await (const looked of inOrder(size, looking)) {
      tree.add(partHashes(looked.leaves));
      evidence += looked.evidence;
      erased += looked.erased;
      for (const [record, index] of looked.emptied) emptied.set(record, index);
      for (const record of looked.destroyed) destroyed.add(record);
      changes.push(...looked.changes);
      made ??= looked.made;
      faults.addAll(looked.faults, looked.unlisted);
      step(tree.range().size);
    }
  } finally {
    looking.close();
  }
  for (const [record, index] of emptied)
    if (!destroyed.has(record))
      faults.add(`entry ${index}`, "its sealed part is gone, and no entry says that it was erased");
  const isErasing = await checkErased(archive, one, [...destroyed], changes, faults);
  await checkNodes(archive, one, tree.nodes, faults);
  checkHead(archive, head, tree.range(), faults);
  await checkOwnKeys(archive, one, { made, changes }, faults);
  await checkWays(archive, { made, changes, size }, faults);
  const since = old === null ? null : judgeSince(old, tree.wasAsSigned(), faults);
  const deep = isDeep
    ? {
        rows: await compareDerived(archive, one, faults),
        orphans: await findOrphans(archive, one),
      }
    : null;
  const { listed, unlisted } = faults;
  return {
    entries: size,
    evidence,
    erased,
    faults: listed,
    unlisted: unlisted(),
    since,
    deep,
    isErasing,
  };
}

/** In this thread and transaction, one stretch after another. */
function lookHere(archive: Archive, one: InTransaction, isDeep: boolean): Looking {
  const look = async (stretch: Stretch): Promise<Looked> =>
    lookAtEntries(
      archive,
      one,
      stretch,
      isDeep ? async (entries, faults) => deriveAgain(archive, one, entries, faults) : null,
    );
  return { look, length: STRETCH, ahead: 0, close: () => undefined };
}

/** What the stretches below `size` come to, in their order. */
async function* inOrder(size: number, { look, length, ahead }: Looking): AsyncGenerator<Looked> {
  const asked: Promise<Looked>[] = [];
  for (let from = 0; from < size || asked.length > 0; from += length) {
    if (from < size) {
      const one = look({ from, to: Math.min(from + length, size) });
      // Where an earlier one fails, nobody waits for this one any more.
      one.catch(() => undefined);
      asked.push(one);
    }
    if (asked.length > ahead || from >= size) yield (await asked.shift()) as Looked;
  }
}

/** All entries that stand in a row, whatever the head says; a row far away from the others is only named. */
function sizeToLookAt(told: number, ends: Ends | null, faults: FaultList): number {
  if (ends === null) {
    faults.add("entries", "the database cannot read where they end");
    return told;
  }
  if (ends.below > 0) faults.add("entry -1", "stands outside the ledger");
  if (ends.stored <= told) return told;
  if (ends.stored - told === ends.beyond) return ends.stored;
  faults.add(`entry ${ends.stored - 1}`, "stands outside the ledger");
  return told;
}

/** The tree over the entries as they go by; remembers whether it once was what an older checkpoint signed. */
function makeTree(old: Checkpoint | null) {
  let range: MerkleRange = EMPTY_RANGE;
  const nodes = new Map<string, Hash>();
  let wasAsSigned = false;
  const grow = (leaves: readonly Hash[]): void => {
    range = appendLeaves(range, leaves, (level, index, hash) => {
      if (level % TILE_LEVELS === 0) nodes.set(`${level}/${index}`, hash);
    });
    if (old !== null && range.size === old.size)
      wasAsSigned = isSameHash(rootOfRange(range), old.root);
  };
  grow([]);
  return {
    nodes,
    range: (): MerkleRange => range,
    wasAsSigned: (): boolean => wasAsSigned,
    add: (leaves: readonly Hash[]): void => {
      const before = old === null ? 0 : Math.max(0, old.size - range.size);
      grow(leaves.slice(0, before));
      grow(leaves.slice(before));
    },
  };
}

/** Does the ledger begin with the entries that an older checkpoint signed? */
function judgeSince(
  { size }: Checkpoint,
  holds: boolean,
  faults: FaultList,
): NonNullable<Verdict["since"]> {
  if (!holds)
    faults.add(
      "handed-in checkpoint",
      `the ledger does not begin with the ${size} entries that it signed`,
    );
  return { size, holds };
}
