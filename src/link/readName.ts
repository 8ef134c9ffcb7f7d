/**
 * In: a name as a list writes it. Out: the people it names, each with one way or more of writing their name.
 * Never: drops a word of the name; "A and B" are two people, brackets and "known as" other names of one.
 */
import { foldForSearch } from "../base/foldForSearch.ts";
import type { LinkModel } from "./linkModel.ts";

/** Words of one way of writing a name, folded, in order. */
export type NameWords = readonly string[];

/** One person of a cell. */
export type NamedPerson = {
  readonly forms: readonly NameWords[];
  /** Words of the father's name, where the name says it. */
  readonly father?: NameWords;
};

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
    const words = wordsOf(word, model);
    const isPlain =
      PLAIN.test(word) &&
      words.every(
        (one) =>
          !model.joins.has(one) &&
          !model.noNames.has(one) &&
          !model.aliasWords.has(one) &&
          !model.kinWords.has(one) &&
          !model.fatherWords.has(one),
      );
    const isPersian = model.letters.isPersian(word);
    const value = {
      words,
      bare: isPersian ? words : bareOf(word, words, model),
      isPlain,
      isPersian,
    };
    folded.set(word, value);
    return value;
  };
  return (text) => {
    const words: string[] = [];
    const bare: string[] = [];
    let isMarked = false;
    const isPersian = model.letters.isPersian(text);
    for (const part of text.split(" ")) {
      const { words: more, bare: plain, isPlain, isPersian: isPersianPart } = fold(part);
      if (!isPlain || (isPersian && !isPersianPart && more.length > 0))
        return readName(text, model);
      for (const word of more) words.push(word);
      for (const word of plain) bare.push(word);
      isMarked ||= plain !== more;
    }
    if (words.length === 0) return [];
    const forms = isMarked ? [words, bare] : [words];
    return [{ forms: forms.map((form) => form.slice(0, MOST_WORDS)) }];
  };
}

/**
 * A word as who has no marks at hand types it: "Çetin" is Chetin, and Cetin in another list. The word itself where the marks are of
 * vowels alone.
 */
function bareOf(word: string, words: NameWords, { letters }: LinkModel): NameWords {
  const folded = foldForSearch(word);
  const bare = folded === "" ? [] : folded.split(" ");
  const consonantsOf = (each: NameWords): string =>
    each.map((one) => letters.skeletonOf(letters.soundsOf(one, false))).join(" ");
  return consonantsOf(bare) === consonantsOf(words) ? words : bare;
}

type Folded = {
  readonly words: NameWords;
  /** As it is typed without marks; `words` itself where that reads alike. */
  readonly bare: NameWords;
  readonly isPlain: boolean;
  readonly isPersian: boolean;
};

function readName(text: string, model: LinkModel): readonly NamedPerson[] {
  const aliases: string[] = [];
  let main = text;
  if (!PLAIN.test(text)) {
    main = main.replace(BRACKETS, (_, inside: string) => {
      if (isAlias(wordsOf(inside, model), model)) aliases.push(inside);
      return " ";
    });
    const [before = "", ...others] = main.split(/[/|]/u);
    main = before.replace(/[&+;]/gu, ` ${model.join} `);
    aliases.push(...others);
  }
  const alias = model.alias.exec(main);
  if (alias !== null && alias.index > 0) {
    aliases.push(main.slice(alias.index + alias[0].length));
    main = main.slice(0, alias.index);
  }
  const people = splitPeople(withoutKin(wordsOf(inOrder(main, model), model), model), model);
  if (people.length === 0) return [];
  if (people.length === 1) {
    const named = splitFather(people[0] ?? [], model);
    if (named !== null) return [named];
  }
  if (people.length > 1) return people.map((words) => ({ forms: splitScripts(words, model) }));
  const forms = [...splitScripts(people[0] ?? [], model)];
  for (const other of aliases) {
    const words = withoutKin(
      wordsOf(inOrder(other.replace(model.alias, " "), model), model),
      model,
    );
    if (isName(words, model)) forms.push(...aliasForms(words, forms[0] ?? []));
  }
  return [{ forms: forms.slice(0, MOST_FORMS) }];
}

function wordsOf(text: string, model: LinkModel): NameWords {
  const folded = foldForSearch(model.letters.spellOut(text));
  return folded === "" ? [] : folded.split(" ");
}

/** "Torkashi, Barzan" is a name with its surname first; "Barzan Torkashi, Nalin Delavari" are two people. */
function inOrder(text: string, model: LinkModel): string {
  const comma = /^([^,،]+)[,،]\s*([^,،]+)$/u.exec(text);
  if (comma === null) return text;
  const [before, behind] = [comma[1] ?? "", comma[2] ?? ""];
  const isKin = wordsOf(behind, model).some((word) => model.kinWords.has(word));
  if (isKin) return `${before} ${behind}`;
  return wordsOf(before, model).length > 1 && wordsOf(behind, model).length > 1
    ? `${before} ${model.join} ${behind}`
    : `${behind} ${before}`;
}

/** "Barzan Torkashi, brother of Nalin" is Barzan; "daughter of Barzan Torkashi" names nobody. */
function withoutKin(words: NameWords, model: LinkModel): NameWords {
  const kin = words.findIndex((word) => model.kinWords.has(word));
  return kin < 0 ? words : words.slice(0, kin);
}

/** "Barzan bin Nalin al-Torkashi" is Barzan Torkashi, son of Nalin; null where no father is named. */
function splitFather(words: NameWords, model: LinkModel): NamedPerson | null {
  const at = words.findIndex((word) => model.fatherWords.has(word));
  if (at < 1) return null;
  const isBound = (word = "") => model.bound.before.has(word);
  const isPart = (word = "") => model.bound.behind.has(word);
  let end = at + 2;
  if (isBound(words[at + 1])) end++;
  while (isPart(words[end])) end++;
  const father = words.slice(at + 1, end);
  if (father.length === 0) return null;
  const rest = words.slice(end).filter((word) => !model.fatherWords.has(word));
  const own = [...words.slice(0, at), ...rest];
  const isWhole = own.some((word, place) => place >= at && !model.weak.has(word));
  const byFather = [...words.slice(0, at), ...father];
  return { forms: isWhole ? [own, byFather] : [byFather], father };
}

/** A bracket holds another name where one of its words is known as a name, and nothing else that is no name. */
function isAlias(words: NameWords, model: LinkModel): boolean {
  return (
    isName(words, model) &&
    !words.some((word) => model.kinWords.has(word) || /\p{N}/u.test(word)) &&
    (words.some((word) => model.aliasWords.has(word)) ||
      words.some((word) => model.spellings.namesOf(word) !== null))
  );
}

/** "Barzan Torkashi برزان ترکاشی" is one name written twice. */
function splitScripts(words: NameWords, model: LinkModel): readonly NameWords[] {
  const persian = words.filter((word) => model.letters.isPersian(word));
  if (persian.length === 0 || persian.length === words.length) return [words];
  return [words.filter((word) => !model.letters.isPersian(word)), persian];
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
