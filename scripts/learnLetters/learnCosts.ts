import { compileLetters, type LetterRows } from "../../src/link/letters.ts";
import { learnTransducer, type Transducer } from "./learnTransducer.ts";

type Pair = readonly [from: string, to: string, weight: number];

/** What is believed of letters before any pair is seen, in bits: the learned cost never rises above it. */
type Beliefs = { readonly swap: number; readonly drop: number; readonly add: number } & {
  readonly pairs: readonly (readonly [from: string, to: string, bits: number])[];
};

const LATIN: Beliefs = {
  swap: 9,
  drop: 7,
  add: 7,
  pairs: [
    ["aeiouyE", "aeiouyE", 6],
    ["ae", "ae", 4.5],
    ["ao", "ao", 5],
    ["iy", "iy", 4],
    ["aeiouyE", "-", 5.5],
    ["-", "aeiouyE", 5.5],
    ["eoy", "-", 4.5],
    ["-", "eoy", 4.5],
    ["h", "-", 5],
    ["-", "h", 5],
    ["v", "uo", 4],
    ["uo", "v", 4],
    ["v", "-", 5],
    ["-", "v", 5],
    ["q", "kg", 3.5],
    ["kg", "q", 3.5],
    ["J", "jz", 3],
    ["jz", "J", 3],
    ["x", "kh", 4],
    ["kh", "x", 4],
    ["z", "s", 5],
    ["s", "z", 5],
    ["t", "d", 6.5],
    ["d", "t", 6.5],
    ["b", "p", 6],
    ["p", "b", 6],
    ["s", "t", 5],
    ["t", "s", 5],
    ["T", "st", 2],
    ["st", "T", 2],
    ["T", "h", 6],
    ["j", "d", 6],
    ["c", "$", 5],
    ["$", "cs", 5],
    ["n", "m", 7.5],
    ["m", "n", 7.5],
  ],
};
const CROSS: Beliefs = {
  swap: 9,
  drop: 7,
  add: 7,
  pairs: [
    ["AVY'", "aeiouyE", 3],
    ["AVY'", "-", 4],
    ["-", "aeo", 1],
    ["-", "iuEy", 3],
    ["V", "v", 0.5],
    ["h", "-", 3],
    ["-", "h", 4],
    ["q", "kg", 2],
    ["J", "j", 2.5],
    ["s", "t", 4],
    ["s", "T", 0.5],
    ["t", "T", 1.5],
    ["b", "p", 5],
    ["k", "g", 4],
    ["g", "k", 5],
    ["t", "d", 6],
    ["z", "s", 5],
  ],
};
/** Persian with Persian: too few pairs to learn from, so belief alone. */
const PERSIAN: Beliefs = {
  swap: 9,
  drop: 7.5,
  add: 7.5,
  pairs: [
    ["A", "-", 4.5],
    ["-", "A", 4.5],
    ["V", "-", 4.5],
    ["-", "V", 4.5],
    ["Y", "-", 5],
    ["-", "Y", 5],
    ["'", "-", 2],
    ["-", "'", 2],
    ["'", "A", 2.5],
    ["A", "'", 2.5],
    ["h", "-", 5],
    ["-", "h", 5],
    ["h", "A", 4.5],
    ["A", "h", 4.5],
    ["Y", "A", 5],
    ["A", "Y", 5],
    ["Y", "'", 3],
    ["'", "Y", 3],
    ["q", "k", 5],
    ["k", "qg", 5],
    ["g", "k", 5],
  ],
};

/** The content of letter-costs.json. */
export function learnCosts(linking: unknown, spellings: unknown): unknown {
  const letters = compileLetters((linking as { letters: LetterRows }).letters);
  const items = (spellings as { items: readonly { fa: string; latin: string }[] }).items;
  const latin: Pair[] = [];
  const cross: Pair[] = [];
  for (const item of items) {
    const words = item.latin.split(" ").map((word) => {
      const [text = "", count = "1"] = word.split(":");
      return { sounds: letters.soundsOf(text, false), count: Number(count) };
    });
    const persian = letters.soundsOf(item.fa.split(" ")[0] ?? "", true);
    for (const a of words) {
      cross.push([persian, a.sounds, Math.log2(a.count + 1)]);
      for (const b of words)
        latin.push([a.sounds, b.sounds, Math.log2(Math.min(a.count, b.count) + 1)]);
    }
  }
  return {
    pack: "ir",
    kind: "letter-costs",
    note: "What it costs, in bits, that one sound is written as another; `-` is nothing. Written by npm run letters from spellings.json: a memoryless transducer learned by expectation-maximisation, never dearer than what is believed beforehand. Do not edit.",
    sources: ["E. S. Ristad, P. N. Yianilos, Learning string-edit distance, IEEE PAMI 20(5), 1998"],
    tables: {
      latin: costsOf(learnTransducer(latin), LATIN),
      cross: costsOf(learnTransducer(cross), CROSS),
      persian: costsOf(null, PERSIAN),
    },
  };
}

/** Costs of a learned table: nothing for the likeliest partner of both sides, more the rarer a pair is beside it. */
function costsOf(learned: Transducer | null, beliefs: Beliefs): unknown {
  const costs = new Map<string, number>();
  const lower = (key: string, bits: number, ceiling: number) => {
    const known = costs.get(key) ?? ceiling;
    if (bits < known) costs.set(key, bits);
  };
  const ceilingOf = (key: string) =>
    key.startsWith("-") ? beliefs.add : key.endsWith("-") ? beliefs.drop : beliefs.swap;
  for (const [froms, tos, bits] of beliefs.pairs)
    for (const from of froms)
      for (const to of tos) if (from !== to) lower(from + to, bits, ceilingOf(from + to));
  if (learned !== null) {
    const bestFrom = new Map<string, number>();
    const bestTo = new Map<string, number>();
    for (const [key, chance] of learned) {
      const [from = "", to = ""] = key;
      if (from !== "-") bestFrom.set(from, Math.max(bestFrom.get(from) ?? 0, chance));
      if (to !== "-") bestTo.set(to, Math.max(bestTo.get(to) ?? 0, chance));
    }
    for (const [key, chance] of learned) {
      const [from = "", to = ""] = key;
      if (chance <= 0) continue;
      const best =
        from === "-"
          ? (bestTo.get(to) ?? 1)
          : to === "-"
            ? (bestFrom.get(from) ?? 1)
            : Math.sqrt((bestFrom.get(from) ?? 1) * (bestTo.get(to) ?? 1));
      lower(key, Math.max(0, Math.log2(best / chance)), ceilingOf(key));
    }
  }
  const rows = [...costs]
    .filter(([key, bits]) => bits < ceilingOf(key) - 0.05)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, bits]) => `${key}:${Math.round(bits * 10) / 10}`);
  return { swap: beliefs.swap, drop: beliefs.drop, add: beliefs.add, costs: rows.join(" ") };
}
