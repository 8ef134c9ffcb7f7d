/**
 * In: two names, as written. Out: what the names alone say, in bits, each word as rare as the pack knows it.
 * Never: looks at anything but the names.
 */
import { fatherEvidence, nameEvidence } from "./candidates.ts";
import { measureRarity } from "./frequencies.ts";
import type { LinkModel } from "./linkModel.ts";
import { makeRoster } from "./roster.ts";
import type { ListRecord } from "../model/listRecord.ts";
import { fitNothing } from "./score.ts";
import { Vocabulary } from "./vocabulary.ts";

/** log2 of how many of those with names alike are kin, to how many are one person. */
const KIN = -4;

/** Bits above 0 speak for one name; null when either side holds no name. */
export function compareTwoNames(a: string, b: string, model: LinkModel): number | null {
  const vocabulary = new Vocabulary(model);
  const left = makeRoster([recordOf(a, model)], vocabulary, model);
  const right = makeRoster([recordOf(b, model)], vocabulary, model);
  const rarity = measureRarity(vocabulary, [], model);
  const start = fitNothing({ pairs: 1, smaller: 1 }, model.weights);
  const work = { model, vocabulary, rarity, start };
  const rarities = { everywhere: rarity, left: null, right: null };
  let best: number | null = null;
  for (let x = 0; x < left.size; x++)
    for (let y = 0; y < right.size; y++) {
      const names = nameEvidence(left, x, right, y, work, rarities);
      if (names === null) continue;
      const kin = Math.log2(1 + 2 ** (KIN + Math.max(0, names.familyBits)));
      const bits = names.bits + fatherEvidence(left, x, right, y, work) - kin;
      if (best === null || bits > best) best = bits;
    }
  return best;
}

function recordOf(name: string, model: LinkModel): ListRecord {
  const isPersian = model.letters.isPersian(name);
  return {
    id: "1",
    row: 1,
    name: isPersian ? null : name,
    nameFa: isPersian ? name : null,
    date: null,
    age: null,
    sex: null,
    city: null,
    province: null,
    father: null,
    charge: null,
    prison: null,
  };
}
