import assert from "node:assert/strict";
import { test } from "node:test";
import { packs } from "./reading.ts";

test("gate() opens for a short text whose only people are named", () => {
  assert.ok(packs.gate("Navid Tahmasian was freed on bail on Thursday."));
  assert.ok(packs.gate("نوید طهماسیان به دار آویخته شد."));
});

test("gate() stays shut for what tells of nothing", () => {
  assert.ok(!packs.gate("The album was recorded in a small studio by the sea."));
  assert.ok(!packs.gate(""));
});

test("gate() asks a long text for people beside the trigger", () => {
  const filler = "The library opens new doors to modern music from overseas. ".repeat(20);
  assert.ok(!packs.gate(`${filler}An appeal for funds ended.`));
  assert.ok(packs.gate(`${filler}An appeal for two men ended.`));
});
