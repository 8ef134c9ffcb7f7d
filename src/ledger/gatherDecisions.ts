import type { NewEntry } from "./entryKinds.ts";

export type LinkDecision = Extract<NewEntry, { kind: "link-decided" }>;

/** From so many pairs on one entry holds a naming apart from all the others: an entry each would take minutes. */
const MANY_PAIRS = 1_000;

/** What was decided at once, ready to enter: of very many pairs the decisions about the same naming as one. */
export function gatherDecisions(entries: readonly LinkDecision[]): readonly LinkDecision[] {
  if (entries.length < MANY_PAIRS) return entries;
  const byNaming = new Map<string, LinkDecision[]>();
  for (const entry of entries) {
    const own = byNaming.get(entry.body.a);
    if (own === undefined) byNaming.set(entry.body.a, [entry]);
    else own.push(entry);
  }
  return [...byNaming.values()].flatMap(([first, ...rest]): readonly LinkDecision[] => {
    if (first === undefined) return [];
    const others = rest.map(({ body: { b, probability } }) => ({ b, probability }));
    const seenOthers = rest.map(({ body }) => body.seen[1]);
    return [{ ...first, body: { ...first.body, others, seenOthers } }];
  });
}
