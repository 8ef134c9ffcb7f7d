/**
 * In: the people of an archive and their namings. Out: how common names, days, ages and places are among the people, and
 * how far records of one person differ, as one value that a ledger can hold.
 * Never: counts a person, or a text that was copied, for as often as it was told.
 */
import type { FrozenModel } from "../model/frozenModel.ts";
import type { ListRecord } from "../model/listRecord.ts";
import { largestBlock } from "./candidates.ts";
import { withoutCopies } from "./copies.ts";
import { countPeople } from "./countPeople.ts";
import { commonKeys, comparedCandidates, pairsOfKeys, prepareRecords } from "./linkFrozen.ts";
import type { LinkModel } from "./linkModel.ts";
import { fit, sizesOf } from "./score.ts";

/** Counts people, each once, and learns from their namings how far records of one person differ. */
export function freezeModel(
  people: readonly ListRecord[],
  namings: readonly ListRecord[],
  model: LinkModel,
): FrozenModel {
  const told = withoutCopies(namings);
  const counted = countPeople(people, told.length, model);
  const prepared = prepareRecords(told, counted, model);
  const block = largestBlock(told.length);
  const common = commonKeys(prepared);
  const pairs = pairsOfKeys(prepared, new Set(common), block, undefined, 0);
  const candidates = comparedCandidates(prepared, pairs);
  const sizes = sizesOf(told.length, told.length, true);
  const fitted = fit(candidates, sizes, model.weights);
  return { ...counted, namings: namings.length, fitted, common };
}
