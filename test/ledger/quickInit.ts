/**
 * Making a cluster takes PostgreSQL half a second, the same each time. The tests name a folder of programs whose initdb copies the
 * cluster that the real one made first; everything else is the real server.
 */
import { chmodSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findServer } from "../../src/ledger/postgres/findServer.ts";
import { reachable } from "../../src/ledger/postgres/keeper.ts";
import { findOwner } from "../../src/ledger/postgres/owner.ts";

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

function writeProgram(path: string, script: string): void {
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
}
