/** Which archive a command works in, what unlocks it, and who is working. */
import { serverOf } from "./serverOf.ts";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { Failure } from "../../base/failure.ts";
import { appendAsSeen } from "../../ledger/append.ts";
import type { Archive } from "../../ledger/archive.ts";
import type { NewEntry } from "../../ledger/entryKinds.ts";
import { writeWhole } from "../../ledger/durable.ts";
import { restoreList } from "../../ledger/erasures.ts";
import { isId, makeId } from "../../ledger/ids.ts";
import {
  type DailySecret,
  isWrongPassphrase,
  type Secret,
  SHORTEST_PASSPHRASE,
} from "../../ledger/keyring.ts";
import { isDiskFull, nameOfFault, otherUsers } from "../../ledger/database.ts";
import { clusterFolder, isArchive, readArchiveFile } from "../../ledger/archiveFile.ts";
import {
  closeArchive,
  type EvidencePlace,
  makeArchive,
  openArchive,
} from "../../ledger/openArchive.ts";
import type { EvidenceLogin } from "../../ledger/s3Store.ts";
import { stopEmbedded } from "../../ledger/postgres/startEmbedded.ts";
import { type Striking, sweep } from "../../ledger/sweep.ts";
import { findActor, isActor } from "../../ledger/views.ts";
import { tellGap } from "./sweepGaps.ts";

export type { Secret };
export { databaseFailure, isDiskFull } from "../../ledger/database.ts";
export { isArchive } from "../../ledger/archiveFile.ts";
export { closeArchive };

/** What a command is told, and how it may ask a person. */
export type Surroundings = {
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly given: string | null;
  /** Asks on the terminal; null where nobody sits there. `isSecret` hides what is typed. */
  readonly ask: ((question: string, isSecret: boolean) => Promise<string>) | null;
  readonly now: () => string;
  /** Told how many entries are done while views are made again for a newer version, and null when all are. */
  readonly rebuilding?: (done: number | null) => void;
  /** Told when the database of a new archive is begun, and when it is there. */
  readonly making?: (isBegun: boolean) => void;
  /** Told when an archive begins to be opened, which may start its database, and when it is open or is not to be. */
  readonly opening?: (isBegun: boolean) => void;
  /** Told how far an erasure that was cut short is taken to its end. */
  readonly striking?: Striking;
  /** Told what goes on all the same and that somebody must see to. */
  readonly warn?: (message: string) => void;
};

/** An open archive and the pseudonym of whoever works. */
export type Session = { readonly archive: Archive; readonly actor: string };

/** `--archive`, else SANAD_ARCHIVE, else the current folder. */
export function archiveFolder({ folder, env, given }: Surroundings): string {
  return resolve(folder, given ?? env["SANAD_ARCHIVE"] ?? ".");
}

/** Opens the archive at hand for one who works in it. */
export async function openSession(around: Surroundings): Promise<Session> {
  return typedAgain(around, (secret) => openWith(around, secret));
}

/** Opens the archive at hand for one who only looks. */
export async function openToRead(around: Surroundings): Promise<Archive> {
  return typedAgain(around, (secret) => openAtHand(around, secret));
}

/** The same for one who holds what is there against the entries: nothing is made again before that. */
export async function openToVerify(around: Surroundings): Promise<Archive> {
  return typedAgain(around, (secret) => openAtHand(around, secret, true));
}

/** Who mistypes a passphrase is asked again; whoever types nothing gives up. */
async function typedAgain<T>(
  around: Surroundings,
  open: (secret: DailySecret) => Promise<T>,
): Promise<T> {
  // Where there is no archive nobody is asked for what unlocks it.
  folderAtHand(around);
  for (let left = TYPED_AGAIN; ; left--) {
    const secret = await secretOf(around, false);
    try {
      return await open(secret);
    } catch (error) {
      if (!isWrongPassphrase(error) || left === 0 || !isTyped(around, secret)) throw error;
      around.warn?.(error.message);
    }
  }
}

