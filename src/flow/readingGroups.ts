/**
 * In: reports as they come. Out: the same in their order, in groups that are read side by side.
 * Never: keeps a report waiting for one that does not come; puts a long text beside others.
 */

/** More reports side by side save no more time, and what reading makes of all of them is held at once. */
const SIDE_BY_SIDE = 16;
/** Units of text side by side. */
const MOST_UNITS = 150_000;
/** A group goes on with what it has when nothing has come for so long. */
const PATIENCE_MS = 100;

/** Puts what comes into groups; `lengthOf` says how much there is to read. A source that fails does so behind what came before. */
export async function* groupsOf<T>(
  source: AsyncGenerator<T>,
  lengthOf: (one: T) => number,
): AsyncGenerator<readonly T[]> {
  let group: T[] = [];
  let units = 0;
  let isAsked = false;
  try {
    for (;;) {
      const asked = source.next();
      isAsked = true;
      const soon = group.length === 0 ? await asked : await outcomeSoon(asked);
      isAsked = soon === null;
      const isLong = soon !== null && soon.done !== true && lengthOf(soon.value) > MOST_UNITS;
      if (group.length > 0 && (soon === null || isLong)) {
        yield group;
        group = [];
        units = 0;
      }
      const come = soon ?? (await asked);
      isAsked = false;
      if (come.done === true) break;
      group.push(come.value);
      units += lengthOf(come.value);
      if (group.length < SIDE_BY_SIDE && units <= MOST_UNITS) continue;
      yield group;
      group = [];
      units = 0;
    }
  } catch (error) {
    if (group.length > 0) yield group;
    throw error;
  } finally {
    // A source that was asked and does not answer would keep whoever stops here waiting.
    const closed = source.return(undefined);
    if (isAsked) closed.catch(() => undefined);
    else await closed;
  }
  if (group.length > 0) yield group;
}

/** The same for reports that are all there, in at least so many groups. */
export function partInGroups<T>(
  reports: readonly T[],
  lengthOf: (one: T) => number,
  atLeast: number,
): readonly (readonly T[])[] {
  const most = Math.min(SIDE_BY_SIDE, Math.ceil(reports.length / atLeast));
  const groups: T[][] = [];
  let units = Infinity;
  for (const one of reports) {
    const last = groups.at(-1);
    const length = lengthOf(one);
    if (last !== undefined && last.length < most && units + length <= MOST_UNITS) last.push(one);
    else {
      groups.push([one]);
      units = 0;
    }
    units += length;
  }
  return groups;
}

/** What was asked for, or null where it has not come in time. */
async function outcomeSoon<T>(asked: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, null);
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}
