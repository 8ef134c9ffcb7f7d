import assert from "node:assert/strict";
import { test } from "node:test";
import { makeMatchThreads } from "../../src/flow/lists/matchThreads.ts";
import { loadRows } from "../../src/flow/loadPacks.ts";
import { matchLists } from "../../src/link/matchLists.ts";
import {
  makeHelper,
  NEXT_PART,
  type SharedWork,
  type Threads,
  type WeighedPart,
} from "../../src/link/weighTogether.ts";
import { makeLists } from "./made/makeLists.ts";
import { SCENARIOS } from "./made/scenario.ts";
import { linkModel } from "./records.ts";

/** A list of more than teach beside a small one, both scripts. */
const [a, b] = makeBoth();

function makeBoth() {
  const [scenario] = SCENARIOS;
  if (scenario === undefined) throw new Error("No scenario of made-up lists");
  const made = makeLists(
    { ...scenario, people: 24_000, seed: 9, from: "1979-02-01", events: [] },
    loadRows(),
  );
  return [
    made.a
      .concat(made.a.map((one) => ({ ...one, id: `x${one.id}`, name: `Zz ${one.name}` })))
      .slice(0, 20_500),
    made.b.slice(0, 500),
  ] as const;
}

const told = (threads?: Threads) =>
  matchLists(a, b, linkModel, { threads }).map(({ a: one, b: other, probability, decision }) =>
    [one, other, probability, decision].join(" "),
  );

/** As another thread would work, but before this one: it takes turns as long as it is let. */
function makeThreads(parts: number, isHeard: boolean): Threads {
  let help: ReturnType<typeof makeHelper> | null = null;
  const weighed: WeighedPart[] = [];
  return {
    from: 1,
    begin(lists) {
      help = makeHelper(structuredClone(lists), linkModel);
    },
    weigh(work: SharedWork) {
      const most = Atomics.load(work.turns, NEXT_PART) + parts;
      try {
        help?.(work, (part) => {
          weighed.push(part);
          if (part.part + 1 >= most) throw new Error("The thread ends here");
        });
      } catch {
        // What it had weighed stands.
      }
    },
    take: () => (isHeard ? (weighed.shift() ?? null) : null),
    end: () => undefined,
  };
}

test("several threads find the pairs that one finds, in its order", () => {
  const alone = told();
  assert.ok(alone.length > 200, `${alone.length} pairs`);
  assert.deepEqual(told(makeThreads(4, true)), alone);
  assert.deepEqual(told(makeThreads(1000, true)), alone);
  assert.deepEqual(told(makeMatchThreads(1)), alone);
});

test("a thread that ends before it tells what it weighed leaves that to this one", () => {
  assert.deepEqual(told(makeThreads(3, false)), told());
});

test("threads end where the comparison breaks", () => {
  let ended = 0;
  const threads = { ...makeThreads(1, true), end: () => ended++ };
  const onProgress = (): void => {
    throw new Error("Nobody looks any more");
  };
  assert.throws(() => matchLists(a, b, linkModel, { threads, onProgress }), /Nobody looks/);
  assert.equal(ended, 1);
});
