import { filesWith as filesIn } from "../../scripts/faults/marks.ts";

/** Files below a folder, or of the server that is tested on, that hold one of these, in whatever clothing. */
export async function filesWith(
  own: string,
  markers: readonly (string | Buffer)[],
): Promise<string[]> {
  const server = process.env["SANAD_TEST_SERVER_DATA"];
  const names: string[] = [];
  for (const folder of [own, ...(server === undefined ? [] : [server])])
    names.push(...(await filesIn(folder, markers)).map(({ name }) => name));
  return names;
}
