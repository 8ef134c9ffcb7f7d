import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";

/** A gold claim as its file has it; docs/scoring.md says how each field is held against the claim's JSON. */
export type GoldClaim = {
  readonly id: string;
  readonly file: string;
  readonly published: string | null;
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly quantity: GoldQuantity | null;
  readonly period: { readonly from: string | null; readonly to: string | null } | null;
  readonly attribution: {
    readonly source: string | null;
    readonly type: string;
    readonly chain?: readonly string[];
  };
  /** Places of the event; empty where none was annotated. */
  readonly place?: readonly string[];
  /** Prisons named in the claim's words; absent where they were not annotated. */
  readonly prison?: readonly string[];
  readonly modality: string;
  readonly persons: readonly (string | { readonly name: string })[];
  readonly optional?: boolean;
};

export type GoldQuantity = {
  /** The number's words; null where nothing is written and one is meant ("her murder"). */
  readonly text: string | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly approx: boolean;
};

/** A report with its gold claims. `style` is the folder it lies in. */
export type GoldCase = {
  readonly path: string;
  readonly style: string;
  readonly bytes: Uint8Array;
  readonly published: string | null;
  readonly claims: readonly GoldClaim[];
};

/** Reads every .jsonl below a folder with the text beside it (or below `texts`); a text without claims has an empty .jsonl. */
export function readGold(folder: string, texts: string | null): readonly GoldCase[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".jsonl"))
    .sort()
    .flatMap((file) => readCases(folder, file, texts));
}

function readCases(folder: string, file: string, texts: string | null): readonly GoldCase[] {
  const lines = readFileSync(join(folder, file), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
  const claims = lines.map((line) => JSON.parse(line) as GoldClaim);
  const names = new Set(claims.map((claim) => claim.file));
  if (names.size === 0) names.add(basename(file).replace(/\.jsonl$/, ".txt"));
  return [...names].map((name) => {
    const path = findText(name, [join(folder, dirname(file)), ...(texts === null ? [] : [texts])]);
    const own = claims.filter((claim) => claim.file === name);
    return {
      path,
      style: relative(".", dirname(path)).split("/").at(-1) ?? "",
      bytes: readFileSync(path),
      published: own.find((claim) => claim.published !== null)?.published ?? null,
      claims: own,
    };
  });
}

function findText(name: string, folders: readonly string[]): string {
  const found = folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
  if (found !== undefined) return found;
  throw new Error(`${name} lies neither beside its gold nor in the folder given with --texts`);
}
