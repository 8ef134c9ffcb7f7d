/** One thing that does not agree. */
export type Fault = { readonly where: string; readonly what: string };

/** What was found so far; of very many only the first are kept by name, the others are counted. */
export type FaultList = {
  readonly add: (where: string, what: string) => void;
  readonly listed: readonly Fault[];
  readonly unlisted: () => number;
};

/** Faults that are named; whoever has more has another problem than which ones. */
const MOST = 10_000;

/** An empty list. */
export function makeFaultList(): FaultList {
  const listed: Fault[] = [];
  let unlisted = 0;
  return {
    add: (where, what) => {
      if (listed.length < MOST) listed.push({ where, what });
      else unlisted += 1;
    },
    listed,
    unlisted: () => unlisted,
  };
}
