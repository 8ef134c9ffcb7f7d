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
    return ofBoth >= SAME_SHORT_TEXT || isReprinted(one, other, count) ? ofBoth : null;
  const ofLess = shared / Math.min(own, theirs);
  const share = ofLess >= CUT_COPY ? ofLess : ofBoth;
  return share >= SAME_TEXT ? share : null;
}

/**
 * A few lines that another text holds whole and unbroken, with words around them that other texts hold too ("(Agencies)", "Subscribe
 * to …"). Two notices of one template have each something of its own, and who adds a sentence of news tells something else.
 */
function isReprinted(one: Int32Array, other: Int32Array, count: CountTexts): boolean {
  const [inner, outer] = one.length <= other.length ? [one, other] : [other, one];
  const own = new Set(inner);
  const first = outer.findIndex((run) => own.has(run));
  const last = outer.findLastIndex((run) => own.has(run));
  if (inner.length < LINES || first < 0 || last - first + 1 !== inner.length) return false;
  if (!outer.subarray(first, last + 1).every((run) => own.has(run))) return false;
  const added = [...outer.subarray(0, first), ...outer.subarray(last + 1)];
  return added.filter((run) => count(run) === 0).length <= ACROSS;
}

/** Runs of a few lines. */
const LINES = 16;
/** Runs that reach from the lines into what stands before and behind them: no other text holds these. */
const ACROSS = 2 * (RUN - 1);

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
