/**
 * In: readings and the pack's organisations. Out: who says what, each voice once.
 * Never: makes one person of two that only share a surname; says who is right.
 */
import type { Attribution, Claim } from "../model/claim.ts";
import type { OrganisationRow } from "../model/reference.ts";
import type { Reading } from "../model/reading.ts";
import { foldName } from "./names.ts";
import type { FindOrganisation } from "./organisations.ts";

export type SourceKind = "organisation" | "person" | "group" | "post" | "unnamed" | "author";

/** A voice and everything it says. */
export type SourceGroup = {
  readonly key: string;
  readonly kind: SourceKind;
  /** The fullest name found; null for the author of a report, and for a voice that nothing names. */
  readonly name: string | null;
  /** The report whose author speaks, for kind `author`, else null. */
  readonly report: number | null;
  readonly organisation: OrganisationRow | null;
  readonly alsoCalled: readonly string[];
  readonly claims: readonly Claim[];
};

const KIND_ORDER: readonly SourceKind[] = [
  "organisation",
  "person",
  "group",
  "post",
  "unnamed",
  "author",
];

/** The last link of the chain: who is said to know it. Null is the document's author. */
export function speakerLink(claim: Claim): Attribution | null {
  const last = claim.attribution.at(-1) ?? null;
  return last === null || last.type === "author" ? null : last;
}

/** Groups all claims by their innermost source: organisations by the pack's names, persons by their fullest name. */
export function groupSources(
  readings: readonly Reading[],
  findOrganisation: FindOrganisation,
): readonly SourceGroup[] {
  const persons = readings.map(personsOf);
  const everyone = [...new Set(persons.flat())];
  const speakers = speakersOf(readings);
  const groups = new Map<string, { group: SourceGroup; claims: Claim[]; names: Set<string> }>();
  for (const [report, reading] of readings.entries()) {
    for (const claim of reading.claims) {
      const own = persons[report] ?? [];
      const voice = voiceOf(claim, report, own, everyone, speakers, findOrganisation);
      const found = groups.get(voice.key) ?? { group: voice, claims: [], names: new Set() };
      found.claims.push(claim);
      const said = speakerLink(claim);
      if (said !== null) found.names.add(said.source ?? said.words);
      groups.set(voice.key, found);
    }
  }
  return [...groups.values()]
    .map(({ group, claims, names }) => finish(group, claims, [...names]))
    .sort(orderGroups);
}

/** Key of the voice behind each claim: the independence group where the pack knows one, else the source. */
export function voiceKeys(groups: readonly SourceGroup[]): ReadonlyMap<Claim, string> {
  return new Map(
    groups.flatMap((group) => group.claims.map((claim) => [claim, voiceKey(group)] as const)),
  );
}

function voiceKey({ organisation, key }: SourceGroup): string {
  const group = organisation?.independenceGroup ?? null;
  const names = group === null || group === "derived" || group === "media";
  return names ? key : `voices:${group}`;
}

function voiceOf(
  claim: Claim,
  report: number,
  persons: readonly string[],
  everyone: readonly string[],
  speakers: ReadonlySet<string>,
  findOrganisation: FindOrganisation,
): SourceGroup {
  const link = speakerLink(claim);
  const base = { report: null, organisation: null, alsoCalled: [], claims: [] };
  if (link === null)
    return { ...base, key: `author:${report}`, kind: "author", name: null, report };
  const written = link.source ?? link.words;
  const organisation = findOrganisation(written) ?? findOrganisation(link.words);
  if (organisation !== null) {
    return {
      ...base,
      key: `org:${organisation.id}`,
      kind: "organisation",
      name: written,
      organisation,
    };
  }
  // "A relative of Dara Karimi" is not Dara Karimi: of an unnamed voice only a bare name tells who it is.
  const isBare = link.type !== "unnamed" || everyone.some((name) => isNamedBy(written, name));
  const named = isBare ? fullestName(written, persons, everyone) : null;
  const person = named !== null && isOfAnother(written, named, speakers) ? null : named;
  if (person !== null)
    return { ...base, key: `person:${foldName(person)}`, kind: "person", name: person };
  if (link.type === "unnamed") {
    return {
      ...base,
      key: `unnamed:${report}:${foldName(written)}`,
      kind: "unnamed",
      // Of a quotation whose speaker nothing names only its mark stands there.
      name: /\p{L}/u.test(written) ? written : null,
    };
  }
  // Whoever has a name is one voice, quoted or not; a description ("officials", "a teacher") within a report only.
  if (link.type !== "post" && isProperName(written))
    return { ...base, key: `group:${foldName(written)}`, kind: "group", name: written };
  const key = `${link.type === "post" ? "post" : "group"}:${report}:${foldName(written)}`;
  return { ...base, key, kind: link.type === "post" ? "post" : "group", name: written };
}

