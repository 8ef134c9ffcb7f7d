/** The file of a backup: lines, packed with gzip, encrypted with age (https://age-encryption.org/v1) unless told otherwise. */
import { randomBytes } from "node:crypto";
import {
  createReadStream,
  createWriteStream,
  openSync,
  readdirSync,
  readSync,
  closeSync,
  rmSync,
  statSync,
  utimes,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { createGunzip, createGzip } from "node:zlib";
import { Decrypter, Encrypter } from "age-encryption";
import { Failure } from "../base/failure.ts";
import { checkedLines } from "./backupLines.ts";
import { placeDurably } from "./durable.ts";
import { isRunning } from "./holder.ts";
import { passphraseIdentity, passphraseRecipient } from "./backupLock.ts";
import { identityOf } from "./recovery.ts";

/** Who may open the file: whoever knows the passphrase or has put words away, or has the identity of one of the recipients. */
export type Lock =
  | {
      readonly kind: "passphrase";
      readonly passphrase: string;
      /** Public keys of recovery words and shares that open it too. */
      readonly recovery?: readonly string[];
    }
  | { readonly kind: "recipients"; readonly recipients: readonly string[] }
  | { readonly kind: "none" };

/** What opens it again: one of these. */
export type Opener = {
  readonly passphrase: string | null;
  readonly identity: string | null;
  /** Seed of recovery words or shares. */
  readonly seed?: Uint8Array | null;
};

const AGE = "age-encryption.org/v1";
const GZIP = "\u001f\u008b";

/**
 * Writes a file whole or not at all, and over none that is there; `beforeNamed` runs when all of it is on the disk and before it has its
 * name.
 */
export async function writeBackup(
  file: string,
  lines: AsyncIterable<string>,
  lock: Lock,
  beforeNamed: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  clearDrafts(file);
  const draft = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  try {
    // Whom it is for is looked at before anything is read or written.
    const encrypter = lock.kind === "none" ? null : encrypterFor(lock);
    const packed = createGzip({ level: 6 });
    const packing = pipeline(Readable.from(lines), packed);
    packing.catch(() => undefined);
    const from = encrypter === null ? packed : Readable.fromWeb(await encrypt(packed, encrypter));
    const out = createWriteStream(draft, { mode: 0o600, flush: true });
    // An error of either ends both, and is told.
    await Promise.all([packing, pipeline(from, out)]);
    await keepTouched(draft, async () => {
      await readBack(draft, lock);
      await beforeNamed();
    });
    if (!placeDurably(draft, file))
      throw new Failure("conflict", `${file} is there already; nothing was written over it`);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** What a backup of that name left that was killed. One that another machine is writing was written to a moment ago. */
function clearDrafts(file: string): void {
  const [folder, name] = [dirname(file), basename(file)];
  for (const other of readdirSync(folder)) {
    if (!other.startsWith(`${name}.`)) continue;
    const [, pid] = /^\.(\d+)\.[0-9a-f]{8}$/.exec(other.slice(name.length)) ?? [];
    if (pid === undefined || isRunning({ pid: Number(pid), since: null })) continue;
    const path = join(folder, other);
    // Another one may have cleared it since it was listed.
    const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - written > LEFT_MS) rmSync(path, { force: true });
  }
}

const LEFT_MS = 60 * 60 * 1000;
const TOUCH_MS = 60 * 1000;

/** Does what takes its time with a draft that is written whole: nobody on another machine must take it for left. */
async function keepTouched(draft: string, work: () => Promise<void>): Promise<void> {
  const touching = setInterval(() => {
    const now = new Date();
    utimes(draft, now, now, () => undefined);
  }, TOUCH_MS);
  try {
    await work();
  } finally {
    clearInterval(touching);
  }
}

/** What reached the disk is what was written. Only recipients can look into what was encrypted for them. */
async function readBack(file: string, lock: Lock): Promise<void> {
  if (lock.kind === "recipients") return;
  const passphrase = lock.kind === "passphrase" ? lock.passphrase : null;
  for await (const line of checkedLines(readBackup(file, { passphrase, identity: null })))
    void line;
}

function encrypterFor(lock: Exclude<Lock, { kind: "none" }>): Encrypter {
  const encrypter = new Encrypter();
  if (lock.kind === "recipients")
    for (const recipient of lock.recipients) addRecipient(encrypter, recipient);
  else if (lock.recovery === undefined || lock.recovery.length === 0) {
    encrypter.setPassphrase(lock.passphrase);
    encrypter.setScryptWorkFactor(passphraseWork);
  } else {
    encrypter.addRecipient(passphraseRecipient(lock.passphrase));
    for (const recipient of lock.recovery) encrypter.addRecipient(recipient);
  }
  return encrypter;
}

async function encrypt(packed: Readable, encrypter: Encrypter): Promise<ReadableStream> {
  return (await encrypter.encrypt(webOf(packed))) as unknown as ReadableStream;
}

/** How much a guess at a passphrase that stands alone costs, as a power of two; a second, and the memory of a small program. */
let passphraseWork = 18;

/** For tests, which make many backups that nobody guesses at. */
export function setPassphraseWork(logN: number): void {
  passphraseWork = logN;
}

function addRecipient(encrypter: Encrypter, recipient: string): void {
  try {
    encrypter.addRecipient(recipient);
  } catch (error) {
    throw new Failure("input-refused", "--to must be a public key of age, such as age1…", {
      cause: error,
    });
  }
}

/** Lines of a file; throws `forbidden` where it cannot be opened with what was given. */
export async function* readBackup(file: string, opener: Opener): AsyncGenerator<string> {
  const isLocked = isEncrypted(file);
  if (!isLocked && !beginsWith(file, GZIP))
    throw new Failure(
      "input-refused",
      "This is no backup of an archive, or a newer Sanad made it; name a file that sanad backup wrote",
    );
  const raw = createReadStream(file);
  const opened = isLocked ? Readable.fromWeb(await decrypt(raw, opener)) : raw;
  const unpacked = createGunzip();
  const fails = new Transform({ transform: (chunk, _encoding, done) => done(null, chunk) });
  // An error of any of the three ends the reading of lines with it.
  pipeline(opened, unpacked, fails).catch((error: unknown) => fails.destroy(error as Error));
  try {
    yield* createInterface({ input: fails, crlfDelay: Number.POSITIVE_INFINITY });
  } catch (error) {
    throw new Failure(
      "integrity",
      "This backup is not whole: it was cut short or changed; nothing was restored",
      { cause: error },
    );
  }
}

/** Is there anything in the file that this opens? */
export async function isOpenedBy(file: string, opener: Opener): Promise<boolean> {
  const raw = createReadStream(file);
  try {
    await decrypt(raw, opener);
    return true;
  } catch (error) {
    if (error instanceof Failure && error.code === "forbidden") return false;
    throw error;
  } finally {
    raw.destroy();
  }
}

async function decrypt(
  raw: Readable,
  { passphrase, identity, seed = null }: Opener,
): Promise<ReadableStream> {
  const decrypter = new Decrypter();
  if (passphrase !== null) {
    decrypter.addPassphrase(passphrase);
    decrypter.addIdentity(passphraseIdentity(passphrase));
  }
  if (identity !== null) decrypter.addIdentity(identity);
  if (seed !== null) decrypter.addIdentity(identityOf(seed));
  try {
    return (await decrypter.decrypt(webOf(raw))) as unknown as ReadableStream;
  } catch (error) {
    throw new Failure(
      "forbidden",
      "The backup does not open with this passphrase or identity; SANAD_BACKUP_PASSPHRASE or --identity names another, --recover takes recovery words",
      {
        cause: error,
      },
    );
  }
}

function webOf(stream: Readable): globalThis.ReadableStream<Uint8Array> {
  return Readable.toWeb(stream) as unknown as globalThis.ReadableStream<Uint8Array>;
}

/** Was the file encrypted with age? */
export function isEncrypted(file: string): boolean {
  return beginsWith(file, AGE);
}

function beginsWith(file: string, letters: string): boolean {
  const head = Buffer.alloc(letters.length);
  const handle = openSync(file, "r");
  try {
    readSync(handle, head);
  } finally {
    closeSync(handle);
  }
  return head.toString("latin1") === letters;
}
