/**
 * In: packs of places, prisons, organisations, groups, charges, stages. Out: their names in the grammar being made.
 * Never: lets a later pack take a name from an earlier one.
 */
import { addClass, addEntry, type Draft, entryOf } from "./grammarDraft.ts";
import { items, list, type Row, slug, splitNames, text } from "./packRows.ts";
import { addPhrase, phraseWords } from "./phraseTrie.ts";
import { WORD } from "./wordClass.ts";

export function readPrisons(draft: Draft, pack: Row, path: string): void {
  for (const row of items(pack, path)) {
    const id = `${text(pack, "pack", path)}/prison/${text(row, "id", path)}`;
    const entry = entryOf("prison", id);
    for (const name of [...list(row, "names"), ...list(row, "names_fa")]) {
      addEntry(draft, name, entry);
    }
    for (const name of [...list(row, "alone"), ...list(row, "alone_fa")]) {
      addEntry(draft, name, entry);
    }
    for (const name of [...list(row, "beside"), ...list(row, "beside_fa")]) {
      const key = phraseWords(name).join(" ");
      if (!draft.prisonByTown.has(key)) draft.prisonByTown.set(key, id);
    }
  }
}

export function readOrganisations(draft: Draft, pack: Row, path: string): void {
  const owner = text(pack, "pack", path);
  for (const row of items(pack, path)) {
    const rowId = text(row, "id", path);
    const id = rowId.includes("/") ? rowId : `${owner}/org/${rowId}`;
    const written = typeof row["names"] === "string" ? row["names"].split(";") : [];
    const own = [row["en"], row["fa"]].filter((name) => typeof name === "string");
    for (const name of [...written, ...own, ...list(row, "aliases")]) {
      if (name.length < 2 || isDescription(draft, name)) continue;
      addEntry(draft, name, entryOf("organisation", id, name));
    }
  }
}

/** A described name ("the …") is none, nor is a person who speaks for an organisation. */
function isDescription(draft: Draft, name: string): boolean {
  const words = phraseWords(name);
  const [first = "", last = ""] = words;
  if (/-[a-z]+ /.test(name) || /^\p{Ll}/u.test(name)) return !has(draft, first, WORD.particle);
  if (words.length !== 2 || !/^\p{Lu}\S* /u.test(name)) return false;
  return has(draft, first, WORD.given) && !has(draft, last, NOT_A_PERSON);
}

const NOT_A_PERSON = WORD.organisationHead | WORD.eventHead | WORD.people | WORD.common;

function has(draft: Draft, word: string, bits: number): boolean {
  return ((draft.classes.get(word) ?? 0) & bits) !== 0;
}

export function readCities(draft: Draft, pack: Row, path: string): void {
  const ambiguous = new Set(splitNames(pack["ambiguous"]));
  for (const row of items(pack, path)) {
    const id = `${text(pack, "pack", path)}/city/${text(row, "id", path)}`;
    const names = [
      row["en"],
      row["fa"],
      ...list(row, "variants_latin"),
      ...list(row, "variants_fa"),
    ];
    for (const name of names) {
      if (typeof name !== "string" || name === "") continue;
      addEntry(draft, name, { ...entryOf("place", id), isAmbiguous: ambiguous.has(name) });
    }
  }
}

export function readProvinces(draft: Draft, pack: Row, path: string): void {
  const forms = list(pack, "forms");
  for (const row of items(pack, path)) {
    const id = `${text(pack, "pack", path)}/province/${text(row, "id", path)}`;
    const names = [
      row["en"],
      row["fa"],
      ...list(row, "variants_latin"),
      ...list(row, "variants_fa"),
    ];
    for (const name of names) {
      if (typeof name !== "string" || name === "") continue;
      for (const form of forms) addEntry(draft, form.replace("{name}", name), entryOf("place", id));
    }
  }
}

export function readPlaces(draft: Draft, pack: Row, path: string): void {
  const ambiguous = new Set(splitNames(pack["ambiguous"]));
  for (const row of items(pack, path)) {
    const rowId = text(row, "id", path);
    for (const name of splitNames(row["names"])) {
      const id = row["each"] === true ? `${rowId}/${slug(name)}` : rowId;
      const isCountry = row["kind"] === "country";
      const entry = { ...entryOf("place", id, name), isCountry, isAmbiguous: ambiguous.has(name) };
      addEntry(draft, name, entry);
    }
    for (const name of splitNames(row["people"])) addPeople(draft, name, rowId);
  }
}

export function readGroups(draft: Draft, pack: Row, path: string): void {
  for (const row of items(pack, path)) {
    const id = `${text(pack, "pack", path)}/group/${text(row, "id", path)}`;
    for (const name of [...list(row, "variants_latin"), ...list(row, "variants_fa")]) {
      addPeople(draft, name, id);
    }
  }
}

function addPeople(draft: Draft, name: string, id: string): void {
  addEntry(draft, name, entryOf("people", id));
  const words = phraseWords(name);
  for (const word of words) addClass(draft, word, WORD.people);
}

export function readCharges(draft: Draft, pack: Row, path: string): void {
  for (const row of items(pack, path)) {
    const names = [row["fa"], ...list(row, "variants_latin"), ...list(row, "variants_fa")];
    for (const name of names) {
      if (typeof name === "string" && name !== "")
        addPhrase(draft.charges, name, text(row, "id", path));
    }
  }
}

export function readStages(draft: Draft, pack: Row, path: string): void {
  for (const row of items(pack, path)) {
    for (const cue of [...list(row, "cues_en"), ...list(row, "cues_fa")]) {
      addPhrase(draft.stages, cue.replaceAll("...", " … "), text(row, "id", path));
    }
  }
}
