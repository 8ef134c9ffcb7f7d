/**
 * In: the rows of prisons, towns and provinces. Out: which prison the words below "Prison" name, with the town in which it is or without
 * («زندان وکیل‌آباد مشهد», "Vakilabad, Mashhad").
 * Never: takes a town for a prison; finds a prison beside the name of a town in which it is not.
 */
import { foldForSearch } from "../../../base/foldForSearch.ts";

/** A prison of the packs: its id, all its names, and all names of the town and the province in which it is. */
export type PrisonNames = {
  readonly id: string;
  readonly names: readonly string[];
  readonly towns: readonly string[];
};

/** Finds the one prison that words name; `ownNameOf` leaves out words such as "prison". */
export function findPrison(
  prisons: readonly PrisonNames[],
  ownNameOf: (words: string) => string,
): (words: string) => string | null {
  const towns = new Map<string, ReadonlySet<string>>();
  const idsByName = new Map<string, Set<string>>();
  for (const { id, names, towns: around } of prisons) {
    const here = new Set(around.map((town) => glued(ownNameOf(town))));
    towns.set(id, here);
    for (const name of names) {
      const key = glued(ownNameOf(name));
      // "Central Prison of Karaj" is one of several in Karaj.
      if (key === "" || here.has(key)) continue;
      idsByName.set(key, (idsByName.get(key) ?? new Set()).add(id));
    }
  }
  return (words) => {
    const tokens = ownNameOf(words).split(" ");
    // "Nezam Prison" is one; "Nezam" alone may be a quarter.
    const isCalledPrison = tokens.length < foldForSearch(words).split(" ").length;
    const found = new Set<string>();
    for (let at = 1; at <= tokens.length; at++) {
      const cuts = [
        [tokens.slice(0, at), tokens.slice(at)],
        [tokens.slice(-at), tokens.slice(0, -at)],
      ];
      for (const [name = [], rest = []] of cuts)
        for (const id of idsByName.get(name.join("")) ?? [])
          if (rest.length === 0 ? isCalledPrison : towns.get(id)?.has(rest.join("")) === true)
            found.add(id);
    }
    const [only = null, ...others] = found;
    return others.length === 0 ? only : null;
  };
}

function glued(words: string): string {
  return foldForSearch(words).replaceAll(" ", "");
}
