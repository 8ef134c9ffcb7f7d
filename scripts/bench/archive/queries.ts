import {
  ANY,
  claimsOf,
  proveEntry,
  readCapture,
  readCopies,
  readLog,
  searchClaims,
  type SearchFilter,
  showClaim,
  showDocument,
} from "../../../src/flow/archive/look.ts";
import { madeTowns } from "./fill.ts";
import type { Archive } from "../../../src/ledger/archive.ts";

/** One kind of question that people ask an archive, and how long it may take at the 95th of 100 askings. */
export type Question = {
  readonly name: string;
  readonly limitMs: number;
  readonly ask: (turn: number) => Promise<unknown>;
};

const NO_FILTER: SearchFilter = {
  ...ANY,
  words: "",
  limit: 20,
  after: null,
  asKnown: null,
};

/** Questions about made-up rows, and about the claims of real reports that were added after them. */
export function questions(
  archive: Archive,
  names: readonly string[],
  real: readonly { readonly claim: string; readonly document: string; readonly record: string }[],
): readonly Question[] {
  const search = async (filter: Partial<SearchFilter>): Promise<unknown> =>
    searchClaims(archive, { ...NO_FILTER, ...filter });
  const name = (turn: number): string => names[(turn * 37) % names.length] ?? "";
  /** The name with a letter changed. */
  const near = (turn: number): string => {
    const right = name(turn);
    const at = 2 + (turn % 3);
    return `${right.slice(0, at)}e${right.slice(at + 1)}`;
  };
  const word = (turn: number): string => `w${(turn * 7919) % 20_000}x`;
  const towns = madeTowns();
  const some = (turn: number) =>
    real[turn % real.length] ?? { claim: "", document: "", record: "" };
  return [
    { name: "search: a rare word", limitMs: 60, ask: (turn) => search({ words: word(turn) }) },
    {
      name: "search: a word in every claim",
      limitMs: 60,
      ask: () => search({ words: "executed" }),
    },
    {
      name: "search: two words, kind and days",
      limitMs: 60,
      ask: (turn) =>
        search({ words: `prison w${turn % 300}x`, kind: "execution", from: "2023-01-01" }),
    },
    { name: "search: a name", limitMs: 60, ask: (turn) => search({ words: name(turn) }) },
    {
      name: "search: a name spelt nearly so",
      limitMs: 60,
      ask: (turn) => search({ words: near(turn) }),
    },
    {
      name: "search: --person nearly so",
      limitMs: 60,
      ask: (turn) => search({ person: near(turn) }),
    },
    {
      name: "list: --place and --kind",
      limitMs: 20,
      ask: (turn) => search({ place: towns[turn % towns.length] ?? "", kind: "arrest" }),
    },
    { name: "list: --kind", limitMs: 20, ask: () => search({ kind: "execution" }) },
    {
      name: "list: --from --to",
      limitMs: 20,
      ask: () => search({ from: "2024-01-01", to: "2024-01-31" }),
    },
    { name: "list: everything", limitMs: 20, ask: () => search({}) },
    { name: "list: log", limitMs: 20, ask: () => readLog(archive, { limit: 20, before: null }) },
    {
      name: "show: a claim with what it rests on",
      limitMs: 20,
      ask: async (turn) => {
        const { claim, document, record } = some(turn);
        // One after another, as `sanad show` asks.
        await showClaim(archive, claim);
        await showDocument(archive, document);
        await readCapture(archive, record);
        await readCopies(archive, document);
      },
    },
    {
      name: "show: a document with its claims",
      limitMs: 20,
      ask: async (turn) => {
        const { document } = some(turn);
        await showDocument(archive, document);
        await claimsOf(archive, document);
      },
    },
    {
      name: "prove: one entry",
      limitMs: 5,
      ask: async (turn) => proveEntry(archive, some(turn).document),
    },
  ];
}

/** Median and 95th of the times that a question takes, in milliseconds. */
export async function timeQuestion(
  { ask }: Question,
  times: number,
): Promise<{ readonly median: number; readonly p95: number }> {
  const taken: number[] = [];
  for (let turn = 0; turn < times; turn++) {
    const startedAt = performance.now();
    await ask(turn);
    taken.push(performance.now() - startedAt);
  }
  taken.sort((one, other) => one - other);
  return {
    median: taken[Math.floor(times / 2)] ?? 0,
    p95: taken[Math.floor(times * 0.95)] ?? 0,
  };
}