/** Times that a wrong passphrase is asked for again. */
const TYPED_AGAIN = 2;

function isTyped({ env, ask }: Surroundings, secret: DailySecret): boolean {
  if (ask === null || env["SANAD_PASSPHRASE"] !== undefined) return false;
  return secret.kind === "passphrase" && secret.passphrase !== "";
}

/** What an erasure that was cut short left behind is taken away first; where that is not possible now, later. */
async function openAtHand(
  around: Surroundings,
  secret: Secret,
  isVerifying = false,
): Promise<Archive> {
  const folder = folderAtHand(around);
  around.opening?.(true);
  const archive = await openArchive(folder, secret, serverOf(around.env), {
    rebuilding: around.rebuilding,
    isVerifying,
    login: loginOf(around),
    onUnsettled: (error) => around.warn?.(waysWait(error)),
    onDamaged: () => around.warn?.(SOME_DAMAGED),
  }).finally(() => around.opening?.(false));
  const faults: unknown[] = [];
  const gaps = await sweep(archive, 0, {
    striking: around.striking,
    onFault: (error) => faults.push(error),
  });
  const isListed = gaps.includes("list") || (await hasList(archive));
  // Of what the database could not do it is known here why.
  for (const gap of isListed ? gaps : [...gaps, "list" as const])
    around.warn?.(
      gap !== "traces"
        ? tellGap(gap)
        : faults.some(isDiskFull)
          ? TRACES_NEED_ROOM
          : tracesStay(faults),
    );
  return archive;
}

/** A list of erasures that went is written again; false where it cannot be. */
async function hasList(archive: Archive): Promise<boolean> {
  return restoreList(archive).then(
    () => true,
    () => false,
  );
}

/** The ways of before a change still open the archive, and why that is so. */
export function waysWait(error: unknown): string {
  return isDiskFull(error)
    ? "The ways into the archive were changed, and keys.json still has those of before too, since the disk is full: make space, and the next sanad command takes them out"
    : `The ways into the archive were changed, and keys.json still has those of before too, since it could not be written (${nameOfFault(error)}): let it be written to, and the next sanad command takes them out`;
}

/** Entries that could not be made into rows again. */
export const SOME_DAMAGED =
  "Some entries are damaged, and what they say is not found any more; sanad verify names them. Keep the backups that were made before";

const TRACES_NEED_ROOM =
  "An erasure or a change of the keys is not finished: the disk is full, so that what it left in the database's files stays there; make space, and the next sanad command goes on with it";

function tracesStay(faults: readonly unknown[]): string {
  const why = faults.map(nameOfFault).join(", ");
  return `An erasure or a change of the keys is not finished (${why}): what it left in the database's files may stay there; the next sanad command goes on with it`;
}

/** Opens the archive at hand with a secret that was put away. */
export async function openWith(around: Surroundings, secret: Secret): Promise<Session> {
  return sessionOf(await openAtHand(around, secret), around);
}

/** Who cannot say who works here opens nothing: the archive is closed again, so that the command ends. */
async function sessionOf(archive: Archive, around: Surroundings): Promise<Session> {
  try {
    return { archive, actor: await actorOf(archive, around) };
  } catch (error) {
    await closeArchive(archive);
    throw error;
  }
}

/** The archive at hand; throws `not-found` where there is none. */
export function folderAtHand(around: Surroundings): string {
  const folder = archiveFolder(around);
  if (!isArchive(folder))
    throw new Failure(
      "not-found",
      `There is no archive in ${folder}; go to its folder, name it with --archive, or make one with sanad init`,
    );
  return folder;
}

/** Stops the embedded database of an archive; answers false where none ran. */
export async function stopDatabase(folder: string): Promise<boolean> {
  readArchiveFile(folder);
  return stopEmbedded(clusterFolder(folder));
}

