/**
 * Making a cluster takes PostgreSQL half a second, and our tables a third of one, the same each time. The tests name a folder of programs
 * whose initdb copies the cluster that the real one made first, with our tables in it; everything else is the real server. The
 * keeper is compiled once, since a loader of TypeScript beside each server costs more than the server.
 */
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { openAsOwner } from "../../src/ledger/database.ts";
import { migrate } from "../../src/ledger/migrate.ts";
import { findServer } from "../../src/ledger/postgres/findServer.ts";
import { reachable } from "../../src/ledger/postgres/keeper.ts";
import { findOwner } from "../../src/ledger/postgres/owner.ts";
import { keepBy, stopEmbedded } from "../../src/ledger/postgres/startEmbedded.ts";

/** A folder of PostgreSQL's programs with the quick initdb; it goes when this process ends. */
export function quickPrograms(parent: string): string {
  const folder = join(parent, `sanad-programs-${process.pid}`);
  const kept = join(folder, "kept");
  mkdirSync(kept, { recursive: true });
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  // Under root the database runs as another user, who makes the first cluster.
  chmodSync(folder, 0o755);
  chmodSync(kept, 0o1777);
  const { bin } = reachable(findServer(process.env), findOwner(folder));
  writeProgram(join(folder, "postgres"), `exec "${bin}/postgres" "$@"`);
  writeProgram(
    join(folder, "initdb"),
    `# initdb --pgdata FOLDER OPTION…
to="$2"; shift 2
from="${kept}/$(printf '%s ' "$@" | cksum | tr ' ' -)"
if [ ! -d "$from" ]; then
  "${bin}/initdb" --pgdata "$from.$$" "$@" || exit 1
  ln -sn "$from.$$" "$from" || rm -r "$from.$$"
fi
mkdir -m 700 "$to" && exec cp -R "$from/." "$to"`,
  );
  return folder;
}

/** Compiles the keeper, and puts a cluster that has our tables in the place of the one that is copied. */
export async function prepareQuickly(programs: string): Promise<void> {
  const keeper = join(programs, "keeper.js");
  writeFileSync(join(programs, "package.json"), '{ "type": "module" }\n');
  await build({
    entryPoints: [join(import.meta.dirname, "../../src/ledger/postgres/keeper.ts")],
    outfile: keeper,
    bundle: true,
    platform: "node",
    format: "esm",
    external: ["pg-native"],
    banner: {
      js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
    },
  });
  chmodSync(keeper, 0o644);
  keepBy(keeper);
  const folder = join(programs, "made");
  const owner = await openAsOwner({ kind: "embedded", folder });
  await migrate(owner);
  await owner.destroy();
  await stopEmbedded(folder);
  const kept = join(programs, "kept");
  for (const name of readdirSync(kept)) {
    if (/\.\d+$/.test(name)) continue;
    const cluster = readlinkSync(join(kept, name));
    rmSync(cluster, { recursive: true });
    renameSync(join(folder, "data"), cluster);
  }
}

function writeProgram(path: string, script: string): void {
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
}
