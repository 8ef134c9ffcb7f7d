/**
 * In: an archive and the changes of its keys. Out: keys of its own, present and past, that are missing, that no entry made, or whose rows
 * are not what the notes between them make.
 */
import { join } from "node:path";
import { sql } from "kysely";
import { formatKey } from "../base/signedNote.ts";
import { type Archive, CLASSES, newestEpoch } from "./archive.ts";
import type { Database, InTransaction } from "./database.ts";
import type { ArchiveMade, KeysChanged } from "./entryKinds.ts";
import type { Fault, FaultList } from "./faults.ts";
import { isUnchanged, type Keyring, KEYS_FILE, readKeyring } from "./keyring.ts";
import { readOrNull } from "./savepoint.ts";
import { waysThatHold } from "./settleKeyring.ts";

type Row = {
  readonly name: string;
  readonly number: number;
  readonly public: string | null;
  readonly succession: string | null;
};

/** What the entries tell of the archive's keys: how it was made, and what changed since. */
export type KeyEntries = {
  readonly made: ArchiveMade | null;
  readonly changes: readonly KeysChanged[];
};

/** Kept from the beginning, or since the keys changed for the first time: before that an old archive derives them. */
const NAMES = ["capture", "mentions", "tellings"];
const KEEPING: ReadonlySet<string> = new Set(["master-replaced", "signing-replaced"]);

/** Holds what is kept in clear of the keys against the key that signs, the notes back from it, and the entries that made them. */
export async function checkOwnKeys(
  archive: Archive,
  one: InTransaction,
  { made, changes }: KeyEntries,
  faults: FaultList,
): Promise<void> {
  await checkClassKeys(archive, one, faults);
  const found = await readOrNull(one, () =>
    sql<Row>`select name, number, public, succession from ledger.own_keys
      where workspace = ${archive.workspace} order by number desc`.execute(one),
  );
  if (found === null) {
    faults.add("signing keys", "the database cannot read them");
    return;
  }
  const signing = found.rows.filter(({ name }) => name === "checkpoint");
  const known = [archive.signer, ...archive.keys.own.past].map(formatKey);
  for (const [at, { number, public: shown }] of signing.entries())
    if (shown !== known[at])
      faults.add(`signing key ${number}`, "is not the one that the notes of succession lead to");
  const isKept = made?.ways !== undefined || changes.some(({ change }) => KEEPING.has(change));
  if (!isKept) return;
  checkSuccessions(signing, changes, faults);
  for (const name of NAMES)
    if (!found.rows.some((row) => row.name === name)) faults.add(`own key ${name}`, "is missing");
}

/** Classes whose newest key, which this program read, is not there: nothing new could be sealed. Older ones go where records went. */
async function checkClassKeys(
  { workspace, keys }: Archive,
  one: InTransaction,
  faults: FaultList,
): Promise<void> {
  const found = await readOrNull(one, () =>
    sql<{ key: string }>`select class || ' ' || epoch as key from ledger.class_keys
      where workspace = ${workspace}`.execute(one),
  );
  const stored = new Set(found?.rows.map(({ key }) => key));
  for (const name of CLASSES) {
    const epoch = Math.max(1, newestEpoch(keys, name));
    if (!stored.has(`${name} ${epoch}`))
      faults.add(`key of ${name} records, epoch ${epoch}`, "is missing");
  }
}

/** Holds the ways into the archive, as its folder has them, against the entries that tell of them and against the master key. */
export async function checkWays(
  archive: Archive,
  entries: KeyEntries & { readonly size: number },
  faults: FaultList,
): Promise<void> {
  const first = await waysThatFail(archive, entries);
  // Somebody may be changing them: whoever does holds the head until the entry is there too.
  const found = first.length === 0 ? first : await lookAgain(archive, entries);
  for (const { where, what } of found) faults.add(where, what);
}

async function lookAgain(
  archive: Archive,
  entries: KeyEntries & { readonly size: number },
): Promise<readonly Fault[]> {
  const { workspace, database } = archive;
  const look = async (one: Database): Promise<readonly Fault[]> => {
    const { rows } = await sql`select 1 from ledger.entries where workspace = ${workspace}
      and index >= ${entries.size} and kind = 'keys-changed' limit 1`.execute(one);
    return rows.length > 0 ? [] : waysThatFail(archive, entries);
  };
  try {
    return await database.transaction().execute(async (one) => {
      await sql`select 1 from ledger.heads where workspace = ${workspace} for update`.execute(one);
      return look(one);
    });
  } catch {
    // To wait for others takes room on the disk; whoever has none looks all the same.
    return look(database);
  }
}

async function waysThatFail(
  archive: Archive,
  { made, changes }: KeyEntries,
): Promise<readonly Fault[]> {
  const { folder, keys } = archive;
  const ring = keyringIn(folder);
  if (ring === null) return [{ where: KEYS_FILE, what: "cannot be read" }];
  // Where the file could not be written behind a change, those that hold stand beside those of before.
  const next = ring.next?.some((wrap) => isUnchanged(wrap, keys.master) === true) ?? false;
  const wraps = next ? (ring.next ?? []) : await waysThatHold(archive, ring);
  const gone = new Set(changes.flatMap((change) => change.gone));
  const told = [...(made?.ways ?? []), ...changes.flatMap(({ come }) => come)].filter(
    (id) => !gone.has(id),
  );
  const own = new Set(wraps.map(({ id }) => id));
  // Of an archive of an earlier version it is not told which ways it was made with, and they may be such as could not be held against the key.
  const isYoung = made?.ways !== undefined;
  const unknown = [...own].filter((id) => !gone.has(id) && isYoung && !told.includes(id));
  const changed = wraps.filter((wrap) => (isUnchanged(wrap, keys.master) ?? !isYoung) === false);
  return [
    ...told.filter((id) => !own.has(id)).map((id) => way(id, `is missing from ${KEYS_FILE}`)),
    ...unknown.map((id) => way(id, "no entry says that it was made")),
    ...[...own].filter((id) => gone.has(id)).map((id) => way(id, "has ended, and is there again")),
    ...(ring.archive === archive.workspace
      ? []
      : [{ where: KEYS_FILE, what: "names another archive" }]),
    ...changed.map(({ id }) =>
      way(id, "was changed since it was made, and may not open the archive"),
    ),
  ];
}

function way(id: string, what: string): Fault {
  return { where: `way in ${id}`, what };
}

function keyringIn(folder: string): Keyring | null {
  try {
    return readKeyring(join(folder, KEYS_FILE));
  } catch {
    return null;
  }
}

/** The first key and one for each entry that says that another took over, with the note that the entry holds. */
function checkSuccessions(
  signing: readonly Row[],
  changes: readonly KeysChanged[],
  faults: FaultList,
): void {
  const notes = changes.flatMap(({ succession }) => succession ?? []);
  const byNumber = new Map(signing.map((row) => [row.number, row]));
  for (const [at, note] of [null, ...notes].entries()) {
    const row = byNumber.get(at + 1);
    if (row === undefined) faults.add(`signing key ${at + 1}`, "is missing");
    else if (row.succession !== note)
      faults.add(`signing key ${at + 1}`, "has another note of succession than its entry");
    byNumber.delete(at + 1);
  }
  for (const number of byNumber.keys())
    faults.add(`signing key ${number}`, "no entry says that it was made");
}