/** Stops the embedded database and forgets who worked here last; needs no secret. */
export async function lockArchive(
  around: Surroundings,
): Promise<{ readonly folder: string; readonly hasRun: boolean; readonly isOnServer: boolean }> {
  const folder = folderAtHand(around);
  const hasRun = await stopEmbedded(clusterFolder(folder));
  rmSync(join(folder, ACTOR_FILE), { force: true });
  return { folder, hasRun, isOnServer: serverOf(around.env) !== null };
}

/** Makes an archive and names whoever works in it first. */
export async function initArchive(path: string, around: Surroundings): Promise<Session> {
  if (isArchive(path))
    throw new Failure("conflict", `${path} is an archive already; nothing was changed`);
  if (around.env["SANAD_ACTOR"] === undefined && around.ask === null) throw nobodyNamed();
  const secret = await secretOf(around, true);
  around.making?.(true);
  const archive = await makeArchive(path, [secret], {
    url: serverOf(around.env),
    at: around.now(),
    origin: null,
    evidence: evidenceOf(around),
  }).finally(() => around.making?.(false));
  const others = await otherUsers(archive.database);
  if (others.length > 0) around.warn?.(sharedWith(others));
  return sessionOf(archive, around);
}

function sharedWith(users: readonly string[]): string {
  return `These users of the server may read and change this archive too: ${users.join(", ")}; where they should not, docs/archive.md says what its keeper has to run`;
}

/** Where the evidence of a new archive is to be: SANAD_EVIDENCE, else its folder. */
export function evidenceOf(around: Surroundings): EvidencePlace {
  return { base: around.env["SANAD_EVIDENCE"] ?? null, login: loginOf(around) };
}

/** The names that every program of such stores reads. */
function loginOf({ env }: Surroundings): EvidenceLogin | null {
  const [accessKeyId, secretAccessKey] = [env["AWS_ACCESS_KEY_ID"], env["AWS_SECRET_ACCESS_KEY"]];
  if (accessKeyId === undefined || secretAccessKey === undefined) return null;
  const sessionToken = env["AWS_SESSION_TOKEN"] ?? null;
  return { accessKeyId, secretAccessKey, sessionToken, region: env["AWS_REGION"] ?? null };
}

/** SANAD_KEY_FILE, else SANAD_PASSPHRASE, else the person is asked. */
export async function secretOf(around: Surroundings, isNew: boolean): Promise<DailySecret> {
  const { env, ask } = around;
  const file = env["SANAD_KEY_FILE"];
  if (file !== undefined) return { kind: "key-file", bytes: readKeyFile(file) };
  if (isNew) return askNewPassphrase(around, "SANAD_PASSPHRASE");
  const given = env["SANAD_PASSPHRASE"];
  if (given !== undefined) return { kind: "passphrase", passphrase: given };
  if (ask === null)
    throw new Failure(
      "forbidden",
      "The archive is locked and nobody can be asked; set SANAD_PASSPHRASE or SANAD_KEY_FILE",
    );
  return { kind: "passphrase", passphrase: await ask("Passphrase: ", true) };
}

/** A passphrase that is made now: that of the setting, else the person types it twice. */
export async function askNewPassphrase(
  { env, ask, warn }: Surroundings,
  setting: "SANAD_PASSPHRASE" | "SANAD_NEW_PASSPHRASE",
): Promise<DailySecret> {
  const given = env[setting];
  if (given !== undefined) return { kind: "passphrase", passphrase: checked(given) };
  if (ask === null)
    throw new Failure(
      "forbidden",
      `Nobody can be asked for a new passphrase; set ${setting}, nothing was changed`,
    );
  // Who types one that does not do is asked again; whoever types nothing gives up.
  for (;;) {
    const typed = await ask("New passphrase: ", true);
    if (typed === "") checked(typed);
    const refused = refusalOf(typed);
    if (refused !== null) warn?.(refused);
    else if ((await ask("Once more: ", true)) === typed)
      return { kind: "passphrase", passphrase: typed };
    else warn?.("The two passphrases are not the same; type both again");
  }
}