/**
 * "The mother of A", where the claim she makes names nobody as its speaker: words before the name of one to whom something was done.
 * A name that the reading takes for the speaker's own is one.
 */
function isOfAnother(written: string, name: string, speakers: ReadonlySet<string>): boolean {
  const words = foldName(written).split(" ");
  const isDescribed = words.length > foldName(name).split(" ").length;
  return isDescribed && !speakers.has(foldName(name));
}

/** The words are the name, or how it ends ("Karimi" of "Dara Karimi"). */
function isNamedBy(written: string, name: string): boolean {
  return endsWith(foldName(name).split(" "), foldName(written).split(" "));
}

/** Two words or more with capitals, none of which is written small but short ones ("Alborz Prisoners' Association", "Union of Teachers"). */
function isProperName(written: string): boolean {
  const words = written.replace(/^the /iu, "").split(/\s+/u);
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word));
  return capitals.length > 1 && words.every((word) => /^\p{Lu}/u.test(word) || word.length < 4);
}

/**
 * The fullest name of the person that the words name, or null. "Karimi" is Dara Karimi where the report names
 * one Karimi only; a surname alone never reaches into another report.
 */
function fullestName(
  written: string,
  persons: readonly string[],
  everyone: readonly string[],
): string | null {
  const words = foldName(written).split(" ");
  const inReport = longestMatch(words, persons);
  const name = inReport === "ambiguous" ? null : inReport;
  if (name !== null) return longestOf(longestMatch(foldName(name).split(" "), everyone), name);
  const elsewhere = longestMatch(
    words,
    everyone.filter((other) => foldName(other).includes(" ")),
  );
  return words.length > 1 && elsewhere !== "ambiguous" ? elsewhere : null;
}

function longestOf(found: string | null, name: string): string {
  return found === null || found === "ambiguous" || !foldName(name).includes(" ") ? name : found;
}

/** Names that end the words ("former minister Dara Karimi") or are ended by them ("Karimi"). */
function longestMatch(words: readonly string[], names: readonly string[]): string | null {
  const found = names.filter((name) => {
    const parts = foldName(name).split(" ");
    return endsWith(words, parts) || endsWith(parts, words);
  });
  const distinct = [...new Set(found.map(foldName))].sort((a, b) => b.length - a.length);
  const longest = distinct[0];
  if (longest === undefined) return null;
  const parts = longest.split(" ");
  const clash = distinct.some((name) => !endsWith(parts, name.split(" ")));
  return clash ? "ambiguous" : (found.find((name) => foldName(name) === longest) ?? null);
}

function endsWith(words: readonly string[], end: readonly string[]): boolean {
  const from = words.length - end.length;
  return from >= 0 && end.every((word, index) => words[from + index] === word);
}

function personsOf(reading: Reading): readonly string[] {
  const names = reading.claims.flatMap((claim) => claim.persons.map((person) => person.name));
  return [...new Set(names)];
}

/** Folded names of those who are said to speak. */
function speakersOf(readings: readonly Reading[]): ReadonlySet<string> {
  const speaking = readings
    .flatMap(({ claims }) => claims.flatMap(({ persons }) => persons))
    .filter(({ role }) => role === "speaker");
  return new Set(speaking.map(({ name }) => foldName(name)));
}

function finish(
  group: SourceGroup,
  claims: readonly Claim[],
  names: readonly string[],
): SourceGroup {
  const longest = [...names].sort((a, b) => b.length - a.length)[0] ?? group.name;
  const name = group.kind === "organisation" ? longest : group.name;
  const shown = foldName(name ?? "");
  const alsoCalled = names.filter((other) => foldName(other) !== shown);
  return { ...group, name, alsoCalled, claims };
}

function orderGroups(a: SourceGroup, b: SourceGroup): number {
  const kinds = KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind);
  if (kinds !== 0) return kinds;
  if (a.kind === "author" && b.kind === "author") return (a.report ?? 0) - (b.report ?? 0);
  return b.claims.length - a.claims.length; // equals stay in the order of the reports
}
