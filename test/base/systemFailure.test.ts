import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { systemFailure } from "../../src/base/systemFailure.ts";

test("errors of the operating system are told with their file and what to do", () => {
  const folder = mkdtempSync(join(tmpdir(), "sanad-"));
  try {
    const file = join(folder, "file");
    writeFileSync(file, "x");
    chmodSync(file, 0o600);
    const told = (work: () => unknown): readonly (string | undefined)[] => {
      try {
        work();
      } catch (error) {
        const failure = systemFailure(error);
        return [failure?.code, failure?.message];
      }
      return [];
    };
    assert.deepEqual(
      told(() => readFileSync(folder)),
      ["input-refused", "a file is a folder, where a file is needed"],
    );
    assert.deepEqual(
      told(() => readFileSync(join(file, "x"))),
      ["not-found", `${join(file, "x")} cannot be: what stands above it is a file`],
    );
    // What is not there, or is no error of the system, may be a fault of the program.
    assert.deepEqual(
      told(() => readFileSync(join(folder, "nothing"))),
      [undefined, undefined],
    );
    assert.deepEqual(
      told(() => JSON.parse("{")),
      [undefined, undefined],
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
