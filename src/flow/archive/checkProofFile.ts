/** The story of `sanad verify PROOF`: needs no archive, no database and no secret. */
import { createHmac } from "node:crypto";
import { Failure } from "../../base/failure.ts";
import { checkProof, parseProof } from "../../base/proof.ts";
import { findSignature, formatKey, parseKey, parseNote } from "../../base/signedNote.ts";
import { readCosignerKey } from "../../ledger/cosignatures.ts";
import { parseLeaf } from "../../ledger/leaf.ts";
import { followForth } from "../../ledger/ownKeys.ts";
import type { EntryProof } from "../../ledger/proveEntry.ts";

/** What a file of `sanad prove` shows. */
export type FileVerdict = HeldProof | { readonly holds: false; readonly why: string };

/** A proof that holds, and of what. */
export type HeldProof = {
  readonly holds: true;
  readonly index: number;
  /** What the leaf says of the entry: its kind, its id, the day. */
  readonly kind: string;
  readonly id: string;
  readonly on: string;
  readonly size: number;
  readonly origin: string;
  readonly key: string;
  readonly isKeyGiven: boolean;
  readonly isShown: boolean;
  /** Who cosigned its checkpoint and when; `isKnown` where their key was given. */
  readonly cosigned: readonly Cosignature[];
};

type Cosignature = {
  readonly name: string;
  readonly key: string;
  readonly at: string;
  readonly isKnown: boolean;
};

/** Checks a proof with the keys that were handed out, else with those it names itself. */
export function checkProofFile(
  text: string,
  given: string | null,
  cosigner: string | null = null,
): FileVerdict {
  const file = parseFile(text);
  const proof = parseProof(file.proof);
  const key = parseKey(given ?? file.key);
  if (given !== null && key === null)
    throw new Failure(
      "input-refused",
      "--key is no key of a log; it looks like log.example+1a2b3c4d+AQ…",
    );
  if (proof === null || key === null) return { holds: false, why: "it is not whole" };
  const verdict = checkProof(proof, followForth(key, file.successions ?? []));
  if (!verdict.holds) return verdict;
  const { index } = proof;
  const { kind, id, on, mac } = parseLeaf(proof.leaf, index);
  if (file.shown !== null) {
    const shown = createHmac("sha256", Buffer.from(file.shown.macKey, "base64")).update(
      file.shown.body,
    );
    if (shown.digest("base64") !== mac)
      return { holds: false, why: "what it shows is not what was entered" };
  }
  const cosigned = cosignaturesOf(proof.checkpoint, file.cosigners ?? [], cosigner);
  if (cosigner !== null && !cosigned.some(({ isKnown }) => isKnown))
    return { holds: false, why: "it is not signed by the cosigner whose key you gave" };
  const { size, origin } = verdict;
  return {
    holds: true,
    index,
    kind,
    id,
    on,
    size,
    origin,
    key: file.key,
    isKeyGiven: given !== null,
    isShown: file.shown !== null,
    cosigned,
  };
}

function cosignaturesOf(
  checkpoint: string,
  named: readonly string[],
  given: string | null,
): readonly Cosignature[] {
  const note = parseNote(checkpoint);
  const known = given === null ? null : formatKey(readCosignerKey(given));
  return [...new Set([...(known === null ? [] : [known]), ...named])].flatMap((text) => {
    const key = parseKey(text);
    if (note === null || key === null) return [];
    const { isValid, seconds } = findSignature(note, key);
    if (!isValid || seconds === null) return [];
    const at = new Date(seconds * 1000).toISOString();
    return [{ name: key.name, key: text, at, isKnown: text === known }];
  });
}

function parseFile(text: string): EntryProof {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    throw refuse(error);
  }
  if (!isObject(file) || file["format"] !== "sanad-proof/1") throw refuse(null);
  const { key, proof, shown, successions, cosigners } = file;
  if (typeof key !== "string" || typeof proof !== "string") throw refuse(null);
  return {
    format: "sanad-proof/1",
    key,
    proof,
    shown: parseShown(shown),
    successions: parseTexts(successions),
    cosigners: parseTexts(cosigners),
  };
}

function parseTexts(value: unknown): readonly string[] {
  if (value === undefined) return [];
  if (!Array.isArray(value) || !value.every((one) => typeof one === "string")) throw refuse(null);
  return value;
}

function parseShown(shown: unknown): EntryProof["shown"] {
  if (shown === null) return null;
  if (!isObject(shown)) throw refuse(null);
  const { body, macKey } = shown;
  if (typeof body !== "string" || typeof macKey !== "string") throw refuse(null);
  return { body, macKey };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function refuse(cause: unknown): Failure {
  return new Failure(
    "input-refused",
    "This is no proof; hand in the file that sanad prove printed",
    { cause },
  );
}
