/**
 * In: an open archive. Out: the same under another master key, or with another signing key.
 * Never: leaves it without a key that opens it: the file holds both wraps until the database has the next one, and class
 * keys of the epoch before go only when no record is wrapped by them. What is cut short goes on where it stopped.
 */
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { sql } from "kysely";
import { formatNote, makeSigner, parseNote, signNote } from "../base/signedNote.ts";
import { appendEntries } from "./append.ts";
import {
  type Archive,
  keysChanged,
  newestEpoch,
  readRecordKeys,
  type RecordClass,
  rewrapRecordKey,
  storeClassKeys,
  withNextEpoch,
} from "./archive.ts";
import type { InTransaction } from "./database.ts";
import type { KeysChanged } from "./entryKinds.ts";
import { makeId } from "./ids.ts";
import { noteKeySweep } from "./noteSweep.ts";
import { type Keyring, KEYS_FILE, readKeyring, type Wrap, writeKeyring } from "./keyring.ts";
import { assembleArchive } from "./openArchive.ts";
import { formatSuccession, replaceSigning, storeOwnKeys } from "./ownKeys.ts";
import { type Key, makeKey } from "./seal.ts";
import { settleKeyring } from "./settleKeyring.ts";

/** Where a replacement stands; tests stop it there. */
export type TurnStep = "written" | "committed" | "settled" | "wrapped";

type Who = {
  readonly by: string;
  readonly at: string;
  readonly onStep?: (step: TurnStep) => void;
};

/**
 * Replaces the master key; answers with the archive under the next one, and whether the file of keys says so already: where it could not be
 * written, it has the ways to both, and the next command that opens the archive settles it. Records are wrapped anew by `rewrapRecords`.
 */
export async function replaceMaster(
  archive: Archive,
  keyring: Keyring,
  next: { readonly master: Key; readonly wraps: readonly Wrap[] },
  { by, at, onStep = () => undefined }: Who,
): Promise<{ readonly archive: Archive; readonly isSettled: boolean }> {
  const { folder, workspace, keys, signer } = archive;
  const file = join(folder, KEYS_FILE);
  const left = new Set(next.wraps.map(({ id }) => id));
  const gone = keyring.wraps.map(({ id }) => id).filter((id) => !left.has(id));
  await enterChange(archive, { change: "master-replaced", come: [], gone }, by, at, async (one) => {
    const { next: _stale, ...now } = readKeyring(file);
    // People were asked since: a way that ended meanwhile must not come back, and one that came must not be lost.
    if (now.change !== undefined || !isDeepStrictEqual(now.wraps, keyring.wraps))
      throw keysChanged();
    writeKeyring(file, { ...now, next: next.wraps });
    onStep("written");
    await storeClassKeys(one, workspace, withNextEpoch(keys), next.master);
    await storeOwnKeys(one, workspace, signer.name, keys.own, next.master);
  });
  onStep("committed");
  const names = { workspace, origin: signer.name };
  const fresh = await assembleArchive(folder, names, next.master, archive);
  const isSettled = await settleKeyring(fresh, true).then(
    () => true,
    () => false,
  );
  onStep("settled");
  return { archive: fresh, isSettled };
}

/** Signs from now on with another key. The old one signs over to it, and is destroyed. */
export async function replaceSigner(archive: Archive, { by, at }: Who): Promise<string> {
  const { workspace, keys, signer } = archive;
  const seed = makeKey();
  const next = makeSigner(signer.name, seed);
  const succession = formatSuccession(signer, next);
  const change = { change: "signing-replaced", come: [], gone: [], succession } as const;
  await enterChange(archive, change, by, at, async (one) => {
    await replaceSigning(one, workspace, keys.own, { signer: next, seed, succession }, keys.master);
    const { rows } = await sql<{ checkpoint: string }>`
      select checkpoint from ledger.heads where workspace = ${workspace}`.execute(one);
    const note = parseNote(rows[0]?.checkpoint ?? "");
    if (note === null) throw new RangeError("An entry was appended without a checkpoint");
    const signatures = [...note.signatures, signNote(note.text, next)];
    await sql`update ledger.heads set checkpoint = ${formatNote({ ...note, signatures })}
      where workspace = ${workspace}`.execute(one);
  });
  return succession;
}

