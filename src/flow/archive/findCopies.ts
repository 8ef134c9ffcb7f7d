/** Which reports of a batch are copies of others: of those in the archive, or of those before them in the batch. */
import type { Archive } from "../../ledger/archive.ts";
import { type Candidate, findCandidates, newestTexts, readTexts } from "../../ledger/copies.ts";
import type { Likeness } from "../../ledger/entryKinds.ts";
import { LIKENESS_VERSION, readRuns, RunCounts, shareIfSame } from "../../link/likeTexts.ts";

/** A new report: its runs of words and their bands. */
export type Sketched = {
  readonly document: string;
  readonly runs: Int32Array;
  readonly bands: readonly number[];
};

/** Texts that tell how common a run of words is, before a program's own are added. */
const KNOWN_TEXTS = 400;
/** Candidates that are compared whole, those with the most bands in common first. */
const COMPARED = 20;
/** Texts whose runs are kept for the batches to come. */
const KEPT_TEXTS = 2_000;

/** Knows how common runs of words are; one for a run of `add`. */
export class CopyFinder {
  /** Texts that were counted: a batch is looked at again where another program entered something meanwhile. */
  private readonly counted = new Set<string>();
  private counts: RunCounts | null = null;
  /** Runs of this program's texts, until the archive's are read too: most reports copy nothing. */
  private waiting: Int32Array[] = [];
  /** Runs of texts that were read or entered, the latest last. */
  private readonly runsById = new Map<string, Int32Array>();

  /** Finds the copies in a batch, in its order; what each is a copy of stands before it. */
  async find(archive: Archive, batch: readonly Sketched[]): Promise<readonly Likeness[]> {
    const all = [...new Set(batch.flatMap(({ bands }) => bands))];
    const known = await findCandidates(archive, all, LIKENESS_VERSION);
    const byBand = new Map<number, Candidate[]>();
    const remember = (one: Candidate): void => {
      for (const band of one.bands) {
        const others = byBand.get(band);
        if (others === undefined) byBand.set(band, [one]);
        else others.push(one);
      }
    };
    known.forEach(remember);
    await this.readRunsOf(
      archive,
      batch.flatMap(({ bands }) => bestOf(bands, byBand)),
    );
    const found: Likeness[] = [];
    for (const { document, runs, bands } of batch) {
      const copy = await this.compare(archive, runs, bestOf(bands, byBand));
      found.push({ version: LIKENESS_VERSION, bands, copy });
      remember({ document, group: copy?.group ?? document, bands });
      this.runsById.set(document, runs);
      if (this.counted.has(document)) continue;
      this.counted.add(document);
      if (this.counts === null) this.waiting.push(runs);
      else this.counts.add(runs);
    }
    if (this.counts === null && this.waiting.length > KNOWN_TEXTS) this.waiting.shift();
    for (const document of this.runsById.keys()) {
      if (this.runsById.size <= KEPT_TEXTS) break;
      this.runsById.delete(document);
    }
    return found;
  }

  private async compare(
    archive: Archive,
    runs: Int32Array,
    candidates: readonly Candidate[],
  ): Promise<Likeness["copy"]> {
    if (candidates.length === 0) return null;
    const counts = await this.readCounts(archive);
    let best: Likeness["copy"] = null;
    for (const { document, group } of candidates) {
      const other = this.runsById.get(document);
      const share =
        other === undefined ? null : shareIfSame(runs, other, (run) => counts.count(run));
      if (share !== null && share > (best?.share ?? 0)) best = { document, group, share };
    }
    return best === null ? null : { ...best, share: Math.round(best.share * 100) / 100 };
  }

  /** Reads the texts of candidates that are not known yet, all at once. */
  private async readRunsOf(archive: Archive, candidates: readonly Candidate[]): Promise<void> {
    const ids = new Set(candidates.map(({ document }) => document));
    const missing = [...ids].filter((id) => !this.runsById.has(id));
    if (missing.length === 0) return;
    for (const [id, text] of await readTexts(archive, missing))
      this.runsById.set(id, readRuns(text));
  }

  private async readCounts(archive: Archive): Promise<RunCounts> {
    if (this.counts !== null) return this.counts;
    const counts = new RunCounts();
    for (const text of await newestTexts(archive, KNOWN_TEXTS)) counts.add(readRuns(text));
    for (const runs of this.waiting) counts.add(runs);
    this.waiting = [];
    this.counts = counts;
    return counts;
  }
}

/** Candidates with the most bands in common. */
function bestOf(
  bands: readonly number[],
  byBand: ReadonlyMap<number, readonly Candidate[]>,
): readonly Candidate[] {
  const shared = new Map<Candidate, number>();
  for (const band of bands)
    for (const one of byBand.get(band) ?? []) shared.set(one, (shared.get(one) ?? 0) + 1);
  return [...shared]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, COMPARED)
    .map(([candidate]) => candidate);
}
