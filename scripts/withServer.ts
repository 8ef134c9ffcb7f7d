import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { findOwner } from "../src/ledger/postgres/owner.ts";

/**
 * Runs a command with a PostgreSQL server of the machine's own packages: `node --import tsx scripts/withServer.ts npm test -- ledger/`.
 * SANAD_TEST_SERVER names it to the tests, SANAD_TEST_SERVER_DATA its files where they may be read. It is stopped and removed after.
 */
const FOLDER = "/usr/lib/postgresql";
const [command = "", ...words] = process.argv.slice(2);
const bin = newestServer();
const parent = mkdtempSync(join(tmpdir(), "sanad-server-"));
chmodSync(parent, 0o711);
const data = join(parent, "data");
const owner = findOwner(parent);
if (owner.uid !== undefined && owner.gid !== undefined) chownSync(parent, owner.uid, owner.gid);
const run = { ...owner, cwd: parent, env: { PATH: process.env["PATH"] ?? "", LC_ALL: "C.UTF-8" } };
execFileSync(
  join(bin, "initdb"),
  [
    "-D",
    data,
    "-U",
    "postgres",
    "--auth=trust",
    "--encoding=UTF8",
    "--locale=C.UTF-8",
    "--no-sync",
  ],
  { ...run, stdio: ["ignore", "ignore", "inherit"] },
);
const settings = {
  listen_addresses: "",
  unix_socket_directories: parent,
  max_connections: "60",
  // As a careful keeper of a server sets it, so that erased rows do not stay in files that are used again.
  wal_recycle: "off",
  timezone: "Asia/Tehran",
};
const server = spawn(
  join(bin, "postgres"),
  ["-D", data, ...Object.entries(settings).flatMap(([key, value]) => ["-c", `${key}=${value}`])],
  { ...run, stdio: ["ignore", "ignore", "ignore"] },
);
let status = 1;
try {
  const url = `postgres://postgres@localhost/postgres?host=${encodeURIComponent(parent)}`;
  await answers(url);
  const readable = process.getuid?.() === 0 || statSync(data).uid === process.getuid?.();
  status =
    spawnSync(command, words, {
      stdio: "inherit",
      env: {
        ...process.env,
        SANAD_TEST_SERVER: url,
        ...(readable ? { SANAD_TEST_SERVER_DATA: data } : {}),
      },
    }).status ?? 1;
} finally {
  server.kill("SIGINT");
  await new Promise((resolve) => server.once("exit", resolve));
  rmSync(parent, { recursive: true, force: true });
}
process.exitCode = status;

function newestServer(): string {
  const versions = existsSync(FOLDER) ? readdirSync(FOLDER) : [];
  const [newest] = versions
    .filter((name) => Number(name) >= 15)
    .sort((a, b) => Number(b) - Number(a));
  if (newest === undefined)
    throw new Error("Install PostgreSQL 15 or newer (apt install postgresql)");
  return join(FOLDER, newest, "bin");
}

async function answers(url: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const client = new pg.Client({ connectionString: url });
    client.on("error", () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await wait(100);
    }
  }
  throw new Error("The server did not start");
}
