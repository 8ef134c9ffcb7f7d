import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { relevantTexts } from "./bench/texts.ts";
import { VICTIMS } from "./faults/inTheMiddle.ts";
import { ACTIONS, type Memory, runRound } from "./faults/rounds.ts";
import { SCENARIOS } from "./faults/scenarios.ts";
import { assertBuilt, must, sanad, worldAt } from "./faults/world.ts";

/**
 * Kills the program, the database, or both with SIGKILL in the middle of add, reread, erase and backup, again and again;
 * then lets other things go wrong. Whatever was acknowledged must be there, nothing twice, nothing erased come back, and
 * `sanad verify` must find that everything agrees. `npm run faults -- --rounds 100 [--only "a full disk"] [--all]`; with `--all` what cannot be
 * tried on this machine counts as failed.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "12" },
    only: { type: "string" },
    all: { type: "boolean", default: false },
  },
});
assertBuilt();
const rounds = values.only === undefined ? Number(values.rounds) : 0;
const parent = mkdtempSync(join(tmpdir(), "sanad-faults-"));
chmodSync(parent, 0o711);
const world = worldAt(parent, "archive");
const texts = relevantTexts();
const memory: Memory = { acknowledged: new Set(), erased: new Set(), entries: 0 };
const counts = { passed: 0, failed: 0, untried: 0 };
try {
  must(world, "init", world.folder);
  for (let number = 1; number <= rounds; number++) {
    const action = ACTIONS[(number - 1) % ACTIONS.length] ?? "add";
    const victim = VICTIMS[Math.floor((number - 1) / ACTIONS.length) % VICTIMS.length] ?? "both";
    await report(`round ${number}: ${victim} killed in ${action}`, async () => {
      const worked = await runRound(action, { world, number, victim, memory, texts });
      return { note: `${worked.toFixed(0)} ms after it had begun` };
    });
  }
  for (const [name, run] of SCENARIOS)
    if (values.only === undefined || name.includes(values.only))
      await report(name, async () => {
        const why = await run(world, texts);
        return why === null ? null : { why };
      });
} finally {
  sanad(world, ["stop"]);
  rmSync(parent, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}
const untried = counts.untried === 0 ? "" : `, ${counts.untried} not possible here`;
console.log(`${counts.passed} passed, ${counts.failed} failed${untried}`);
const hasFailed = counts.failed > 0 || (values.all && counts.untried > 0);
process.exitCode = hasFailed ? 1 : 0;

/** What came of one thing that was tried: passed, with a note or without, or why it could not be tried here. */
type Told = { readonly note: string } | { readonly why: string } | null;

async function report(name: string, run: () => Promise<Told>): Promise<void> {
  const startedAt = performance.now();
  try {
    const told = await run();
    const isTried = told === null || "note" in told;
    counts[isTried ? "passed" : "untried"] += 1;
    const seconds = `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
    const note = told === null ? "" : "note" in told ? `, ${told.note}` : `: ${told.why}`;
    console.log(`${isTried ? "✓" : "–"} ${name}${note} (${seconds})`);
  } catch (error) {
    counts.failed += 1;
    console.log(`✗ ${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
