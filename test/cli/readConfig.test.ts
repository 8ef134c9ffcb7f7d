import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { DEFAULTS, parseConfig, readConfig, SETTINGS } from "../../src/flow/readConfig.ts";

test("readConfig() answers with the defaults where there is no file", () => {
  inFolder((folder) => assert.equal(readConfig(null, {}, folder), DEFAULTS));
});

test("readConfig() takes --config over SANAD_CONFIG over the folder's file", () => {
  inFolder((folder) => {
    for (const [name, width] of [
      ["sanad.config.json", 50],
      ["env.json", 60],
      ["given.json", 70],
    ] as const) {
      writeFileSync(join(folder, name), JSON.stringify({ width }));
    }
    const env = { SANAD_CONFIG: "env.json" };
    assert.equal(readConfig(null, {}, folder).width, 50);
    assert.equal(readConfig(null, env, folder).width, 60);
    assert.equal(readConfig("given.json", env, folder).width, 70);
  });
});

test("readConfig() says so when a file that was named is not there", () => {
  inFolder((folder) => {
    assert.throws(() => readConfig("none.json", {}, folder), {
      code: "not-found",
      message: /none\.json/,
    });
  });
});

test("parseConfig() freezes a complete settings object", () => {
  const text = '{"timeZone": "Asia/Tokyo", "publishers": {"News.example": "Example News"}}';
  const config = parseConfig(text, "a.json");
  assert.ok(Object.isFrozen(config));
  assert.equal(config.timeZone, "Asia/Tokyo");
  assert.equal(config.pageLanguage, DEFAULTS.pageLanguage);
  assert.equal(config.publishers.get("news.example"), "Example News");
  for (const { key } of SETTINGS) assert.ok(key in config, key);
});

const REFUSED: readonly (readonly [string, RegExp])[] = [
  ['{"timezone": "UTC"}', /unknown key timezone; did you mean timeZone\?/],
  ['{"colour": true}', /unknown key colour; it may hold timeZone, /],
  ['{"timeZone": "Mars/Olympus"}', /needs an IANA time zone .* under timeZone/],
  ['{"pageLanguage": "de"}', /needs en or fa under pageLanguage/],
  ['{"width": 12}', /under width/],
  ['{"publishers": {"a": 1}}', /under publishers/],
  ["[]", /must hold one JSON object/],
  ["{", /is no valid JSON/],
];
for (const [text, message] of REFUSED) {
  test(`parseConfig() refuses ${text}`, () => {
    assert.throws(() => parseConfig(text, "a.json"), { code: "input-refused", message });
  });
}

function inFolder(run: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), "sanad-"));
  try {
    run(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
