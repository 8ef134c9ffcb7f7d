/** One thing that does not agree. */
export type Fault = { readonly where: string; readonly what: string };

/** What was found so far; of very many only the first are kept by name, the others are counted. */
export type FaultList = {
  readonly add: (where: string, what: string) => void;
  /** Those of another list, the named ones and how many it does not name. */
  readonly addAll: (others: readonly Fault[], unlisted: number) => void;
  readonly listed: readonly Fault[];
  readonly unlisted: () => number;
};

/** Faults that are named; whoever has more has another problem than which ones. */
const MOST = 10_000;

/** An empty list. */
export function makeFaultList(): FaultList {
  const listed: Fault[] = [];
  let unlisted = 0;
  const add = (where: string, what: string): void => {
    if (listed.length < MOST) listed.push({ where, what });
    else unlisted += 1;
  };
  return {
    add,
    addAll: (others, further) => {
      for (const { where, what } of others) add(where, what);
      unlisted += further;
    },
    listed,
    unlisted: () => unlisted,
  };
}
