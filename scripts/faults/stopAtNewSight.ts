import { createRequire } from "node:module";

/**
 * Settings under which a command kills itself with SIGKILL, at its next write to a file or commit, as soon as its folder and
 * what was committed look as in no earlier run; `seen` is the file that remembers how they looked.
 */
export function stopAtNewSight(folder: string, seen: string): Readonly<Record<string, string>> {
  const pg = createRequire(import.meta.url).resolve("pg");
  const script = `
    import fs from "node:fs";
    import { createRequire, syncBuiltinESMExports } from "node:module";
    const { readdirSync, readFileSync, appendFileSync, existsSync } = fs;
    const [folder, seen] = ${JSON.stringify([folder, seen])};
    const names = (path) => existsSync(path) ? readdirSync(path).map((name) => name.replace(/\\d{2,}/, "N")).sort().join(" ") : "-";
    let commits = 0;
    const look = () => {
      const sight = [names(folder), names(folder + "/database"), names(folder + "/tiles"), commits].join(" / ");
      if (readFileSync(seen, "utf8").split("\\n").includes(sight)) return;
      appendFileSync(seen, sight + "\\n");
      process.kill(process.pid, "SIGKILL");
    };
    for (const name of ["openSync", "writeSync", "closeSync", "renameSync", "linkSync", "mkdirSync", "rmSync", "writeFileSync"]) {
      const real = fs[name];
      fs[name] = (...given) => { const result = real(...given); look(); return result; };
    }
    syncBuiltinESMExports();
    const { Client } = createRequire(${JSON.stringify(import.meta.url)})(${JSON.stringify(pg)});
    const query = Client.prototype.query;
    Client.prototype.query = function (...given) {
      const result = query.apply(this, given);
      const text = typeof given[0] === "string" ? given[0] : given[0]?.text;
      return text === "commit" ? result.then((rows) => { commits += 1; look(); return rows; }) : result;
    };`;
  return { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(script)}` };
}