function refusalOf(passphrase: string): string | null {
  return passphrase.length < SHORTEST_PASSPHRASE
    ? `A passphrase needs ${SHORTEST_PASSPHRASE} characters or more; six random words are good`
    : null;
}

function checked(passphrase: string): string {
  const refused = refusalOf(passphrase);
  if (refused !== null) throw new Failure("input-refused", refused);
  return passphrase;
}

/** The bytes of a key file that is there. */
export function readKeyFile(file: string): Uint8Array {
  if (!existsSync(file)) throw new Failure("not-found", `There is no key file ${file}`);
  const bytes = readFileSync(file);
  if (bytes.length < 32)
    throw new Failure("input-refused", `The key file ${file} has fewer than 32 bytes`);
  return bytes;
}

/** The one SANAD_ACTOR names, else who worked here last, else the person is asked once. */
async function actorOf(archive: Archive, around: Surroundings): Promise<string> {
  const { env, ask } = around;
  const file = join(archive.folder, ACTOR_FILE);
  const given = env["SANAD_ACTOR"];
  const last = given === undefined ? await lastActor(archive) : null;
  if (last !== null) return last;
  const name = given?.trim() ?? (ask === null ? "" : await askName(ask, around));
  if (name === "") throw nobodyNamed();
  const known = await findActor(archive, name);
  const actor = known ?? (await nameActor(archive, name, around));
  if (given === undefined) writeWhole(file, Buffer.from(`${actor}\n`));
  return actor;
}

/** Who worked here last; null where the file tells of nobody whom the archive knows, since all it holds goes into entries in clear. */
async function lastActor(archive: Archive): Promise<string | null> {
  const file = join(archive.folder, ACTOR_FILE);
  if (!existsSync(file)) return null;
  const told = readFileSync(file, "utf8").trim();
  return isId("a", told) && (await isActor(archive, told)) ? told : null;
}

/** Asks who is working, and again where nothing was typed. */
async function askName(
  ask: NonNullable<Surroundings["ask"]>,
  { warn }: Surroundings,
): Promise<string> {
  for (let left = NAME_AGAIN; ; left--) {
    const name = (await ask("Who is working? Name: ", false)).trim();
    if (name !== "" || left === 0) return name;
    warn?.("Every entry is somebody's: type a name, which may be an invented one");
  }
}

/** Times that a name is asked for again. */
const NAME_AGAIN = 4;

/** Who works here as far as it is known without asking; null where nobody is. */
export async function actorAtHand(archive: Archive, { env }: Surroundings): Promise<string | null> {
  const given = env["SANAD_ACTOR"];
  return given === undefined ? lastActor(archive) : findActor(archive, given);
}

function nobodyNamed(): Failure {
  return new Failure(
    "forbidden",
    "Every entry is somebody's, and nobody can be asked; set SANAD_ACTOR to a name",
  );
}

/** Pseudonym of whoever worked here last. */
const ACTOR_FILE = "actor";

async function nameActor(
  archive: Archive,
  name: string,
  { env, ask, now }: Surroundings,
): Promise<string> {
  const told =
    env["SANAD_ROLE"] ?? (await ask?.("In which role (documentation officer, editor, …)? ", false));
  const role = (told ?? "").trim() || "not said";
  let actor = makeId("a");
  const body = { actor, name, role };
  // Several commands of one who works here for the first time: the first of them names, the others find.
  const look = async (seen: Archive): Promise<readonly NewEntry[]> => {
    const known = await findActor(seen, name);
    if (known === null) return [{ kind: "actor-named", record: makeId("r"), by: actor, body }];
    actor = known;
    return [];
  };
  await appendAsSeen(archive, look, { at: now() });
  return actor;
}
