/**
 * The archive's own keys: what recognises captures, what names namings and tellings, and what signs checkpoints. They are kept
 * wrapped by the master key; archives of an earlier version derive them from it until the master key is replaced.
 */
import { sql } from "kysely";
import {
  findSignature,
  formatKey,
  formatNote,
  makeSigner,
  type NoteKey,
  type NoteSigner,
  parseKey,
  parseNote,
  signNote,
} from "../base/signedNote.ts";
import { Failure } from "../base/failure.ts";
import type { Database, InTransaction } from "./database.ts";
import { deriveKey, type Key, makeKey, open, seal } from "./seal.ts";

/** What is named by a keyed hash, under a key of its own. */
export type Named = "mentions" | "tellings";

export type OwnKeys = {
  readonly capture: Key;
  readonly names: Readonly<Record<Named, Key>>;
  /** Seed of the key that signs now, and how many there were with it. */
  readonly seed: Key;
  readonly number: number;
  /** Earlier signing keys that the present one stands for, the last first, and the notes that say so. */
  readonly past: readonly NoteKey[];
  readonly successions: readonly string[];
};

/** What is kept of them. */
type KeptKeys = Pick<OwnKeys, "capture" | "names" | "seed" | "number">;

type Row = {
  readonly name: "capture" | "checkpoint" | Named;
  readonly number: number;
  readonly wrapped: Uint8Array | null;
  readonly public: string | null;
  readonly succession: string | null;
};

/** Reads them; throws `integrity` where the master key is another. */
export async function readOwnKeys(
  database: Database,
  workspace: string,
  origin: string,
  master: Key,
): Promise<OwnKeys> {
  const { rows } = await sql<Row>`select name, number, wrapped, public, succession
    from ledger.own_keys where workspace = ${workspace} order by number desc`.execute(database);
  const wrapping = wrappingKey(master);
  const opened = (row: Row | undefined): Key | null =>
    row?.wrapped == null
      ? null
      : open(wrapping, row.wrapped, placeOf(workspace, row.name, row.number));
  const signing = rows.filter(({ name }) => name === "checkpoint");
  const seed = opened(signing[0]) ?? deriveKey(master, "checkpoint");
  // Those that name came later than the others, both at once.
  const areNaming = rows.some(({ name }) => name === "mentions" || name === "tellings");
  const keyOf = (name: "capture" | Named): Key => {
    const row = rows.find((one) => one.name === name);
    if (row === undefined && (name === "capture" ? rows.length > 0 : areNaming))
      throw noOwnKey(name);
    return opened(row) ?? deriveKey(master, name);
  };
  const names = { mentions: keyOf("mentions"), tellings: keyOf("tellings") };
  const { past, successions } = followBack(makeSigner(origin, seed), signing);
  const number = signing[0]?.number ?? 1;
  return { capture: keyOf("capture"), names, seed, number, past, successions };
}

/** All of a kind are kept or, by an archive of an earlier version, none: with another key what is known would be entered again. */
function noOwnKey(name: string): Failure {
  return new Failure(
    "integrity",
    `The archive's own key ${name} is missing from its database; restore a backup into another folder`,
  );
}

/** Keeps them under a master key, whatever they were kept under before. */
export async function storeOwnKeys(
  one: InTransaction,
  workspace: string,
  origin: string,
  { capture, names, seed, number }: KeptKeys,
  master: Key,
): Promise<void> {
  const rows = [
    { name: "capture", number: 1, key: capture, shown: null },
    { name: "mentions", number: 1, key: names.mentions, shown: null },
    { name: "tellings", number: 1, key: names.tellings, shown: null },
    { name: "checkpoint", number, key: seed, shown: formatKey(makeSigner(origin, seed)) },
  ] as const;
  for (const { name, number: at, key, shown } of rows) {
    const wrapped = seal(wrappingKey(master), key, placeOf(workspace, name, at));
    await sql`insert into ledger.own_keys (workspace, name, number, wrapped, public)
      values (${workspace}, ${name}, ${at}, ${wrapped}, ${shown})
      on conflict (workspace, name, number) do update set wrapped = excluded.wrapped, public = excluded.public`.execute(
      one,
    );
  }
}

/** The first ones of a new archive. */
export function makeOwnKeys(): KeptKeys {
  const names = { mentions: makeKey(), tellings: makeKey() };
  return { capture: makeKey(), names, seed: makeKey(), number: 1 };
}

/** Puts another signing key in the place of the present one, whose secret part is destroyed. */
export async function replaceSigning(
  one: InTransaction,
  workspace: string,
  own: OwnKeys,
  next: { readonly signer: NoteSigner; readonly seed: Key; readonly succession: string },
  master: Key,
): Promise<void> {
  const { name: origin } = next.signer;
  const number = own.number + 1;
  await storeOwnKeys(one, workspace, origin, own, master);
  await sql`update ledger.own_keys set wrapped = null
    where workspace = ${workspace} and name = 'checkpoint'`.execute(one);
  const wrapped = seal(wrappingKey(master), next.seed, placeOf(workspace, "checkpoint", number));
  await sql`insert into ledger.own_keys values
    (${workspace}, 'checkpoint', ${number}, ${wrapped}, ${formatKey(next.signer)}, ${next.succession})`.execute(
    one,
  );
}

const SUCCESSION = "sanad succession v1";

/** The note by which a log's key signs over to the next: both sign it. */
export function formatSuccession(from: NoteSigner, to: NoteSigner): string {
  const text = `${SUCCESSION}\n${from.name}\n${formatKey(from)}\n${formatKey(to)}\n`;
  return formatNote({ text, signatures: [signNote(text, from), signNote(text, to)] });
}

/** Which key signed over to which; null where the note is none, or either has not signed it. */
export function readSuccession(
  text: string,
): { readonly from: NoteKey; readonly to: NoteKey } | null {
  const note = parseNote(text);
  const [head, origin, old = "", fresh = ""] = note?.text.split("\n") ?? [];
  const [from, to] = [parseKey(old), parseKey(fresh)];
  if (note === null || from === null || to === null || head !== SUCCESSION) return null;
  const isWhole = from.name === origin && to.name === origin;
  const isSigned = findSignature(note, from).isValid && findSignature(note, to).isValid;
  return isWhole && isSigned ? { from, to } : null;
}

/** The key that a key signed over to, and that one to the next, as far as the notes go. */
export function followForth(key: NoteKey, successions: readonly string[]): NoteKey {
  return successions.reduce((known, text) => {
    const link = readSuccession(text);
    return link !== null && formatKey(link.from) === formatKey(known) ? link.to : known;
  }, key);
}

/** Earlier keys as far as the chain of notes holds from the present one back. */
function followBack(present: NoteKey, rows: readonly Row[]): Pick<OwnKeys, "past" | "successions"> {
  const past: NoteKey[] = [];
  const successions: string[] = [];
  let key = present;
  for (const { succession } of rows) {
    const link = succession === null ? null : readSuccession(succession);
    if (succession === null || link === null || formatKey(link.to) !== formatKey(key)) break;
    past.push(link.from);
    successions.unshift(succession);
    key = link.from;
  }
  return { past, successions };
}

function wrappingKey(master: Key): Key {
  return deriveKey(master, "own-keys");
}

function placeOf(workspace: string, name: string, number: number): string {
  return `${workspace}/own/${name}/${number}`;
}
