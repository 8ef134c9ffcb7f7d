import type { OrganisationRow } from "../model/reference.ts";
import { namesIn } from "./names.ts";

/** Finds the country pack's row for a source as written, or null. */
export type FindOrganisation = (words: string) => OrganisationRow | null;

/**
 * Makes a look-up over names and aliases. The whole name must match (with or without what stands in brackets):
 * "Mehr" in a longer name finds nothing.
 */
export function indexOrganisations(rows: readonly OrganisationRow[]): FindOrganisation {
  const byName = new Map<string, OrganisationRow>();
  for (const row of rows) {
    const names = [row.name.en, ...(row.name.fa === null ? [] : [row.name.fa]), ...row.aliases];
    for (const name of names.flatMap(namesIn)) {
      if (!byName.has(name)) byName.set(name, row);
    }
  }
  return (words) => {
    for (const name of namesIn(words)) {
      const row = byName.get(name);
      if (row !== undefined) return row;
    }
    return null;
  };
}
