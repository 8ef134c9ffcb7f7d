/**
 * In: the versions of pages, with whom each names. Out: which of them a later one stands for, and which namings are one.
 * Never: takes another report that came under the name of an older one for a version of it.
 */
import type { PageVersion } from "../model/pageVersion.ts";

export type Versions = {
  /** The newest version by each that it stands for. */
  readonly newer: ReadonlyMap<string, string>;
  /** Pairs of namings of one person in two versions. */
  readonly ties: readonly (readonly [string, string])[];
};

/** A version stands for those before it that name somebody whom a later one names too. */
export function versionsOf(pages: readonly (readonly PageVersion[])[]): Versions {
  const newer = new Map<string, string>();
  const ties: (readonly [string, string])[] = [];
  for (const page of pages) {
    let newest: PageVersion | null = null;
    let known = new Map<string, string>();
    for (const version of [...page].reverse()) {
      const shared = [...version.namings].filter(([key]) => known.has(key));
      if (newest === null || (shared.length === 0 && !version.isRow)) {
        newest = version;
        known = new Map(version.namings);
        continue;
      }
      newer.set(version.document, newest.document);
      for (const [key, mention] of shared) ties.push([mention, known.get(key) ?? mention]);
      known = new Map([...known, ...version.namings]);
    }
  }
  return { newer, ties };
}
