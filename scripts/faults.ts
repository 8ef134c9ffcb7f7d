import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { relevantTexts } from "./bench/texts.ts";

/**
 * Kills the program, the database, or both with SIGKILL in the middle of `sanad add`, again and again. Whatever was
 * acknowledged must be there, nothing twice, and `sanad verify` must find that everything agrees.
 */
const { values } = parseArgs({ options: { rounds: { type: "string", default: "12" } } });
const ROUNDS = Number(values.rounds);
const REPORTS = 320;
const main = join(import.meta.dirname, "../dist/cli/main.js");
const parent = mkdtempSync(join(tmpdir(), "sanad-faults-"));
chmodSync(parent, 0o711);
const folder = join(parent, "archive");
const env = {
  ...process.env,
  SANAD_ARCHIVE: folder,
  SANAD_PASSPHRASE: "six words that nobody else would say",
  SANAD_ACTOR: "Mina Karimpour",
  SANAD_ROLE: "editor",
};
const VICTIMS = ["program", "database", "both"] as const;

let failed = 0;
try {
  sanad("init", folder);
  const texts = relevantTexts();
  for (let round = 1; round <= ROUNDS; round++) {
    const victim = VICTIMS[round % VICTIMS.length] ?? "both";
    const fault = await runRound(round, victim, texts);
    if (fault !== null) failed += 1;
    console.log(
      `${fault === null ? "✓" : "✗"} round ${round}: ${victim} killed${fault === null ? "" : `: ${fault}`}`,
    );
  }
} finally {
  spawnAndForget("stop");
  await wait(1_000);
  rmSync(parent, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}
console.log(`${ROUNDS - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function runRound(
  round: number,
  victim: (typeof VICTIMS)[number],
  texts: readonly string[],
): Promise<string | null> {
  const file = join(parent, `round-${round}.jsonl`);
  const lines = Array.from({ length: REPORTS }, (_, at) =>
    JSON.stringify({
      id: `${round}-${at}`,
      text: `Round ${round}, report ${at}.\n\n${texts[at % texts.length] ?? ""}`,
    }),
  );
  writeFileSync(file, `${lines.join("\n")}\n`);
  const child = spawn(process.execPath, [main, "add", file, "--json"], {
    env,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const acknowledged = new Set<string>();
  let rest = "";
  child.stdout.on("data", (chunk: Buffer) => {
    const parts = (rest + chunk.toString()).split("\n");
    rest = parts.pop() ?? "";
    for (const line of parts) acknowledged.add((JSON.parse(line) as { document: string }).document);
  });
  // Not before something was acknowledged: what nobody was promised cannot be lost. Then at different moments.
  while (acknowledged.size === 0 && child.exitCode === null) await wait(5);
  await wait((round * 7919) % 700);
  if (child.exitCode !== null) return "the program had ended before it was killed";
  kill(victim, child);
  await ended(child);
  try {
    sanad("add", file, "--json");
    const counts = sanad("add", file, "--json")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { kind: string; document: string });
    const documents = new Set(counts.map(({ document }) => document));
    if (counts.some(({ kind }) => kind !== "same")) return "a third adding added something";
    if (documents.size !== REPORTS) return `${documents.size} documents of ${REPORTS} reports`;
    if (acknowledged.size === 0) return "nothing was acknowledged before the kill";
    const lost = [...acknowledged].filter((document) => !documents.has(document));
    if (lost.length > 0) return `${lost.length} acknowledged reports are lost`;
    sanad("verify");
    return null;
  } catch (error) {
    const output =
      error instanceof Error && "stderr" in error ? String(error.stderr) : String(error);
    return output.trim().split("\n").slice(-3).join(" | ");
  }
}

function kill(victim: (typeof VICTIMS)[number], child: ChildProcess): void {
  if (victim !== "database") child.kill("SIGKILL");
  if (victim === "program") return;
  const pid = Number(
    readFileSync(join(folder, "database/data/postmaster.pid"), "utf8").split("\n")[0],
  );
  process.kill(pid, "SIGKILL");
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise<void>((resolve) => child.once("exit", () => resolve()));
}

function sanad(...words: readonly string[]): string {
  return execFileSync(process.execPath, [main, ...words], {
    env,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: 1 << 28,
  });
}

function spawnAndForget(...words: readonly string[]): void {
  spawn(process.execPath, [main, ...words], { env, stdio: "ignore" });
}
