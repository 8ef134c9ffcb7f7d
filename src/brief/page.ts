/**
 * In: readings and options. Out: everything the sections need, made once.
 * Never: changes a reading.
 */
import type { Claim } from "../model/claim.ts";
import type { OrganisationRow, ReferenceFigure } from "../model/reference.ts";
import type { Reading } from "../model/reading.ts";
import { groupFigures, isCount, isRate, type FigureGroup } from "./figures.ts";
import { makeFormat, type Format } from "./format.ts";
import { indexOrganisations, type FindOrganisation } from "./organisations.ts";
import { groupSources, voiceKeys, type SourceGroup } from "./sources.ts";
import type { Language, Words } from "./words.ts";
import { wordsEn } from "./wordsEn.ts";
import { wordsFa } from "./wordsFa.ts";

export type BriefOptions = {
  readonly language: Language;
  readonly references: readonly ReferenceFigure[];
  readonly organisations: readonly OrganisationRow[];
};

/** A claim with its places on the page. */
export type Placed = {
  /** The page's own number for it, from 1. */
  readonly number: number;
  /** Index of its report. */
  readonly report: number;
  /** Fragment of its words in the text. */
  readonly anchor: string;
  readonly source: SourceGroup;
};

/** What every section is made from. */
export type Page = BriefOptions & {
  readonly words: Words;
  readonly format: Format;
  readonly readings: readonly Reading[];
  readonly claims: readonly Claim[];
  readonly sources: readonly SourceGroup[];
  readonly voices: ReadonlyMap<Claim, string>;
  readonly counts: readonly FigureGroup[];
  /** Counts that a strong reading states: only these are compared with anything. */
  readonly firm: readonly FigureGroup[];
  readonly rates: readonly FigureGroup[];
  readonly findOrganisation: FindOrganisation;
  readonly placedOf: (claim: Claim) => Placed;
};

const WORDS: Readonly<Record<Language, Words>> = { en: wordsEn, fa: wordsFa };

/** Makes the page's context. A report that was handed in twice stands in it once. */
export function makePage(readings: readonly Reading[], options: BriefOptions): Page {
  const words = WORDS[options.language];
  const once = dropRepeats(readings);
  const claims = once.flatMap((reading) => reading.claims);
  const findOrganisation = indexOrganisations(options.organisations);
  const sources = groupSources(once, findOrganisation);
  const placed = placeClaims(once, sources);
  const numbered = claims.filter((claim) => claim.quantity !== null);
  const counts = groupFigures(numbered.filter(isCount));
  return {
    ...options,
    words,
    format: makeFormat(options.language, words),
    readings: once,
    claims,
    sources,
    voices: voiceKeys(sources),
    counts,
    firm: counts.filter(({ claims: said }) => said.some(({ tier }) => tier === "counted")),
    rates: groupFigures(numbered.filter(isRate)),
    findOrganisation,
    placedOf: (claim) => {
      const found = placed.get(claim);
      if (found === undefined) throw new RangeError("A claim of another page was asked for");
      return found;
    },
  };
}

function dropRepeats(readings: readonly Reading[]): readonly Reading[] {
  const seen = new Set<string>();
  return readings.filter(({ document }) => {
    const isNew = !seen.has(document.text);
    seen.add(document.text);
    return isNew;
  });
}

function placeClaims(
  readings: readonly Reading[],
  sources: readonly SourceGroup[],
): ReadonlyMap<Claim, Placed> {
  const sourceOf = new Map(
    sources.flatMap((source) => source.claims.map((claim) => [claim, source] as const)),
  );
  const placed = new Map<Claim, Placed>();
  const taken = new Set<string>();
  for (const [report, reading] of readings.entries()) {
    for (const claim of reading.claims) {
      const number = placed.size + 1;
      const source = sourceOf.get(claim);
      if (source === undefined) continue;
      placed.set(claim, { number, report, anchor: freeAnchor(claim.id, number, taken), source });
    }
  }
  return placed;
}

/** Ids come from outside: only harmless characters stay, and no two claims share one. */
function freeAnchor(id: string, number: number, taken: Set<string>): string {
  const safe = `c-${id.replaceAll(/[^A-Za-z0-9_.-]/g, "_").slice(0, 80)}`;
  const anchor = taken.has(safe) ? `${safe}_${number}` : safe;
  taken.add(anchor);
  return anchor;
}
