/**
 * The stories of cosigning. On the archive's side: whom it trusts, what it asks of them, what they signed. On the cosigner's
 * side, without an archive: a checkpoint is held against the last one that was seen, and signed only if nothing changed.
 */
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { formatRequest, parseRequest } from "../../base/cosigning.ts";
import { Failure } from "../../base/failure.ts";
import { isConsistent, isSameHash } from "../../base/merkle.ts";
import {
  findSignature,
  formatKey,
  formatNote,
  makeSigner,
  type NoteKey,
  type NoteSigner,
  parseKey,
  signNote,
} from "../../base/signedNote.ts";
import { appendAsSeen } from "../../ledger/append.ts";
import type { NewEntry } from "../../ledger/entryKinds.ts";
import { takeLock } from "../../ledger/holder.ts";
import type { Archive } from "../../ledger/archive.ts";
import {
  consistencyProof,
  readCosigned,
  readCosignerKey,
  readCosigners,
} from "../../ledger/cosignatures.ts";
import { writeWhole } from "../../ledger/durable.ts";
import { makeId } from "../../ledger/ids.ts";
import { readCheckpoint } from "../../ledger/views.ts";
import type { Session } from "./session.ts";

export { type Cosigner, readCosigners } from "../../ledger/cosignatures.ts";
export { tileFolder, writeTiles } from "../../ledger/tiles.ts";

/** Trusts a cosigner from now on, or no longer; answers with its name. */
export async function trustCosigner(
  { archive, actor }: Session,
  text: string,
  isTrusted: boolean,
  at: string,
): Promise<string> {
  const key = readCosignerKey(text);
  const body = { key: formatKey(key), isTrusted, changedAt: at };
  const record = makeId("r");
  // Looked at where it is entered: of two who trust the same one at once the second is told.
  const look = async (seen: Session["archive"]): Promise<readonly NewEntry[]> => {
    const known = (await readCosigners(seen)).some((one) => one.key === formatKey(key));
    if (known !== isTrusted) return [{ kind: "cosigner-trusted", record, by: actor, body }];
    throw new Failure(
      "conflict",
      isTrusted
        ? `${key.name} is trusted already; nothing was changed`
        : `${key.name} is not trusted; nothing was changed`,
    );
  };
  await appendAsSeen(archive, look, { at });
  return key.name;
}

/** What is asked of a cosigner: the checkpoint, and the proof from the one that it signed last. */
export async function requestFor(archive: Archive, name: string): Promise<string> {
  const cosigners = (await readCosigners(archive)).filter((one) => one.name === name);
  const [cosigner, ...others] = cosigners;
  if (cosigner === undefined || others.length > 0)
    throw new Failure(
      "not-found",
      `There is no one trusted cosigner ${name}; sanad checkpoint --trust KEY names one`,
    );
  return requestSince(archive, cosigner.seen?.size ?? 0);
}

/** The same from any size. */
export async function requestSince(archive: Archive, oldSize: number): Promise<string> {
  // The checkpoint first: an entry that comes between makes the proof one of another tree, and it is made again.
  for (;;) {
    const checkpoint = await readCheckpoint(archive);
    const proof = await consistencyProof(archive, oldSize);
    if ((await readCheckpoint(archive)) === checkpoint)
      return formatRequest(oldSize, proof, checkpoint);
  }
}

/** Enters what cosigners signed; answers with who, when, and how many entries they saw. */
export async function enterCosignatures(
  { archive, actor }: Session,
  text: string,
  at: string,
): Promise<readonly { readonly name: string; readonly at: string; readonly size: number }[]> {
  let entered: readonly { readonly name: string; readonly at: string; readonly size: number }[] =
    [];
  // Looked at where it is entered: of somebody who is no longer trusted by then nothing is.
  const look = async (seen: Archive): Promise<readonly NewEntry[]> => {
    const trusted = await readCosigners(seen);
    const { checkpoint, by, note } = await readCosigned(seen, text, trusted);
    const { size } = checkpoint;
    entered = by.map(({ name, at: seenAt }) => ({ name, at: seenAt, size }));
    const fresh = by.filter(
      ({ key }) => (trusted.find((one) => one.key === key)?.seen?.size ?? -1) < size,
    );
    return fresh.map(({ key, at: seenAt }) => ({
      kind: "checkpoint-cosigned" as const,
      record: makeId("r"),
      by: actor,
      body: { key, size, seenAt, note: formatNote(note) },
    }));
  };
  await appendAsSeen(archive, look, { at });
  return entered;
}

