import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { relevantTexts } from "./bench/texts.ts";
import { ACTIONS, type Memory, runRound, VICTIMS } from "./faults/rounds.ts";
import { SCENARIOS } from "./faults/scenarios.ts";
import { must, sanad, worldAt } from "./faults/world.ts";

/**
 * Kills the program, the database, or both with SIGKILL in the middle of add, reread, erase and backup, again and again;
 * then lets other things go wrong. Whatever was acknowledged must be there, nothing twice, nothing erased come back, and
 * `sanad verify` must find that everything agrees. `npm run faults -- --rounds 100 [--only "a full disk"]`
 */
const { values } = parseArgs({
  options: { rounds: { type: "string", default: "12" }, only: { type: "string" } },
});
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
      await runRound(action, { world, number, victim, memory, texts });
      return null;
    });
  }
  for (const [name, run] of SCENARIOS)
    if (values.only === undefined || name.includes(values.only))
      await report(name, () => run(world, texts));
} finally {
  sanad(world, ["stop"]);
  rmSync(parent, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}
const untried = counts.untried === 0 ? "" : `, ${counts.untried} not possible here`;
console.log(`${counts.passed} passed, ${counts.failed} failed${untried}`);
process.exitCode = counts.failed === 0 ? 0 : 1;

async function report(name: string, run: () => Promise<string | null>): Promise<void> {
  try {
    const why = await run();
    counts[why === null ? "passed" : "untried"] += 1;
    console.log(why === null ? `✓ ${name}` : `– ${name}: ${why}`);
  } catch (error) {
    counts.failed += 1;
    console.log(`✗ ${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
