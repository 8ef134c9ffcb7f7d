/**
 * The stories of `sanad keys` and `sanad recover`: ways into an archive are added, replaced and ended. Each change is an
 * entry, and the file of keys is written in the transaction that enters it, so that two changes never overwrite each other: first with
 * the ways of before and those behind it, and once the entry stands with these alone.
 */
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { Failure } from "../../base/failure.ts";
import { appendEntries } from "../../ledger/append.ts";
import { writeWhole } from "../../ledger/durable.ts";
import type { Entry, KeysChanged } from "../../ledger/entryKinds.ts";
import { makeId } from "../../ledger/ids.ts";
import {
  type Keyring,
  KEYS_FILE,
  type PutAway,
  readKeyring,
  type Secret,
  unlock,
  wayOfSecret,
  type Wrap,
  wrapForPutAway,
  wrapMaster,
  writeKeyring,
} from "../../ledger/keyring.ts";
import { isSaidBeside, joinShares, readWords, SHARE_WORDS } from "../../ledger/recovery.ts";
import { settleWays } from "../../ledger/settleKeyring.ts";
import {
  askNewPassphrase,
  folderAtHand,
  readKeyFile,
  type Session,
  type Surroundings,
  waysWait,
} from "./session.ts";

export { makeRecovery, makeShares, RECOVERY_WORDS } from "../../ledger/recovery.ts";
export type { PutAway };

/** A way in as it is told of. */
export type Way = {
  readonly id: string;
  readonly by: Wrap["by"];
  readonly since: string | null;
  readonly needed: number | null;
  readonly of: number | null;
};

/** The ways into the archive at hand; needs no secret. */
export function listWays(around: Surroundings): readonly Way[] {
  return readKeyring(join(folderAtHand(around), KEYS_FILE)).wraps.map(wayOf);
}

function wayOf(wrap: Wrap): Way {
  const { id, by, since } = wrap;
  const [needed, of] = by === "shares" ? [wrap.needed, wrap.of] : [null, null];
  return { id, by, since, needed, of };
}

/** Puts a new passphrase in the place of an old one; answers with the way that came. */
export async function changePassphrase(
  session: Session,
  around: Surroundings,
  secret: Secret,
): Promise<Way> {
  const old = await passphraseToReplace(session, secret);
  const fresh = await askNewPassphrase(around, "SANAD_NEW_PASSPHRASE");
  const { archive } = session;
  const made = await wrapMaster(archive.workspace, archive.keys.master, fresh, dayOf(around));
  const gone = old === null ? [] : [old];
  await changeWays(session, around, {
    change: old === null ? "way-added" : "way-replaced",
    come: [made],
    gone: () => gone,
  });
  return wayOf(made);
}

/** The passphrase that unlocked, else the only one there is; null where there is none. */
async function passphraseToReplace({ archive }: Session, secret: Secret): Promise<string | null> {
  const keyring = readKeyring(join(archive.folder, KEYS_FILE));
  if (secret.kind === "passphrase") return (await unlock(keyring, secret)).way;
  const [first, ...others] = keyring.wraps.filter(({ by }) => by === "passphrase");
  if (others.length > 0)
    throw new Failure(
      "input-refused",
      "There are several passphrases; unlock with the one that is to be replaced",
    );
  return first?.id ?? null;
}

/** Adds a passphrase beside those there are. */
export async function addPassphrase(session: Session, around: Surroundings): Promise<Way> {
  const { workspace, keys } = session.archive;
  const fresh = await askNewPassphrase(around, "SANAD_NEW_PASSPHRASE");
  await refuseKnown(session, fresh);
  return addWay(session, around, await wrapMaster(workspace, keys.master, fresh, dayOf(around)));
}

/** Adds a key file; makes it where it is missing. */
export async function addKeyFile(
  session: Session,
  around: Surroundings,
  path: string,
): Promise<Way> {
  const file = resolve(around.folder, path);
  const { workspace, keys, folder } = session.archive;
  const inside = relative(folder, file);
  if (!inside.startsWith(`..${sep}`) && inside !== ".." && resolve(folder, inside) === file)
    throw new Failure(
      "input-refused",
      "A key file in the archive's folder protects nothing; keep it on another medium",
    );
  if (!existsSync(file)) {
    if (!existsSync(dirname(file)))
      throw new Failure("not-found", `There is no folder ${dirname(file)} for the key file`);
    writeWhole(file, Buffer.from(`${randomBytes(48).toString("base64")}\n`));
  }
  if ((statSync(file).mode & 0o077) !== 0 && process.platform !== "win32")
    throw new Failure(
      "input-refused",
      `Others on this machine may read ${file}; run chmod 600 on it first`,
    );
  const secret = { kind: "key-file", bytes: readKeyFile(file) } as const;
  await refuseKnown(session, secret);
  return addWay(session, around, await wrapMaster(workspace, keys.master, secret, dayOf(around)));
}

/** One secret is one way in: ending the one would leave the other, and nobody could see it. */
async function refuseKnown({ archive }: Session, secret: Secret): Promise<void> {
  const way = await wayOfSecret(readKeyring(join(archive.folder, KEYS_FILE)), secret);
  if (way === null) return;
  throw new Failure(
    "conflict",
    secret.kind === "key-file"
      ? `This key file unlocks the archive already (${way}); nothing was changed`
      : `This passphrase unlocks the archive already (${way}); nothing was changed`,
  );
}

/** Adds words or shares that were put away, by their public key. */
export async function addPutAway(
  session: Session,
  around: Surroundings,
  way: PutAway,
): Promise<Way> {
  const { workspace, keys } = session.archive;
  return addWay(session, around, await wrapForPutAway(workspace, keys.master, way, dayOf(around)));
}

