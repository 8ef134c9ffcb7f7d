/**
 * In: a name as a list writes it. Out: the people it names, each with one way or more of writing their name.
 * Never: drops a word of the name; "A and B" are two people, brackets and "known as" other names of one.
 */
import { foldForSearch } from "../base/foldForSearch.ts";
import type { LinkModel } from "./linkModel.ts";

/** Words of one way of writing a name, folded, in order. */
export type NameWords = readonly string[];

/** One person of a cell. */
export type NamedPerson = { readonly forms: readonly NameWords[] };

const PLAIN = /^[\p{L}\p{M}\s.'’-]*$/u;
const BRACKETS = /[([{«“"]([^)\]}»”"]*)[)\]}»”"]/gu;
/** More than these words are a sentence, not a name. */
const MOST_WORDS = 8;
const MOST_FORMS = 4;

/** Reads names; remembers the words it has folded, which most names share. */
export function makeNameReader(model: LinkModel): (text: string) => readonly NamedPerson[] {
  const folded = new Map<string, Folded>();
  const fold = (word: string): Folded => {
    const known = folded.get(word);
    if (known !== undefined) return known;
    const words = wordsOf(word);
    const isPlain =
      PLAIN.test(word) &&
      words.every(
        (one) => !model.joins.has(one) && !model.noNames.has(one) && !model.aliasWords.has(one),
      );
    const value = { words, isPlain };
    folded.set(word, value);
    return value;
  };
  return (text) => {
    const words: string[] = [];
    for (const part of text.split(" ")) {
      const { words: more, isPlain } = fold(part);
      if (!isPlain) return readName(text, model);
      for (const word of more) words.push(word);
    }
    return words.length === 0 ? [] : [{ forms: [words.slice(0, MOST_WORDS)] }];
  };
}

type Folded = { readonly words: NameWords; readonly isPlain: boolean };

function readName(text: string, model: LinkModel): readonly NamedPerson[] {
  const aliases: string[] = [];
  let main = text;
  if (!PLAIN.test(text)) {
    main = main.replace(BRACKETS, (_, inside: string) => {
      aliases.push(inside);
      return " ";
    });
    const [before = "", ...others] = main.split(/[/|]/u);
    main = before;
    aliases.push(...others);
  }
  const alias = model.alias.exec(main);
  if (alias !== null && alias.index > 0) {
    aliases.push(main.slice(alias.index + alias[0].length));
    main = main.slice(0, alias.index);
  }
  main = inOrder(main);
  const people = splitPeople(wordsOf(main), model);
  if (people.length === 0) return [];
  if (people.length > 1) return people.map((words) => ({ forms: [words] }));
  const forms = [people[0] ?? []];
  for (const other of aliases) {
    const words = wordsOf(inOrder(other.replace(model.alias, " ")));
    if (isName(words, model)) forms.push(...aliasForms(words, forms[0] ?? []));
  }
  return [{ forms: forms.slice(0, MOST_FORMS) }];
}

function wordsOf(text: string): NameWords {
  const folded = foldForSearch(text);
  return folded === "" ? [] : folded.split(" ");
}

/** "Torkashi, Barzan" is a name with its surname first. */
function inOrder(text: string): string {
  const comma = /^([^,،]+)[,،]\s*([^,،]+)$/u.exec(text);
  return comma === null ? text : `${comma[2] ?? ""} ${comma[1] ?? ""}`;
}

/** A nickname alone stands in for the given name: "Barzan (Baran) Torkashi" is also "Baran Torkashi". */
function aliasForms(words: NameWords, main: NameWords): readonly NameWords[] {
  if (words.length > 1 || main.length < 2) return [words];
  return [[...words, ...main.slice(1)]];
}

function splitPeople(words: NameWords, model: LinkModel): readonly NameWords[] {
  const people: string[][] = [[]];
  for (const word of words) {
    if (model.joins.has(word)) people.push([]);
    else people.at(-1)?.push(word);
  }
  const named = people.filter((person) => isName(person, model));
  const last = named.at(-1) ?? [];
  /** "Barzan and Nalin Torkashi": who has a given name alone shares the surname of the last. */
  return named.map((person) =>
    person.length === 1 && named.length > 1 && last.length > 1 && person !== last
      ? [...person, ...last.slice(1)]
      : person.slice(0, MOST_WORDS),
  );
}

function isName(words: NameWords, model: LinkModel): boolean {
  return (
    words.length > 0 && !words.every((word) => model.noNames.has(word) || /^\p{N}+$/u.test(word))
  );
}
