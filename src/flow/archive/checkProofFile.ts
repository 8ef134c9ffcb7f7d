/** The story of `sanad verify PROOF`: needs no archive, no database and no secret. */
import { createHmac } from "node:crypto";
import { Failure } from "../../base/failure.ts";
import { checkProof, parseProof } from "../../base/proof.ts";
import { parseKey } from "../../base/signedNote.ts";
import { parseLeaf } from "../../ledger/leaf.ts";
import { followForth } from "../../ledger/ownKeys.ts";
import type { EntryProof } from "../../ledger/proveEntry.ts";

/** What a file of `sanad prove` shows. */
export type FileVerdict =
  | {
      readonly holds: true;
      readonly index: number;
      readonly size: number;
      readonly origin: string;
      readonly key: string;
      readonly isKeyGiven: boolean;
      readonly isShown: boolean;
    }
  | { readonly holds: false; readonly why: string };

/** Checks a proof with the key that was handed out, else with the one it names itself. */
export function checkProofFile(text: string, given: string | null): FileVerdict {
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
  if (file.shown !== null) {
    const mac = createHmac("sha256", Buffer.from(file.shown.macKey, "base64")).update(
      file.shown.body,
    );
    if (mac.digest("base64") !== parseLeaf(proof.leaf, index).mac)
      return { holds: false, why: "what it shows is not what was entered" };
  }
  const { size, origin } = verdict;
  return {
    holds: true,
    index,
    size,
    origin,
    key: file.key,
    isKeyGiven: given !== null,
    isShown: file.shown !== null,
  };
}

function parseFile(text: string): EntryProof {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    throw refuse(error);
  }
  if (!isObject(file) || file["format"] !== "sanad-proof/1") throw refuse(null);
  const { key, proof, shown, successions } = file;
  if (typeof key !== "string" || typeof proof !== "string") throw refuse(null);
  const own = { format: "sanad-proof/1", key, proof, shown: parseShown(shown) } as const;
  if (successions === undefined) return own;
  if (!Array.isArray(successions) || !successions.every((one) => typeof one === "string"))
    throw refuse(null);
  return { ...own, successions };
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
