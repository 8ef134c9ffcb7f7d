import { spawn } from "node:child_process";

/** Everything a commit is checked for, side by side; prints what failed in full and the rest in a line. */
const CHECKS: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ["format", "node_modules/.bin/biome", "format", "."],
  ["format of packs", "node", "--import", "tsx", "scripts/formatPacks.ts", "--check"],
  ["lint", "node_modules/.bin/oxlint", "--type-aware"],
  ["types", "node_modules/.bin/tsc", "-p", "tsconfig.json"],
  ["unused", "node_modules/.bin/knip", "--no-progress"],
  ["layers and docs", "npm", "test", "--silent", "--", "layers.test", "docs.test"],
];

type Outcome = {
  readonly name: string;
  readonly ok: boolean;
  readonly seconds: string;
  readonly output: string;
};

const outcomes = await Promise.all(
  CHECKS.map(([name, command, ...args]) => run(name, command, args)),
);

for (const { name, output } of outcomes.filter((outcome) => !outcome.ok)) {
  console.log(`── ${name} ${"─".repeat(Math.max(0, 74 - name.length))}\n${output.trim()}\n`);
}
for (const { name, ok, seconds } of outcomes) {
  console.log(`${ok ? "✓" : "✗"} ${name.padEnd(16)} ${seconds.padStart(5)} s`);
}
const failed = outcomes.filter((outcome) => !outcome.ok).length;
console.log(`${outcomes.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

async function run(name: string, command: string, args: readonly string[]): Promise<Outcome> {
  const startedAt = performance.now();
  return new Promise((resolve) => {
    let output = "";
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    const finish = (ok: boolean) =>
      resolve({ name, ok, seconds: ((performance.now() - startedAt) / 1000).toFixed(1), output });
    child.on("error", (error) => {
      output += error.message;
      finish(false);
    });
    child.on("close", (code) => finish(code === 0));
  });
}
