/**
 * In: the people that a document names, and who of them its words call a brother or sister of whom. Out: by what name each is compared:
 * "Karim Daneshkia and his brother Rahim" tells of a Rahim Daneshkia.
 * Never: gives a surname to a wife, a mother, an in-law or a child, whose family's name may be another; changes what was written.
 */
import { foldForSearch } from "../base/foldForSearch.ts";
import type { KinTie, Mention } from "../model/mention.ts";
import { OWN } from "./kinInText.ts";
import type { LinkModel } from "./linkModel.ts";

type KinModel = Pick<LinkModel, "siblings" | "kinWords">;

/** Namings with the surname of their brother or sister, where they are told without one; ties by the keys of both. */
export function withKinSurnames(
  mentions: readonly Mention[],
  ties: ReadonlyMap<string, readonly KinTie[]>,
  model: KinModel,
): readonly Mention[] {
  const byKey = new Map(mentions.map((mention) => [mention.key, mention]));
  return mentions.map((mention) => {
    const { record, names, key } = mention;
    if (names.some((name) => wordsOf(name).length !== 1)) return mention;
    const others = (ties.get(key) ?? []).flatMap(({ naming, words }) => {
      const other = byKey.get(naming);
      return other !== undefined && isSibling(words, names, model) ? [other.record] : [];
    });
    const name = joined(
      record.name,
      others.map((other) => other.name),
    );
    const nameFa = joined(
      record.nameFa,
      others.map((other) => other.nameFa),
    );
    if (name === record.name && nameFa === record.nameFa) return mention;
    const written = { name: record.name, nameFa: record.nameFa };
    return { ...mention, record: { ...record, name, nameFa }, written };
  });
}

/** Whether the word right before the name says brother or sister. */
function isSibling(
  words: string,
  names: readonly string[],
  { siblings, kinWords }: KinModel,
): boolean {
  const said = wordsOf(words);
  const [last = "", before = ""] = said.toReversed();
  if (!names.some((name) => wordsOf(name)[0] === last)) return false;
  const isAmong = (kin: ReadonlySet<string>, word: string): boolean =>
    kin.has(word) || kin.has(word.replace(OWN, ""));
  // "His brother's wife", "the wife of his brother".
  return isAmong(siblings, before) && said.filter((word) => isAmong(kinWords, word)).length === 1;
}

/** A given name with the one surname of the others; itself where they have none or several. */
function joined(given: string | null, others: readonly (string | null)[]): string | null {
  if (given === null) return null;
  const surnames = new Map(
    others.flatMap((name) => {
      const words = name?.trim().split(/\s+/u) ?? [];
      const last = words.length < 2 ? undefined : words.at(-1);
      return last === undefined ? [] : [[foldForSearch(last), last] as const];
    }),
  );
  const [surname] = surnames.values();
  return surnames.size === 1 && surname !== undefined ? `${given} ${surname}` : given;
}

function wordsOf(text: string): readonly string[] {
  return foldForSearch(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}