const PRIVATE = /^PRIVATE\+KEY\+([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/;

/** Makes a cosigner's key in a file that is not there yet; answers with the public one to hand out. */
export function makeCosignerKey(file: string, name: string): string {
  if (existsSync(file))
    throw new Failure("conflict", `${file} is there already; nothing was written over it`);
  if (name === "" || /[\s+]/u.test(name))
    throw new Failure("input-refused", "A cosigner's name holds no white space and no +");
  const seed = randomBytes(32);
  const key = formatKey(makeSigner(name, seed, 4));
  const [, hash = ""] = key.split("+");
  const body = Buffer.concat([Uint8Array.of(4), seed]).toString("base64");
  writeWhole(file, Buffer.from(`PRIVATE+KEY+${name}+${hash}+${body}\n`));
  return key;
}

/** Reads a cosigner's key, written as signed notes write private keys. */
export function readSigner(file: string): NoteSigner {
  if (!existsSync(file))
    throw new Failure(
      "not-found",
      `There is no cosigner's key ${file}; sanad cosign --new-key NAME --key FILE makes one`,
    );
  if (process.platform !== "win32" && (statSync(file).mode & 0o077) !== 0)
    throw new Failure(
      "input-refused",
      `Others on this machine may read ${file}; run chmod 600 on it first`,
    );
  const [, name = "", , body = ""] = PRIVATE.exec(readFileSync(file, "utf8").trim()) ?? [];
  const bytes = Buffer.from(body, "base64");
  if (name === "" || bytes.length !== 33 || bytes[0] !== 4)
    throw new Failure("input-refused", `${file} holds no key of a cosigner`);
  return makeSigner(name, bytes.subarray(1), 4);
}

/** What a cosigner remembers of a log. */
type Seen = { readonly log: string; readonly size: number; readonly root: string };
type Memory = { readonly format: 1; readonly seen: Readonly<Record<string, Seen>> };

export type CosignOptions = {
  /** The log's key, as its owner handed it out; needed the first time. */
  readonly log: string | null;
  /** The log's key is another now, and its owner said so. */
  readonly isLogReplaced: boolean;
  readonly seconds: number;
};

/** Signs a checkpoint after it was held against what was seen before; remembers it before it answers. */
export function cosign(
  text: string,
  keyFile: string,
  options: CosignOptions,
): ReturnType<typeof signSeen> {
  const signer = readSigner(keyFile);
  const lock = `${keyFile}.lock`;
  // Two at once could sign two trees of one size.
  const release = takeLock(lock);
  if (release === null)
    throw new Failure(
      "conflict",
      `Another program is signing with this key; if none is, remove ${lock}`,
    );
  try {
    return signSeen(text, signer, keyFile, options);
  } finally {
    release();
  }
}

function signSeen(
  text: string,
  signer: NoteSigner,
  keyFile: string,
  options: CosignOptions,
): {
  readonly note: string;
  readonly from: number;
  readonly size: number;
  readonly origin: string;
} {
  const request = parseRequest(text);
  if (request === null)
    throw new Failure(
      "input-refused",
      "This is no checkpoint; hand in what sanad checkpoint --for printed",
    );
  const file = `${keyFile}.seen.json`;
  const memory = readMemory(file);
  const { checkpoint, note } = request;
  const { origin, size, root } = checkpoint;
  const before = memory.seen[origin] ?? null;
  const log = logKey(origin, before, options);
  if (!findSignature(note, log).isValid)
    throw new Failure("integrity", `This checkpoint is not signed with the key of ${origin}`);
  if (before !== null) holdAgainst(before, request);
  const seen: Seen = { log: formatKey(log), size, root: Buffer.from(root).toString("base64") };
  // Remembered first: what is signed twice at one size must be one tree, also when the power goes in between.
  const now: Memory = { format: 1, seen: { ...memory.seen, [origin]: seen } };
  writeWhole(file, Buffer.from(`${JSON.stringify(now, null, 2)}\n`));
  const own = signNote(note.text, signer, options.seconds);
  const signed = formatNote({ text: note.text, signatures: [...note.signatures, own] });
  return { note: signed, from: before?.size ?? 0, size, origin };
}

function logKey(
  origin: string,
  before: Seen | null,
  { log: given, isLogReplaced }: CosignOptions,
): NoteKey {
  const key = parseKey(given ?? before?.log ?? "");
  if (key === null)
    throw new Failure(
      "input-refused",
      given === null
        ? `You see ${origin} for the first time; give its key with --log, as its owner handed it out`
        : "--log is no key of a log; it looks like log.example+1a2b3c4d+AQ…",
    );
  if (key.name !== origin)
    throw new Failure(
      "input-refused",
      `This checkpoint is of ${origin}, and the key of ${key.name}`,
    );
  if (before !== null && before.log !== formatKey(key) && !isLogReplaced)
    throw new Failure(
      "conflict",
      `The key of ${origin} is another than the one you know; where its owner told you so himself, give --replace-log`,
    );
  return key;
}

/** Throws where the newer tree does not begin with the one that was seen. */
function holdAgainst(
  before: Seen,
  { oldSize, proof, checkpoint }: NonNullable<ReturnType<typeof parseRequest>>,
): void {
  const { size, root, origin } = checkpoint;
  const seen = Buffer.from(before.root, "base64");
  if (size < before.size)
    throw new Failure(
      "conflict",
      `You signed ${before.size} entries of ${origin}, and this checkpoint has ${size}; ask for a newer one`,
    );
  const isSame = size === before.size && isSameHash(root, seen);
  const isGrown =
    size > before.size &&
    before.size === oldSize &&
    isConsistent(before.size, seen, size, root, proof);
  if (isSame || isGrown || before.size === 0) return;
  if (size > before.size && before.size !== oldSize)
    throw new Failure(
      "conflict",
      `You signed ${before.size} entries of ${origin} last, and this proof is from ${oldSize}; ask for one from ${before.size}: sanad checkpoint --from ${before.size}`,
    );
  throw new Failure(
    "integrity",
    `${origin} does not begin with the ${before.size} entries that you signed: its past was changed. Keep this file, and tell others`,
  );
}

function readMemory(file: string): Memory {
  if (!existsSync(file)) return { format: 1, seen: {} };
  const memory = JSON.parse(readFileSync(file, "utf8")) as Memory;
  if (memory.format !== 1)
    throw new Failure("unavailable", `${file} was written by a newer Sanad; update it`);
  return memory;
}
