/** The file of a backup: lines, packed with gzip, encrypted with age (https://age-encryption.org/v1) unless told otherwise. */
import {
  createReadStream,
  createWriteStream,
  openSync,
  readSync,
  closeSync,
  renameSync,
  rmSync,
} from "node:fs";
import { createInterface } from "node:readline";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { createGunzip, createGzip } from "node:zlib";
import { Decrypter, Encrypter } from "age-encryption";
import { Failure } from "../base/failure.ts";
import { checkedLines } from "./backupLines.ts";
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

/** Writes a file whole or not at all. */
export async function writeBackup(
  file: string,
  lines: AsyncIterable<string>,
  lock: Lock,
): Promise<void> {
  const draft = `${file}.${process.pid}`;
  try {
    const packed = createGzip({ level: 6 });
    const packing = pipeline(Readable.from(lines), packed);
    const out = createWriteStream(draft, { mode: 0o600, flush: true });
    const from = lock.kind === "none" ? packed : Readable.fromWeb(await encrypt(packed, lock));
    // An error of either ends both, and is told.
    await Promise.all([packing, pipeline(from, out)]);
    await readBack(draft, lock);
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** What reached the disk is what was written. Only recipients can look into what was encrypted for them. */
async function readBack(file: string, lock: Lock): Promise<void> {
  if (lock.kind === "recipients") return;
  const passphrase = lock.kind === "passphrase" ? lock.passphrase : null;
  for await (const line of checkedLines(readBackup(file, { passphrase, identity: null })))
    void line;
}

async function encrypt(
  packed: Readable,
  lock: Exclude<Lock, { kind: "none" }>,
): Promise<ReadableStream> {
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
  const raw = createReadStream(file);
  const opened = isEncrypted(file) ? Readable.fromWeb(await decrypt(raw, opener)) : raw;
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
    throw new Failure("forbidden", "The backup does not open with this passphrase or identity", {
      cause: error,
    });
  }
}

function webOf(stream: Readable): globalThis.ReadableStream<Uint8Array> {
  return Readable.toWeb(stream) as unknown as globalThis.ReadableStream<Uint8Array>;
}

/** Was the file encrypted with age? */
export function isEncrypted(file: string): boolean {
  const head = Buffer.alloc(AGE.length);
  const handle = openSync(file, "r");
  try {
    readSync(handle, head);
  } finally {
    closeSync(handle);
  }
  return head.toString("latin1") === AGE;
}
