import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";

/** An archive that things happen to, driven through the built program. */
export type World = {
  /** Folder above the archive, for files of the test. */
  readonly parent: string;
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
};

/** What a command came to. */
export type Outcome = { readonly code: number | null; readonly out: string; readonly told: string };

const main = join(import.meta.dirname, "../../dist/cli/main.js");
export const dist = join(import.meta.dirname, "../../dist");

/** Throws where the program that is tried is not built of the source that stands here. */
export function assertBuilt(): void {
  const root = join(import.meta.dirname, "../..");
  const builtAt = existsSync(main) ? statSync(main).mtimeMs : 0;
  const isOlder = readdirSync(join(root, "src"), { recursive: true, withFileTypes: true }).some(
    (entry) => entry.isFile() && statSync(join(entry.path, entry.name)).mtimeMs > builtAt,
  );
  if (isOlder) throw new Error("The built program is older than its source: npm run build");
}

/** A world in a folder of its own; its archive is not made yet. */
export function worldAt(parent: string, name: string): World {
  const folder = join(parent, name);
  const env = {
    ...process.env,
    SANAD_ARCHIVE: folder,
    SANAD_PASSPHRASE: "six words that nobody else would say",
    SANAD_ACTOR: "Mina Karimpour",
    SANAD_ROLE: "editor",
    SANAD_LANG: "en",
  };
  return { parent, folder, env };
}

/** Runs a command to its end. */
export function sanad(
  { env, parent }: World,
  words: readonly string[],
  also: Readonly<Record<string, string>> = {},
  input = "",
): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...words], {
    env: { ...env, ...also },
    cwd: parent,
    input,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  return { code: status, out: stdout, told: stderr };
}

/** Runs a command that must do; answers with what it printed. */
export function must(world: World, ...words: readonly string[]): string {
  const { code, out, told } = sanad(world, words);
  if (code === 0) return out;
  throw new Error(
    `sanad ${words[0] ?? ""} ended with ${code}: ${(told || out).trim().slice(-400)}`,
  );
}

/** A command that must end so; answers with what it came to. */
export function expectCode(outcome: Outcome, code: number): Outcome {
  if (outcome.code === code) return outcome;
  throw new Error(
    `ended with ${outcome.code}, not ${code}: ${(outcome.told + outcome.out).slice(-400)}`,
  );
}

/** Starts a command that something will happen to. */
export function start(
  { env, parent }: World,
  words: readonly string[],
  input: string | null = null,
): ChildProcess {
  const child = spawn(process.execPath, [main, ...words], {
    env,
    cwd: parent,
    stdio: [input === null ? "ignore" : "pipe", "pipe", "ignore"],
  });
  child.stdin?.on("error", () => undefined).end(input);
  return child;
}

/** Starts a small program over the compiled sources. */
export function startScript({ env, parent }: World, script: string): ChildProcess {
  return spawn(process.execPath, ["--input-type=module", "-e", script], {
    env,
    cwd: parent,
    stdio: ["ignore", "pipe", "ignore"],
  });
}

/** Everything agrees, or it is said what does not. */
export function verified(world: World, isDeep: boolean): number {
  // What was cut short is linked by the next one who asks about people, and compared only then.
  if (isDeep) must(world, "link");
  const { code, out, told } = sanad(world, ["verify", "--json", ...(isDeep ? ["--deep"] : [])]);
  if (code !== 0)
    throw new Error(`verify ended with ${code}: ${(out + told).trim().slice(0, 400)}`);
  return (JSON.parse(out) as { entries: number }).entries;
}

/** A file of made-up reports, one a line. */
export function writeReports(
  { parent }: World,
  name: string,
  count: number,
  texts: readonly string[],
): string {
  const file = join(parent, `${name}.jsonl`);
  const lines = Array.from({ length: count }, (_, at) =>
    JSON.stringify({
      id: `${name}-${at}`,
      text: `${name}, report ${at}.\n\n${texts[at % texts.length] ?? ""}`,
    }),
  );
  writeFileSync(file, `${lines.join("\n")}\n`);
  return file;
}

/** Documents that adding a file tells of, and whether anything was new. */
export function added(out: string): { readonly documents: string[]; readonly isNew: boolean } {
  const outcomes = out
    .trim()
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as { kind: string; document: string });
  return {
    documents: outcomes.map(({ document }) => document),
    isNew: outcomes.some(({ kind }) => kind === "added"),
  };
}

/** Kills the database's first process; its others end with it. */
export function killDatabase({ folder }: World): void {
  const file = join(folder, "database/data/postmaster.pid");
  if (!existsSync(file)) return;
  try {
    process.kill(Number(readFileSync(file, "utf8").split("\n")[0]), "SIGKILL");
  } catch {
    // It ended by itself.
  }
}

/** Asks the embedded database as its owner. */
export async function query(
  { folder }: World,
  text: string,
  database = "sanad",
): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({
    host: join(folder, "database/run"),
    user: "sanad_owner",
    database,
  });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}
