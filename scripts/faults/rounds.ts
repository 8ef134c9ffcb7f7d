import { existsSync, readdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { killInTheMiddle, type Lasting, newSession, type Victim } from "./inTheMiddle.ts";
import {
  added,
  dist,
  must,
  query,
  sanad,
  start,
  startScript,
  verified,
  type World,
  writeReports,
} from "./world.ts";

/** In the middle of what something is killed. */
export const ACTIONS = ["add", "reread", "erase", "backup"] as const;
type Action = (typeof ACTIONS)[number];

/** Everything that was ever acknowledged, and what was erased since. */
export type Memory = {
  readonly acknowledged: Set<string>;
  readonly erased: Set<string>;
  entries: number;
};

type Round = {
  readonly world: World;
  readonly number: number;
  readonly victim: Victim;
  readonly memory: Memory;
  readonly texts: readonly string[];
};

/** A transaction and a quarter of `add`, so that the kill meets both. */
const REPORTS = 60;
/** Of so many reports some are read anew and entered long before the last one is read. */
const MANY = 400;

/** What is learnt from round to round of how long each action lasts. */
const LASTING: Readonly<Record<Action, Lasting>> = {
  add: { milliseconds: 400 },
  reread: { milliseconds: 1_500 },
  erase: { milliseconds: 1_500 },
  backup: { milliseconds: 800 },
};

/**
 * Runs one round, and answers how many milliseconds what was killed had been at work; throws where nothing was hit at work, something
 * acknowledged is lost, something is there twice, or anything does not agree.
 */
export async function runRound(action: Action, round: Round): Promise<number> {
  const worked = await RUNS[action](round);
  const { world, memory, number } = round;
  const entries = verified(world, number % 10 === 0);
  if (entries < memory.entries)
    throw new Error(`${entries} entries where there were ${memory.entries}`);
  memory.entries = entries;
  return worked;
}

const RUNS: Readonly<Record<Action, (round: Round) => Promise<number>>> = {
  add: killAdd,
  reread: killReread,
  erase: killErase,
  backup: killBackup,
};

/** Where the kill of a round falls: all over the time that its action lasts. */
function aim({ world, number, victim }: Round) {
  return { world, victim, share: ((number * 7919) % 1_000) / 1_000 };
}

async function killAdd(round: Round): Promise<number> {
  const { world, number, memory, texts } = round;
  let file = "";
  let own = new Set<string>();
  const worked = await killInTheMiddle(aim(round), LASTING.add, (attempt) => {
    file = writeReports(world, `round-${number}-${attempt}`, REPORTS, texts);
    const told = new Set<string>();
    own = told;
    const child = start(world, ["add", file, "--json"]);
    let rest = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      const parts = (rest + chunk.toString()).split("\n");
      rest = parts.pop() ?? "";
      for (const { documents } of parts.map(added)) for (const one of documents) told.add(one);
    });
    // Not before something was acknowledged: what nobody was promised cannot be lost.
    return { child, hasBegun: async () => told.size > 0 };
  });
  must(world, "add", file, "--json");
  const { documents, isNew } = added(must(world, "add", file, "--json"));
  if (isNew) throw new Error("a third adding added something");
  if (new Set(documents).size !== REPORTS)
    throw new Error(`${new Set(documents).size} documents of ${REPORTS} reports`);
  const lost = [...own].filter((document) => !documents.includes(document));
  if (lost.length > 0) throw new Error(`${lost.length} acknowledged reports are lost`);
  for (const document of documents) memory.acknowledged.add(document);
  return worked;
}

