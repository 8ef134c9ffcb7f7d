/** Chance of each edit; the key is the two sounds, `-` for nothing. */
export type Transducer = ReadonlyMap<string, number>;

const ROUNDS = 10;
/** Added to what was seen of each edit, so that none is impossible. */
const FLOOR = 1e-3;

/** A memoryless stochastic transducer fitted by expectation-maximisation (Ristad and Yianilos 1998). */
export function learnTransducer(
  pairs: readonly (readonly [from: string, to: string, weight: number])[],
): Transducer {
  const froms = ["-", ...new Set(pairs.flatMap(([from]) => Array.from(from)))].sort();
  const tos = ["-", ...new Set(pairs.flatMap(([, to]) => Array.from(to)))].sort();
  let chances = new Map<string, number>();
  for (const from of froms)
    for (const to of tos)
      if (from + to !== "--")
        chances.set(from + to, from.toLowerCase() === to.toLowerCase() ? 20 : 1);
  chances = normalise(chances);
  for (let round = 0; round < ROUNDS; round++) {
    const seen = new Map([...chances.keys()].map((key) => [key, FLOOR]));
    for (const [from, to, weight] of pairs) addExpected(seen, chances, from, to, weight);
    chances = normalise(seen);
  }
  return chances;
}

/** Adds how often each edit is expected in turning one word into the other. */
function addExpected(
  seen: Map<string, number>,
  chances: Transducer,
  from: string,
  to: string,
  weight: number,
): void {
  const width = to.length + 1;
  const chance = (a: string, b: string) => chances.get(a + b) ?? 0;
  const forward = new Float64Array((from.length + 1) * width);
  const backward = new Float64Array((from.length + 1) * width);
  const edits = (i: number, j: number): readonly (readonly [number, string, number])[] => {
    const a = from[i];
    const b = to[j];
    const steps: [number, string, number][] = [];
    if (a !== undefined) steps.push([(i + 1) * width + j, `${a}-`, chance(a, "-")]);
    if (b !== undefined) steps.push([i * width + j + 1, `-${b}`, chance("-", b)]);
    if (a !== undefined && b !== undefined)
      steps.push([(i + 1) * width + j + 1, a + b, chance(a, b)]);
    return steps;
  };
  forward[0] = 1;
  for (let i = 0; i <= from.length; i++)
    for (let j = 0; j <= to.length; j++)
      for (const [next, , p] of edits(i, j))
        forward[next] = (forward[next] ?? 0) + (forward[i * width + j] ?? 0) * p;
  const whole = forward.at(-1) ?? 0;
  if (!(whole > 0)) return;
  backward[backward.length - 1] = 1;
  for (let i = from.length; i >= 0; i--)
    for (let j = to.length; j >= 0; j--)
      for (const [next, key, p] of edits(i, j)) {
        const after = p * (backward[next] ?? 0);
        const at = i * width + j;
        backward[at] = (backward[at] ?? 0) + after;
        seen.set(key, (seen.get(key) ?? 0) + (weight * (forward[at] ?? 0) * after) / whole);
      }
}

function normalise(counts: ReadonlyMap<string, number>): Map<string, number> {
  let total = 0;
  for (const count of counts.values()) total += count;
  return new Map([...counts].map(([key, count]) => [key, count / total]));
}
