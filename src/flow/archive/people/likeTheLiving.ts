/** Who is likely one who is confirmed to be alive: the machine joins nobody to him, and so another report of his death stands alone. */
import type { PairDecision } from "../../../link/clusterMentions.ts";
import type { KnownPair } from "../../../ledger/namingPairs.ts";

/** The groups, by number, of which a naming is likely of one with a naming of those who are alive, where nobody said that they are two. */
export function likeTheLiving(
  groups: readonly (readonly string[])[],
  isAlive: (group: readonly string[]) => boolean,
  pairs: readonly KnownPair[],
  decisions: readonly PairDecision[],
  same: number,
): ReadonlySet<number> {
  const groupOf = new Map(groups.flatMap((group, at) => group.map((mention) => [mention, at])));
  const alive = new Set(groups.flatMap((group, at) => (isAlive(group) ? [at] : [])));
  const found = new Set<number>();
  if (alive.size === 0) return found;
  const between = (a: string, b: string): string =>
    [groupOf.get(a) ?? -1, groupOf.get(b) ?? -1].sort((x, y) => x - y).join(" ");
  const apart = new Set(
    decisions.flatMap(({ a, b, verdict }) => (verdict === "different" ? [between(a, b)] : [])),
  );
  for (const { a, b, probability } of pairs) {
    if (probability < same || apart.has(between(a, b))) continue;
    const [one, other] = [groupOf.get(a), groupOf.get(b)];
    if (one === undefined || other === undefined || one === other) continue;
    if (alive.has(one) && !alive.has(other)) found.add(other);
    if (alive.has(other) && !alive.has(one)) found.add(one);
  }
  return found;
}
