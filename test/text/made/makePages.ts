import type { Layout, MadePage } from "./furniture.ts";
import { FOURTH_LAYOUTS } from "./fourthLayouts.ts";
import { MORE_LAYOUTS } from "./moreLayouts.ts";
import { NEWS_LAYOUTS } from "./newsLayouts.ts";
import { OLDER_LAYOUTS } from "./olderLayouts.ts";
import { OTHER_LAYOUTS } from "./otherLayouts.ts";
import { Prose } from "./prose.ts";
import { SKETCHED_LAYOUTS } from "./sketches.ts";
import { THIRD_LAYOUTS } from "./thirdLayouts.ts";
import { THREAD_LAYOUTS } from "./threadLayouts.ts";

/** A made-up page with its name. Pages kept aside are scored, not looked at. */
export type NamedPage = MadePage & { readonly name: string; readonly isAside: boolean };

const LAYOUTS: Readonly<Record<string, Layout>> = {
  ...NEWS_LAYOUTS,
  ...OLDER_LAYOUTS,
  ...THREAD_LAYOUTS,
  ...OTHER_LAYOUTS,
  ...MORE_LAYOUTS,
  ...THIRD_LAYOUTS,
  ...FOURTH_LAYOUTS,
  ...SKETCHED_LAYOUTS,
};

/** Names of pages that are one report; the others are threads, goods, lists, handbooks, services. */
export const ARTICLES = /^(?:news|lang|old|broken|blog(?!-home)|press|opinion|feature)/;

/** One page of each layout; the same seed gives the same pages. */
export function makePages(seed: number): NamedPage[] {
  return Object.entries(LAYOUTS).map(([name, layout], at) => ({
    name,
    isAside: at % 5 === 3,
    ...layout(new Prose(seed * 1_000 + at)),
  }));
}
