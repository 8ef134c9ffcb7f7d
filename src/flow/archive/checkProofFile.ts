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
  try {
    const file = JSON.parse(text) as EntryProof;
    if (file.format === "sanad-proof/1" && typeof file.proof === "string") return file;
  } catch (error) {
    throw refuse(error);
  }
  throw refuse(null);
}

function refuse(cause: unknown): Failure {
  return new Failure(
    "input-refused",
    "This is no proof; hand in the file that sanad prove printed",
    { cause },
  );
}
