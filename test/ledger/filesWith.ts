import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Files below a folder, or of the server that is tested on, that hold one of these, byte for byte. */
export function filesWith(own: string, markers: readonly (string | Buffer)[]): string[] {
  const server = process.env["SANAD_TEST_SERVER_DATA"];
  return [own, ...(server === undefined ? [] : [server])].flatMap((folder) =>
    filesIn(folder, markers),
  );
}

function filesIn(folder: string, markers: readonly (string | Buffer)[]): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => {
    const path = join(folder, name);
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return false;
    const bytes = readFileSync(path);
    return markers.some((marker) => marker.length > 0 && bytes.includes(marker));
  });
}
