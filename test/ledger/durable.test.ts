import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { readArchiveFile } from "../../src/ledger/archiveFile.ts";
import { makeFolders, placeDurably } from "../../src/ledger/durable.ts";

test("folders are made step by step, and where none can be made that is said", () => {
  inFolder((folder) => {
    const inner = join(folder, "one/two/three");
    assert.deepEqual(
      makeFolders(inner),
      ["one", "one/two", "one/two/three"].map((name) => join(folder, name)),
    );
    assert.deepEqual(makeFolders(inner), []);
    writeFileSync(join(inner, "file"), "");
    for (const path of [join(inner, "file"), join(inner, "file/below"), "/proc/1/fd/sanad/below"])
      assert.throws(() => makeFolders(path));
  });
});

test("a file gets its name with all its bytes, and only where nobody has it", () => {
  inFolder((folder) => {
    const [draft, file] = [join(folder, "draft"), join(folder, "file")];
    writeFileSync(draft, "whole");
    assert.ok(placeDurably(draft, file));
    assert.equal(readFileSync(file, "utf8"), "whole");
    assert.ok(!existsSync(draft));
    writeFileSync(draft, "another");
    assert.ok(!placeDurably(draft, file));
    assert.equal(readFileSync(file, "utf8"), "whole");
    assert.equal(readFileSync(draft, "utf8"), "another");
  });
});

test("a draft that cannot get the name leaves nothing under it", () => {
  inFolder((folder) => {
    const file = join(folder, "file");
    assert.throws(() => placeDurably(join(folder, "none"), file), /ENOENT/);
    assert.ok(!existsSync(file));
  });
});

test("the folder of an archive of another format is a newer Sanad's", () => {
  inFolder((folder) => {
    const mark = { format: 9, workspace: "w", origin: "o" };
    writeFileSync(join(folder, "sanad.archive.json"), JSON.stringify(mark));
    assert.throws(() => readArchiveFile(folder), /newer Sanad/);
  });
});

function inFolder(use: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), "sanad-durable-"));
  try {
    use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
