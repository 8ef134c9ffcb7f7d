import assert from "node:assert/strict";
import { test } from "node:test";
import { indexOrganisations } from "../../src/brief/organisations.ts";
import { groupSources, voiceKeys, type SourceGroup } from "../../src/brief/sources.ts";
import type { OrganisationRow } from "../../src/model/reference.ts";
import { makeReading, type ClaimSpec } from "./makeReading.ts";

const organisation = (id: string, group: string, names: readonly string[]): OrganisationRow => ({
  id,
  name: { en: names[0] ?? id, fa: null },
  aliases: names.slice(1),
  type: "ngo",
  affiliation: { en: "made up", fa: null },
  affiliationEvidence: "documented",
  independenceGroup: group,
  groupStatus: "own",
  countingRule: null,
  site: null,
});
const ROWS = [
  organisation("watch", "watch", ["Prison Watch", "PW"]),
  organisation("watch-fr", "watch", ["Prison Watch France"]),
  organisation("digest", "derived", ["The Digest"]),
];
const find = indexOrganisations(ROWS);

function sources(
  ...reports: readonly (readonly Omit<ClaimSpec, "quote">[])[]
): readonly SourceGroup[] {
  const readings = reports.map((specs, index) =>
    makeReading({
      id: `r${index}`,
      text: "x",
      claims: specs.map((spec) => ({ quote: "x", ...spec })),
    }),
  );
  return groupSources(readings, find);
}
const by = (source: string, type: "direct" | "unnamed" | "post" | "indirect" = "indirect") => ({
  by: { source, type },
});
const shape = (groups: readonly SourceGroup[]) =>
  groups.map(({ kind, name, claims }) => [kind, name, claims.length]);

const NAMES = [
  ["Prison Watch", "watch"],
  ["the prison watch", "watch"],
  ["PW", "watch"],
  ["Prison Watch (PW)", "watch"],
  ["a new name (PW/Watch)", "watch"],
  ["Prison Watch France", "watch-fr"],
  ["a spokesman of Prison Watch", null],
  ["Prison", null],
] as const;
for (const [words, id] of NAMES) {
  test(`indexOrganisations() finds ${id ?? "nothing"} for ${JSON.stringify(words)}`, () => {
    assert.equal(find(words)?.id ?? null, id);
  });
}

test("groupSources() puts an organisation's names under one voice, across reports", () => {
  const groups = sources([by("Prison Watch (PW)")], [by("PW")]);
  assert.deepEqual(shape(groups), [["organisation", "Prison Watch (PW)", 2]]);
  assert.deepEqual(groups[0]?.alsoCalled, ["PW"]);
});

test("groupSources() takes a surname for the person whom the report names in full", () => {
  const groups = sources([
    { ...by("Dara Karimi"), persons: [{ name: "Dara Karimi", role: "speaker" }] },
    by("Karimi"),
  ]);
  assert.deepEqual(shape(groups), [["person", "Dara Karimi", 2]]);
});

test("groupSources() makes one person of the full name and the full name behind a title", () => {
  const groups = sources(
    [{ ...by("former minister Dara Karimi"), persons: [{ name: "Dara Karimi", role: "speaker" }] }],
    [{ ...by("Dara Karimi"), persons: [{ name: "Dara Karimi", role: "speaker" }] }],
  );
  assert.deepEqual(shape(groups), [["person", "Dara Karimi", 2]]);
});

test("groupSources() leaves a surname alone that two people of the report share", () => {
  const persons = [
    { name: "Dara Karimi", role: "speaker" },
    { name: "Mina Karimi", role: "speaker" },
  ] as const;
  const groups = sources([{ ...by("Karimi"), persons }, by("Dara Karimi")]);
  assert.deepEqual(shape(groups), [
    ["person", "Dara Karimi", 1],
    ["group", "Karimi", 1],
  ]);
});

test("groupSources() carries no surname from one report into another", () => {
  const groups = sources(
    [{ ...by("Dara Karimi"), persons: [{ name: "Dara Karimi", role: "speaker" }] }],
    [by("Karimi")],
  );
  assert.equal(groups.length, 2);
});

test("groupSources() keeps descriptions, unnamed sources and authors of two reports apart", () => {
  const groups = sources(
    [by("officials"), by("sources", "unnamed"), {}],
    [by("officials"), by("sources", "unnamed"), {}],
  );
  assert.deepEqual(
    groups.map((group) => group.kind),
    ["group", "group", "unnamed", "unnamed", "author", "author"],
  );
});

test("groupSources() files every claim once", () => {
  const groups = sources([by("PW"), {}, by("officials"), by("x", "post")], [{}, by("The Digest")]);
  assert.equal(
    groups.reduce((sum, group) => sum + group.claims.length, 0),
    6,
  );
});

test("voiceKeys() takes one independence group for one voice, and a compiler for none of those it compiles", () => {
  const groups = sources([by("PW"), by("Prison Watch France"), by("The Digest"), {}]);
  assert.equal(new Set(voiceKeys(groups).values()).size, 3);
});

test("groupSources() never puts the words of a relative into the mouth of the one told of", () => {
  const groups = sources([
    {
      ...by("a relative of Dara Karimi", "unnamed"),
      persons: [{ name: "Dara Karimi", role: "victim" }],
    },
  ]);
  assert.deepEqual(shape(groups), [["unnamed", "a relative of Dara Karimi", 1]]);
  const mother = {
    ...by("مادر دارا کریمی"),
    persons: [{ name: "دارا کریمی", role: "victim" }],
  } as const;
  assert.deepEqual(shape(sources([mother])), [["group", "مادر دارا کریمی", 1]]);
});

test("groupSources() takes an organisation by its name for one voice, across reports; a description stays in its own", () => {
  const groups = sources(
    [by("Karun Prisoners' Association"), by("Prison officials")],
    [by("Karun Prisoners' Association"), by("Prison officials")],
  );
  assert.deepEqual(shape(groups), [
    ["group", "Karun Prisoners' Association", 2],
    ["group", "Prison officials", 1],
    ["group", "Prison officials", 1],
  ]);
});

test("groupSources() takes whoever has a name for one voice, quoted or not, and descriptions for none", () => {
  const quoted = sources([by("Hamid Torkashi"), by("Hamid Torkashi", "direct")]);
  assert.deepEqual(shape(quoted), [["group", "Hamid Torkashi", 2]]);
  const lawyers = sources([by("the lawyer", "direct")], [by("the lawyer", "direct")]);
  assert.equal(lawyers.length, 2);
});