/** Enters a change of the keys; whoever opened the archive before it may no longer write. */
async function enterChange(
  archive: Archive,
  change: Omit<KeysChanged, "changedAt">,
  by: string,
  at: string,
  beside: (one: InTransaction) => Promise<void>,
): Promise<void> {
  const body = { ...change, changedAt: at };
  await appendEntries(archive, [{ kind: "keys-changed", record: makeId("r"), by, body }], {
    at,
    expected: null,
    beside: async (one) => {
      await beside(one);
      await noteKeySweep(one, archive.workspace);
      await sql`update ledger.heads set keys = keys + 1 where workspace = ${archive.workspace}`.execute(
        one,
      );
    },
  });
}

/** Records wrapped anew in one transaction. */
const TOGETHER = 1_000;

/** Are there records that an earlier class key opens: a replacement that was cut short? */
export async function hasOldRecords({ database, workspace, keys }: Archive): Promise<boolean> {
  const { rows } = await sql`select 1 from ledger.record_keys
    where workspace = ${workspace} and wrapped is not null and ${isEarlier(keys)} limit 1`.execute(
    database,
  );
  return rows.length > 0;
}

/** Keys that were wrapped anew, and those that do not open, which stay as they are. */
export type Rewrapped = { readonly done: number; readonly unopened: number };

/**
 * Wraps the keys of all records by the newest class keys, and lets the old ones go; one that does not open keeps the class key that it is
 * wrapped by, and nothing else. Throws `conflict` where the keys are others by now.
 */
export async function rewrapRecords(
  archive: Archive,
  step: (done: number) => void,
): Promise<Rewrapped> {
  const { database, workspace, keys } = archive;
  let done = 0;
  let unopened = 0;
  for (let after = ""; ; ) {
    const { rows } = await sql<{ record: string; class: RecordClass; wrapped: Uint8Array }>`
      select record, class, wrapped from ledger.record_keys
      where workspace = ${workspace} and record > ${after} and wrapped is not null and ${isEarlier(keys)}
      order by record limit ${TOGETHER}`.execute(database);
    if (rows.length === 0) break;
    const known = await readRecordKeys(
      archive,
      rows.map(({ record }) => record),
      database,
      () => (unopened += 1),
    );
    const anew = rows.flatMap(({ record, class: name, wrapped }) => {
      const key = known.get(record);
      return key === undefined
        ? []
        : [{ record, was: wrapped, ...rewrapRecordKey(archive, record, name, key) }];
    });
    // One that was erased meanwhile has no key any more, and gets none.
    await sql`update ledger.record_keys k set wrapped = one.wrapped, epoch = one.epoch
      from unnest(${anew.map(({ record }) => record)}::text[], ${anew.map(({ was }) => was)}::bytea[],
        ${anew.map(({ wrapped }) => wrapped)}::bytea[], ${anew.map(({ epoch }) => epoch)}::int[])
        as one(record, was, wrapped, epoch)
      where k.workspace = ${workspace} and k.record = one.record and k.wrapped = one.was`.execute(
      database,
    );
    done += anew.length;
    step(done);
    after = rows.at(-1)?.record ?? after;
  }
  await database.transaction().execute(async (one) => {
    await refuseTurned(one, archive);
    const { rows } =
      await sql`delete from ledger.class_keys c where c.workspace = ${workspace} and ${isEarlier(keys)}
      and not exists (select 1 from ledger.record_keys k where k.workspace = c.workspace and k.class = c.class
        and k.epoch = c.epoch and k.wrapped is not null) returning 1`.execute(one);
    if (done > 0 || rows.length > 0) await noteKeySweep(one, workspace);
  });
  return { done, unopened };
}

/** Whoever read the keys before they changed leaves what is to be done to one who knows those of now. */
async function refuseTurned(one: InTransaction, { workspace, keys }: Archive): Promise<void> {
  const { rows } = await sql<{ keys: number }>`
    select keys from ledger.heads where workspace = ${workspace}`.execute(one);
  if (rows[0]?.keys !== keys.generation) throw keysChanged();
}

/** Of an epoch before those that this program knows; later ones are of somebody who changed the keys meanwhile. */
function isEarlier(keys: Archive["keys"]) {
  return sql`((class = 'searchable' and epoch < ${newestEpoch(keys, "searchable")})
    or (class = 'sealed' and epoch < ${newestEpoch(keys, "sealed")}))`;
}