async function addWay(session: Session, around: Surroundings, made: Wrap): Promise<Way> {
  await changeWays(session, around, { change: "way-added", come: [made], gone: () => [] });
  return wayOf(made);
}

/** Ends a way in. One that is used every day must be left. */
export async function endWay(session: Session, around: Surroundings, id: string): Promise<Way> {
  const found = readKeyring(join(session.archive.folder, KEYS_FILE)).wraps.find(
    (wrap) => wrap.id === id,
  );
  if (found === undefined)
    throw new Failure("not-found", `There is no way in ${id}; sanad keys lists them`);
  await changeWays(session, around, {
    change: "way-ended",
    come: [],
    gone: () => [id],
  });
  return wayOf(found);
}

/** Opens the way for a new passphrase with words that were put away; the old passphrases end. */
export async function recoverPassphrase(
  session: Session,
  around: Surroundings,
): Promise<{ readonly made: Way; readonly ended: number }> {
  const fresh = await askNewPassphrase(around, "SANAD_NEW_PASSPHRASE");
  const { workspace, keys } = session.archive;
  const made = await wrapMaster(workspace, keys.master, fresh, dayOf(around));
  const changed = await changeWays(session, around, {
    change: "recovered",
    come: [made],
    gone: ({ wraps }) => wraps.filter(({ by }) => by === "passphrase").map(({ id }) => id),
  });
  return { made: wayOf(made), ended: changed.gone.length };
}

/** The secret that words or shares make. A word group each; those of other lengths are refused. */
export async function secretOfWords(groups: readonly (readonly string[])[]): Promise<Secret> {
  const read = groups.map(readWords);
  const [first] = read;
  if (first === undefined)
    throw new Failure("input-refused", "No recovery words and no share were given");
  if (first.kind === "words" && read.length === 1) return { kind: "words", seed: first.seed };
  const shares = read.flatMap((one) => (one.kind === "share" ? [one.share] : []));
  if (shares.length < read.length)
    throw new Failure("input-refused", "Give either recovery words or shares, not both");
  return { kind: "shares", seed: await joinShares(shares) };
}

/** How many shares are needed, as one of them says; null where the words are no share. */
export function sharesNeeded(words: readonly string[]): number | null {
  if (words.length !== SHARE_WORDS) return null;
  const read = readWords(words);
  return read.kind === "share" ? read.share.needed : null;
}

/** Are these all words of a share, without a fault in them? */
export function isShare(words: readonly string[]): boolean {
  try {
    return sharesNeeded(words) !== null;
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}

/**
 * Groups of words: what stands between empty lines, without the lines that begin with #, and without numbers. What else a terminal
 * showed below the words is passed over.
 */
export function wordGroups(text: string): readonly (readonly string[])[] {
  const groups = text
    .replaceAll(/^[\s\u2066-\u2069]*#.*$/gm, "")
    .split(/\n[\t ]*\r?\n/)
    .map((part) => part.toLowerCase().match(/[a-z]+/g) ?? [])
    .filter((words) => words.length > 0);
  const own = groups.filter((words) => !isSaidBeside(words));
  return own.length === 0 ? groups : own;
}

/** Reads groups of words from a file, such as `sanad keys` printed it. */
export function readWordFile(file: string): readonly (readonly string[])[] {
  if (!existsSync(file)) throw new Failure("not-found", `There is no file of words ${file}`);
  return wordGroups(readFileSync(file, "utf8"));
}

type Change = {
  readonly change: KeysChanged["change"];
  readonly come: readonly Wrap[];
  readonly gone: (keyring: Keyring) => readonly string[];
};

async function changeWays(
  { archive, actor }: Session,
  { now, warn }: Surroundings,
  { change, come, gone }: Change,
): Promise<{ readonly gone: readonly string[] }> {
  const file = join(archive.folder, KEYS_FILE);
  const ended = gone(readKeyring(file));
  const at = now();
  const body = { change, come: come.map(({ id }) => id), gone: ended, changedAt: at };
  const entry = { kind: "keys-changed", record: makeId("r"), by: actor, body } as const;
  // Whoever appends holds the head, so that nobody else changes the file meanwhile.
  const write = async (_one: unknown, [entered]: readonly Entry[]): Promise<void> => {
    const keyring = readKeyring(file);
    const left = keyring.wraps.filter(({ id }) => !ended.includes(id));
    const isAsBefore = left.length + ended.length === keyring.wraps.length;
    const isMoving = keyring.change !== undefined || keyring.next !== undefined;
    if (isMoving || !isAsBefore || gone(keyring).join() !== ended.join())
      throw new Failure("conflict", "The keys were changed meanwhile; nothing was changed");
    const wraps = [...left, ...come];
    if (!wraps.some(({ by }) => by === "passphrase" || by === "key-file"))
      throw new Failure(
        "input-refused",
        "This is the last passphrase or key file; add another way in first",
      );
    writeKeyring(file, { ...keyring, change: { entry: entered?.id ?? "", wraps } });
  };
  try {
    await appendEntries(archive, [entry], { at, expected: null, beside: write });
  } catch (error) {
    // Where it cannot be settled now, the next command that opens the archive does it.
    if ((await settleWays(archive).catch(() => null)) === true) return { gone: ended };
    throw error;
  }
  // Behind its entry the change holds, whatever becomes of the file: that is told, and not that nothing was done.
  await settleWays(archive).catch((error: unknown) => warn?.(waysWait(error)));
  return { gone: ended };
}

function dayOf({ now }: Surroundings): string {
  return now().slice(0, 10);
}
