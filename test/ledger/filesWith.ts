import { filesWith as filesIn } from "../../scripts/faults/marks.ts";

/** Files below a folder, or of the server that is tested on, that hold one of these, in whatever clothing. */
export function filesWith(own: string, markers: readonly (string | Buffer)[]): string[] {
  const server = process.env["SANAD_TEST_SERVER_DATA"];
  return [own, ...(server === undefined ? [] : [server])].flatMap((folder) =>
    filesIn(folder, markers).map(({ name }) => name),
  );
}
