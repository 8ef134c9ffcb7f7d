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

/** Replaces the master key; answers with the archive under the next one. Records are wrapped anew by `rewrapRecords`. */
export async function replaceMaster(
  archive: Archive,
  keyring: Keyring,
  next: { readonly master: Key; readonly wraps: readonly Wrap[] },
  { by, at, onStep = () => undefined }: Who,
): Promise<Archive> {
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
  await settleKeyring(fresh);
  onStep("settled");
  return fresh;
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
    where workspace = ${workspace} and wrapped is not null and ${isOld(keys)} limit 1`.execute(
    database,
  );
  return rows.length > 0;
}

/** Wraps the keys of all records by the newest class keys, and lets the old ones go; answers with how many it wrapped. */
export async function rewrapRecords(
  archive: Archive,
  step: (done: number) => void,
): Promise<number> {
  const { database, workspace, keys } = archive;
  let done = 0;
  for (let after = ""; ; ) {
    const { rows } = await sql<{ record: string; class: RecordClass; wrapped: Uint8Array }>`
      select record, class, wrapped from ledger.record_keys
      where workspace = ${workspace} and record > ${after} and wrapped is not null and ${isOld(keys)}
      order by record limit ${TOGETHER}`.execute(database);
    if (rows.length === 0) break;
    const known = await readRecordKeys(
      archive,
      rows.map(({ record }) => record),
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
    const { rows } =
      await sql`delete from ledger.class_keys c where c.workspace = ${workspace} and ${isOld(keys)}
      and not exists (select 1 from ledger.record_keys k where k.workspace = c.workspace and k.class = c.class
        and k.epoch = c.epoch and k.wrapped is not null) returning 1`.execute(one);
    if (done > 0 || rows.length > 0) await noteKeySweep(one, workspace);
  });
  return done;
}

function isOld(keys: Archive["keys"]) {
  return sql`not ((class = 'searchable' and epoch = ${newestEpoch(keys, "searchable")})
    or (class = 'sealed' and epoch = ${newestEpoch(keys, "sealed")}))`;
}