async function killReread(round: Round): Promise<number> {
  const { world, number, memory } = round;
  // Who answers how many entries there are must be awake.
  must(world, "checkpoint");
  const isLarge = memory.acknowledged.size > MANY;
  const worked = await killInTheMiddle(aim(round), LASTING.reread, (attempt) => {
    // Another name of the reader, so that every document is entered again.
    const script = `
    const { openSession, closeArchive } = await import(${JSON.stringify(join(dist, "flow/archive/session.js"))});
    const { rereadArchive } = await import(${JSON.stringify(join(dist, "flow/archive/rereadArchive.js"))});
    const now = () => new Date().toISOString();
    const around = { folder: process.env.SANAD_ARCHIVE, env: process.env, given: null, ask: null, now };
    const session = await openSession(around);
    console.log("begins");
    for await (const _ of rereadArchive(session, { reader: "round ${number}, ${attempt}", isAll: true, isDry: false, now }));
    await closeArchive(session.archive);`;
    const child = startScript(world, script);
    let hasBegun = false;
    child.stdout?.once("data", () => (hasBegun = true));
    // In a large archive not before something was entered, else not before anything is read.
    const grows = growth(world);
    return { child, hasBegun: async () => hasBegun && (!isLarge || (await grows())) };
  });
  checkThere(round);
  return worked;
}

/** Whether the ledger has more entries than when it was first asked. */
function growth(world: World): () => Promise<boolean> {
  let first: number | null = null;
  return async () => {
    const [head] = await query(world, "select size::int as size from ledger.heads").catch(() => []);
    const size = Number(head?.["size"] ?? first ?? 0);
    first ??= size;
    return size > first;
  };
}

async function killErase(round: Round): Promise<number> {
  const { world, memory } = round;
  const all = [...memory.acknowledged].filter((one) => !memory.erased.has(one));
  must(world, "checkpoint");
  let document = "";
  let isAcknowledged = false;
  const hasBegun = await newSession(world);
  const worked = await killInTheMiddle(aim(round), LASTING.erase, (attempt) => {
    if (document !== "") memory.erased.add(document);
    document = all[attempt - 1] ?? "";
    isAcknowledged = false;
    const child = start(world, ["erase", document, "--yes", "--reason", "a round", "--json"]);
    child.stdout?.once("data", () => (isAcknowledged = true));
    return { child, hasBegun };
  });
  const { code } = sanad(world, ["show", document]);
  if (code !== 0 && code !== 3) throw new Error(`show ended with ${code}`);
  if (isAcknowledged && code === 0) throw new Error("an acknowledged erasure is undone");
  if (code === 0) must(world, "erase", document, "--yes", "--reason", "a round");
  memory.erased.add(document);
  checkThere(round);
  return worked;
}

async function killBackup(round: Round): Promise<number> {
  const { world, number } = round;
  let file = "";
  const worked = await killInTheMiddle(aim(round), LASTING.backup, (attempt) => {
    file = join(world.parent, `round-${number}-${attempt}.backup`);
    const child = start(world, ["backup", file, "--plain"]);
    const draft = basename(`${file}.${child.pid}.`);
    const isDraft = (name: string): boolean => name.startsWith(draft);
    return { child, hasBegun: async () => readdirSync(world.parent).some(isDraft) };
  });
  // Whole or not there; the next attempt is not in its way.
  if (!existsSync(file)) must(world, "backup", file, "--plain");
  const other = { ...world, folder: join(world.parent, `restored-${number}`) };
  other.env = { ...world.env, SANAD_ARCHIVE: other.folder };
  must(other, "restore", file, other.folder);
  must(other, "stop");
  rmSync(other.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  checkThere(round);
  if (readdirSync(world.folder).some((name) => name.includes("unfinished")))
    throw new Error("something unfinished is left");
  return worked;
}

/** A few of those that were acknowledged are shown, and none that was erased. */
function checkThere({ world, memory: { acknowledged, erased }, number }: Round): void {
  const all = [...acknowledged].filter((one) => !erased.has(one));
  const some = [0, 1, 2].map((at) => all[(number * 131 + at * 977) % all.length] ?? "");
  must(world, "show", ...some);
  const gone = [...erased].at(-1);
  if (gone !== undefined && sanad(world, ["show", gone]).code !== 3)
    throw new Error("an erased report is shown");
}
