/**
 * In: texts. Out: which of them are one text: syndicated, reposted, cut or lightly edited.
 * Never: takes what many texts share (a boilerplate, a template) for sameness: a run of words counts the less the more
 * texts hold it. Candidates by MinHash, 128 permutations in 32 bands of 4 rows (Leskovec, Rajaraman, Ullman, Mining of
 * Massive Datasets, chapter 3).
 */
import { foldForSearch } from "../base/foldForSearch.ts";

/** Raised when the same text gives other bands; bands of different versions are not compared. */
export const LIKENESS_VERSION = 1;

const PERMUTATIONS = 128;
const ROWS = 4;
/** Words in a run that is compared. */
const RUN = 4;
/** Share of what two texts hold together, by weight, from which on they are one text. */
const SAME_TEXT = 0.5;
/** A text of which nearly everything stands in the other one is a cut copy of it. */
const CUT_COPY = 0.8;
/** Texts of fewer runs than this say so little that they must be almost the same. */
const FEW_RUNS = 40;
const SAME_SHORT_TEXT = 0.8;

/** Hash of each different run of words. */
export function readRuns(text: string): Int32Array {
  const codes = hashWords(foldForSearch(text));
  const runs = new Set<number>();
  // A text of fewer words than a run is one run.
  const last = codes.length === 0 ? -1 : Math.max(0, codes.length - RUN);
  for (let at = 0; at <= last; at++) {
    let hash = 17;
    for (let step = 0; step < RUN; step++) hash = mix(hash, codes[at + step] ?? 0);
    runs.add(hash);
  }
  const found = new Int32Array(runs.size);
  let next = 0;
  for (const run of runs) found[next++] = run;
  return found;
}

/** Hash of each word of a folded text, in order (that of Fowler, Noll and Vo). */
function hashWords(folded: string): readonly number[] {
  const codes: number[] = [];
  let from = 0;
  let hash = FIRST_HASH;
  for (let at = 0; at <= folded.length; at++) {
    const unit = at === folded.length ? SPACE : folded.charCodeAt(at);
    if (unit !== SPACE) {
      hash = Math.imul(hash ^ unit, 0x01000193);
      continue;
    }
    if (at > from) codes.push(hash | 0);
    from = at + 1;
    hash = FIRST_HASH;
  }
  return codes;
}

const SPACE = 0x20;
const FIRST_HASH = 0x811c9dc5;

/** One number a band: texts that have one in common are compared. */
export function bandsOf(runs: Int32Array): readonly number[] {
  if (runs.length === 0) return [];
  const firsts = sign(runs);
  return Array.from({ length: PERMUTATIONS / ROWS }, (_, band) => {
    let hash = mix(31, band);
    for (let row = 0; row < ROWS; row++) hash = mix(hash, firsts[band * ROWS + row] ?? 0);
    return hash;
  });
}

/** For each permutation the lowest place that a run has in it. */
function sign(runs: Int32Array): Uint32Array {
  const firsts = new Uint32Array(PERMUTATIONS).fill(0xffffffff);
  for (let run = 0; run < runs.length; run++) {
    const hash = runs[run] ?? 0;
    for (let at = 0; at < PERMUTATIONS; at++) {
      let place = Math.imul(hash ^ (SEEDS[at] ?? 0), 0x9e3779b1);
      place = Math.imul(place ^ (place >>> 15), 0x85ebca77);
      place = (place ^ (place >>> 13)) >>> 0;
      if (place < (firsts[at] ?? 0)) firsts[at] = place;
    }
  }
  return firsts;
}

/** How many texts hold a run. */
export type CountTexts = (run: number) => number;

/** The share by which two texts are one; null where they are not. */
export function shareIfSame(one: Int32Array, other: Int32Array, count: CountTexts): number | null {
  const weigh = (run: number): number => 1 / Math.max(1, count(run));
  const inOther = new Set(other);
  let [own, theirs, shared] = [0, 0, 0];
  for (const run of one) {
    const weight = weigh(run);
    own += weight;
    if (inOther.has(run)) shared += weight;
  }
  for (const run of other) theirs += weigh(run);
  if (shared === 0) return null;
  const ofBoth = shared / (own + theirs - shared);
  if (Math.min(one.length, other.length) < FEW_RUNS)
    return ofBoth >= SAME_SHORT_TEXT || isReprinted(one, other, ofBoth) ? ofBoth : null;
  const ofLess = shared / Math.min(own, theirs);
  const share = ofLess >= CUT_COPY ? ofLess : ofBoth;
  return share >= SAME_TEXT ? share : null;
}

/**
 * A few lines that another text holds unbroken, with words of its own around them ("(Agencies)", "Subscribe to …"): one of the
 * two begins with them. Two notices of one template differ within, and each begins with its own.
 */
function isReprinted(one: Int32Array, other: Int32Array, ofBoth: number): boolean {
  if (ofBoth < SAME_REPRINT) return false;
  const [own, theirs] = [stretchOf(one, new Set(other)), stretchOf(other, new Set(one))];
  if (Math.min(own.from, theirs.from) > 0 || Math.min(own.runs, theirs.runs) < LINES) return false;
  return Math.min(own.whole, theirs.whole) >= UNBROKEN;
}

/** Where the runs that another text holds begin, how many they are, and how much of what lies between the first and the last. */
function stretchOf(
  runs: Int32Array,
  inOther: ReadonlySet<number>,
): { readonly from: number; readonly runs: number; readonly whole: number } {
  let [from, to, shared] = [-1, -1, 0];
  for (let at = 0; at < runs.length; at++) {
    if (!inOther.has(runs[at] ?? 0)) continue;
    if (from < 0) from = at;
    to = at;
    shared += 1;
  }
  return { from, runs: shared, whole: shared / (to - from + 1) };
}

/** Share, by weight, that two short texts must hold together where one is held by the other. */
const SAME_REPRINT = 0.4;
/** Runs of a few lines. */
const LINES = 16;
/** Share of a stretch that is the same in both. */
const UNBROKEN = 0.97;

/** Counts in how many texts runs stand; two runs may fall together, and a count is then too high. */
export class RunCounts {
  private readonly counts = new Uint16Array(SLOTS);

  add(runs: Int32Array): void {
    for (const run of runs) {
      const slot = run & (SLOTS - 1);
      const count = this.counts[slot] ?? 0;
      if (count < MOST) this.counts[slot] = count + 1;
    }
  }

  count(run: number): number {
    return this.counts[run & (SLOTS - 1)] ?? 0;
  }
}

const SLOTS = 2 ** 22;
const MOST = 65_535;

const SEEDS = Int32Array.from({ length: PERMUTATIONS }, (_, at) => mix(0x51ed270b, at + 1));

function mix(hash: number, value: number): number {
  let mixed = Math.imul(hash ^ value, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) | 0;
}
