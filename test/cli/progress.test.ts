import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { test } from "node:test";
import { type Io, screenOf } from "../../src/cli/io.ts";
import { cliWordsEn } from "../../src/cli/words/cliWordsEn.ts";
import { startProgress } from "../../src/cli/progress.ts";

const ROWS: readonly (readonly [string, boolean, number, boolean])[] = [
  ["many files on a terminal", true, 50, true],
  ["a few files on a terminal", true, 3, false],
  ["many files into a pipe", false, 50, false],
];
for (const [name, isTerminal, total, isShown] of ROWS) {
  test(`progress over ${name} is ${isShown ? "shown and wiped" : "silent"}`, () => {
    let told = "";
    const screen = { isTerminal, hasColor: false, columns: 80 };
    const tell = (text: string) => {
      told += text;
    };
    const io: Pick<Io, "tell" | "stderr"> = { tell, stderr: screen };
    const progress = startProgress(total, io, cliWordsEn);
    for (let step = 0; step < total; step += 1) progress.step();
    progress.end();
    if (isShown) assert.match(told, /^\r\u001B\[K0 of 50 reports read.*\r\u001B\[K$/s);
    else assert.equal(told, "");
  });
}

test("progress over many files into a pipe is a line now and then", () => {
  let told = "";
  const stderr = { isTerminal: false, hasColor: false, columns: null };
  const tell = (text: string) => {
    told += text;
  };
  const progress = startProgress(50, { tell, stderr }, cliWordsEn, 0);
  progress.step();
  progress.step();
  progress.end();
  assert.match(told, /^1 of 50 reports read.*\n2 of 50 reports read.*\n$/);
});

test("screenOf() gives colour to a terminal that wants it", () => {
  const terminal = Object.assign(new PassThrough(), { isTTY: true, columns: 90 });
  assert.deepEqual(screenOf(terminal, {}), { isTerminal: true, hasColor: true, columns: 90 });
  assert.equal(screenOf(terminal, { NO_COLOR: "1" }).hasColor, false);
  assert.equal(screenOf(terminal, { TERM: "dumb" }).hasColor, false);
  assert.equal(screenOf(new PassThrough(), {}).hasColor, false);
});
