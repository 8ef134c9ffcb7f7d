/**
 * In: what a list says somebody was charged with. Out: the charges of the packs that it names, as bits of a number, and what two such say.
 * Never: takes two charges of one kind (two ways to call a political case) for a contradiction.
 */
import { foldForSearch } from "../base/foldForSearch.ts";
import type { Weights } from "./linkModel.ts";

export type Charges = {
  /** Charges that words name; 0 for none that is known. */
  readonly find: (text: string) => number;
  /** Bits that two charges speak for one person. */
  readonly compare: (a: number, b: number) => number;
};

type Charge = {
  readonly id: string;
  readonly kind: string;
  readonly names: readonly string[];
};

/** Charges beyond these are not told apart. */
const MOST = 31;
const UNKNOWN = "unknown";

export function compileCharges(
  rows: Readonly<Record<string, unknown>>,
  weights: Weights["charge"],
): Charges {
  const charges = Object.entries(rows)
    .filter(([path]) => path.startsWith("country/"))
    .flatMap(([, content]) => chargesOf(content))
    .filter(({ id }) => id !== UNKNOWN)
    .slice(0, MOST);
  const kinds = new Map<string, number>();
  charges.forEach(({ kind }, at) => kinds.set(kind, (kinds.get(kind) ?? 0) | (1 << at)));
  const known = new Map<string, number>();
  const kindsOf = (charge: number): number =>
    [...kinds.values()].reduce((all, kind) => ((kind & charge) === 0 ? all : all | kind), 0);
  return {
    find(text) {
      const before = known.get(text);
      if (before !== undefined) return before;
      const folded = ` ${foldForSearch(text)} `;
      let found = 0;
      charges.forEach(({ names }, at) => {
        if (names.some((name) => folded.includes(` ${name} `))) found |= 1 << at;
      });
      known.set(text, found);
      return found;
    },
    compare(a, b) {
      if (a === 0 || b === 0) return 0;
      const shared = a & b;
      if (shared === 0) return (kindsOf(a) & b) === 0 ? weights.other : 0;
      const share = charges.reduce(
        (least, { id }, at) =>
          (shared & (1 << at)) === 0 ? least : Math.min(least, weights.shares[id] ?? weights.share),
        1,
      );
      return Math.log2(weights.same / share);
    },
  };
}

function chargesOf(content: unknown): readonly Charge[] {
  if (!isItem(content) || content["kind"] !== "charges" || !Array.isArray(content["items"]))
    return [];
  return content["items"].filter(isItem).map((item) => ({
    id: textOf(item["id"]),
    kind: textOf(item["report_category"]),
    names: ["en", "fa", "variants_latin", "variants_fa"]
      .flatMap((key) => item[key] ?? [])
      .filter((name): name is string => typeof name === "string")
      .map(foldForSearch)
      .filter((name) => name !== ""),
  }));
}

function isItem(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
