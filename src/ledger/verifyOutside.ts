/**
 * In: an archive. Out: what its tiles and its cosigners say of it, where that does not agree with the ledger, by name.
 * Never: counts a signature of somebody who is not trusted, or one that does not hold.
 */
import { parseCheckpoint } from "../base/checkpoint.ts";
import { Failure } from "../base/failure.ts";
import { findSignature, parseKey, parseNote } from "../base/signedNote.ts";
import { type Archive, isOwnNote } from "./archive.ts";
import { beginsWith, type Cosigner, readCosigners } from "./cosignatures.ts";
import { checkTiles, tileFolder } from "./tiles.ts";

/** What somebody outside saw: the ledger still begins with it. */
export type Seen = { readonly name: string; readonly size: number; readonly at: string };

export type Outside = {
  readonly seen: readonly Seen[];
  readonly faults: readonly { readonly where: string; readonly what: string }[];
};

/** Holds tiles and cosigned checkpoints against the ledger. */
export async function verifyOutside(archive: Archive): Promise<Outside> {
  const faults: { where: string; what: string }[] = [];
  try {
    await checkTiles(archive, tileFolder(archive.folder), (path, what) => {
      faults.push({ where: `tile ${path}`, what });
    });
    const seen: Seen[] = [];
    for (const cosigner of await readCosigners(archive)) {
      const found = await checkCosigner(archive, cosigner);
      if (typeof found === "string")
        faults.push({ where: `cosigned checkpoint of ${cosigner.name}`, what: found });
      else if (found !== null) seen.push(found);
    }
    return { seen, faults };
  } catch (error) {
    // What cannot be read is named where the ledger itself is looked at.
    const what = error instanceof Failure ? error.message : "the database cannot read it";
    return { seen: [], faults: [...faults, { where: "tiles and cosigners", what }] };
  }
}

/** What a cosigner saw, why it does not hold, or null where they saw nothing yet. */
async function checkCosigner(
  archive: Archive,
  { name, key, seen }: Cosigner,
): Promise<Seen | string | null> {
  if (seen === null) return null;
  const note = parseNote(seen.note);
  const checkpoint = note === null ? null : parseCheckpoint(note.text);
  const known = parseKey(key);
  if (note === null || checkpoint === null || known === null) return "is no checkpoint";
  if (!isOwnNote(archive, note)) return "is not signed by this archive's key";
  if (!findSignature(note, known).isValid) return "is not signed by them";
  if (!(await beginsWith(archive, checkpoint)))
    return `the ledger does not begin with the ${checkpoint.size} entries that it signed`;
  return { name, size: checkpoint.size, at: seen.at };
}
