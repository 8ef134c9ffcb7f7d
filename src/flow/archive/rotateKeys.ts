/**
 * The stories of `sanad keys rotate`: another master key, so that whoever had the old one opens nothing of this archive any
 * more; another signing key, that the old one signs over to. Both go on where they were cut short.
 */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { Failure } from "../../base/failure.ts";
import { formatKey } from "../../base/signedNote.ts";
import {
  type DailySecret,
  type Keyring,
  KEYS_FILE,
  readKeyring,
  unlock,
  type Wrap,
  wrapForPutAway,
  wrapMaster,
} from "../../ledger/keyring.ts";
import { readSuccession } from "../../ledger/ownKeys.ts";
import { type Key, makeKey } from "../../ledger/seal.ts";
import { sweep, type SweepGap } from "../../ledger/sweep.ts";
import {
  hasOldRecords,
  replaceMaster,
  replaceSigner,
  rewrapRecords,
  type TurnStep,
} from "../../ledger/turnKeys.ts";
import type { TurnGap } from "./sweepGaps.ts";
import { readKeyFile, type Session, type Surroundings } from "./session.ts";

export type Rotation = {
  /** One that was cut short went on; no other key was made. */
  readonly isResumed: boolean;
  readonly records: number;
  /** Ways that ended, since nobody brought what opens them. */
  readonly ended: readonly string[];
  /** Where keys as they were wrapped before could not be reached. */
  readonly gaps: readonly TurnGap[];
};

/** Whoever still reads old rows is waited for so long. */
const WAIT_MS = 20_000;

export type RotateOptions = {
  /** The secret that unlocked, and further ones that are at hand. */
  readonly secrets: readonly DailySecret[];
  readonly isEndingOthers: boolean;
  readonly step: (done: number) => void;
  readonly onStep?: (step: TurnStep) => void;
};

/** Replaces the master key, or goes on with a replacement that was cut short. */
export async function rotateMaster(
  { archive, actor }: Session,
  around: Surroundings,
  { secrets, isEndingOthers, step, onStep = () => undefined }: RotateOptions,
): Promise<Rotation> {
  if (await hasOldRecords(archive)) {
    const { done: records, unopened } = await rewrapRecords(archive, step);
    // Where all that is left does not open, there is nothing to go on with.
    if (records > 0 || unopened === 0) {
      const gaps = [...unopenedGap(unopened), ...(await sweep(archive, WAIT_MS))];
      return { isResumed: true, records, ended: [], gaps: [...new Set(gaps)] };
    }
  }
  const keyring = readKeyring(join(archive.folder, KEYS_FILE));
  const master = makeKey();
  const wraps = await wrapAnew(keyring, master, secrets, { around, isEndingOthers });
  const at = around.now();
  const turned = await replaceMaster(
    archive,
    keyring,
    { master, wraps },
    { by: actor, at, onStep },
  );
  // The master key is another from here on: what fails now is told as left, and thrown no more.
  const gaps = new Set<TurnGap>(turned.isSettled ? [] : ["ways"]);
  let records = 0;
  const count = (done: number): void => {
    records = done;
    step(done);
  };
  const rewrapped = await rewrapRecords(turned.archive, count).catch(() => null);
  for (const gap of rewrapped === null ? ["wraps" as const] : unopenedGap(rewrapped.unopened))
    gaps.add(gap);
  onStep("wrapped");
  for (const gap of await sweep(turned.archive, WAIT_MS)) gaps.add(gap);
  const kept = new Set(wraps.map(({ id }) => id));
  const ended = keyring.wraps.map(({ id }) => id).filter((id) => !kept.has(id));
  return { isResumed: false, records, ended, gaps: [...gaps] };
}

function unopenedGap(unopened: number): readonly TurnGap[] {
  return unopened > 0 ? ["class-keys"] : [];
}

/** Replaces the key that signs checkpoints; answers with the new one, as others write it down. */
export async function rotateSigning(
  { archive, actor }: Session,
  around: Surroundings,
): Promise<{ readonly from: string; readonly to: string; readonly gaps: readonly SweepGap[] }> {
  const note = await replaceSigner(archive, { by: actor, at: around.now() });
  const gaps = await sweep(archive, WAIT_MS);
  const link = readSuccession(note);
  if (link === null) throw new RangeError("A succession that was just made does not hold");
  return { from: formatKey(link.from), to: formatKey(link.to), gaps };
}

type Asking = { readonly around: Surroundings; readonly isEndingOthers: boolean };

/** Every way that can be kept, for another master key: words and shares by their public key, the others by their secret. */
async function wrapAnew(
  keyring: Keyring,
  master: Key,
  secrets: readonly DailySecret[],
  asking: Asking,
): Promise<readonly Wrap[]> {
  const wraps: Wrap[] = [];
  for (const wrap of keyring.wraps) {
    const { id, since } = wrap;
    if (wrap.by === "words" || wrap.by === "shares") {
      wraps.push(await wrapForPutAway(keyring.archive, master, wrap, since, id));
      continue;
    }
    const secret =
      (await findSecret(keyring, wrap, secrets)) ?? (await askSecret(keyring, wrap, asking));
    if (secret !== null) wraps.push(await wrapMaster(keyring.archive, master, secret, since, id));
  }
  return wraps;
}

async function findSecret(
  keyring: Keyring,
  wrap: Wrap,
  secrets: readonly DailySecret[],
): Promise<DailySecret | null> {
  for (const secret of secrets) {
    try {
      await unlock({ ...keyring, wraps: [wrap] }, secret);
      return secret;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
    }
  }
  return null;
}

/** Asks for what opens a way; null where it is to end. */
async function askSecret(
  keyring: Keyring,
  wrap: Wrap,
  { around, isEndingOthers }: Asking,
): Promise<DailySecret | null> {
  if (isEndingOthers) return null;
  const { ask } = around;
  if (ask === null)
    throw new Failure(
      "forbidden",
      `Nobody can be asked for what opens ${wrap.id}; set SANAD_PASSPHRASE and SANAD_KEY_FILE, or end it with --end-others`,
    );
  for (;;) {
    const secret = await askOnce(wrap, around.folder, ask);
    if (secret === null || (await findSecret(keyring, wrap, [secret])) !== null) return secret;
  }
}

async function askOnce(
  wrap: Wrap,
  folder: string,
  ask: NonNullable<Surroundings["ask"]>,
): Promise<DailySecret | null> {
  if (wrap.by === "passphrase") {
    const passphrase = await ask(`Passphrase of ${wrap.id} (empty: this way ends): `, true);
    return passphrase === "" ? null : { kind: "passphrase", passphrase };
  }
  const path = (await ask(`Key file of ${wrap.id} (empty: this way ends): `, false)).trim();
  return path === "" ? null : { kind: "key-file", bytes: readKeyFile(resolve(folder, path)) };
}

/** What unlocks beside the secret that was used: the settings may name a passphrase and a key file. */
export function secretsAtHand(
  { env, folder }: Surroundings,
  used: DailySecret,
): readonly DailySecret[] {
  const [file, passphrase] = [env["SANAD_KEY_FILE"], env["SANAD_PASSPHRASE"]];
  return [
    used,
    ...(file === undefined || !existsSync(resolve(folder, file))
      ? []
      : [{ kind: "key-file", bytes: readKeyFile(resolve(folder, file)) } as const]),
    ...(passphrase === undefined ? [] : [{ kind: "passphrase", passphrase } as const]),
  ];
}
