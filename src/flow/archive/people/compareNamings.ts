/**
 * The part of `sanad link` that compares: a new naming with those it shares a key with, all of them only where another model
 * holds. What a pair weighs rests on the two namings and the frozen model alone, so that both ways give the same pairs.
 */
import type { InTransaction } from "../../../ledger/database.ts";
import {
  addPairs,
  findByKeys,
  forgetAllKeys,
  forgetPairs,
  writeKeys,
} from "../../../ledger/linkTables.ts";
import {
  readMentions,
  replacePairs,
  type StoredMention,
  type StoredPair,
} from "../../../ledger/people.ts";
import {
  type IdPair,
  keysOfRecord,
  pairsOfKeys,
  type PreparedRecords,
  prepareRecords,
  weighPairs,
} from "../../../link/linkFrozen.ts";
import type { FrozenModel } from "../../../model/frozenModel.ts";
import type { PeoplePack } from "./peoplePack.ts";

export type OnStep = (done: number, all: number) => void;

/**
 * More than these under one key are not compared by it, whatever the model holds to be common. Gap: a key that grows beyond
 * it between two refits still stands for the pairs that it gave before.
 */
const MOST_OF_ONE_KEY = 400;
/** Two namings of one document are not joined by the machine: whoever wrote it told them apart. */
const ONE_DOCUMENT = 0.5;

/** Compares every naming with every other that shares a key, and writes keys and pairs anew. */
export async function compareAll(
  one: InTransaction,
  workspace: string,
  stored: readonly StoredMention[],
  { model, frozen }: { readonly model: PeoplePack["model"]; readonly frozen: FrozenModel },
  step: OnStep,
): Promise<void> {
  const prepared = prepareRecords(
    stored.map(({ body }) => body.record),
    frozen,
    model,
  );
  await forgetAllKeys(one, workspace);
  await writeKeys(
    one,
    workspace,
    stored.map(({ mention }) => ({ mention, keys: keysOfRecord(prepared, mention, false) })),
  );
  await replacePairs(one, workspace, pairsOfAll(stored, prepared, step));
}

/** Pairs of all namings that share a key and are worth keeping. */
export function pairsOfAll(
  stored: readonly StoredMention[],
  prepared: PreparedRecords,
  step: OnStep,
): readonly StoredPair[] {
  const pairs = pairsOfKeys(prepared, new Set(prepared.frozen.common), MOST_OF_ONE_KEY, step);
  return storedPairs(stored, weighPairs(prepared, pairs));
}

/** Compares namings that are new or other now; those that went take their pairs with them. */
export async function compareSome(
  one: InTransaction,
  workspace: string,
  { changed, gone }: { readonly changed: readonly string[]; readonly gone: readonly string[] },
  { model, frozen }: { readonly model: PeoplePack["model"]; readonly frozen: FrozenModel },
  step: OnStep,
): Promise<void> {
  await forgetPairs(one, workspace, [...changed, ...gone]);
  if (changed.length === 0) return;
  const fresh = await readMentions(one, workspace, changed);
  const prepared = prepareRecords(
    fresh.map(({ body }) => body.record),
    frozen,
    model,
  );
  await writeKeys(
    one,
    workspace,
    fresh.map(({ mention }) => ({ mention, keys: keysOfRecord(prepared, mention, false) })),
  );
  const common = new Set(frozen.common);
  const looks = fresh.map(({ mention }) => ({
    mention,
    keys: keysOfRecord(prepared, mention, true).filter((key) => !common.has(key)),
  }));
  const pairs = await pairsWithStored(one, workspace, looks);
  const others = new Set(pairs.flat());
  for (const { mention } of fresh) others.delete(mention);
  const stored = [...fresh, ...(await readMentions(one, workspace, [...others]))];
  const all = prepareRecords(
    stored.map(({ body }) => body.record),
    frozen,
    model,
  );
  step(0, pairs.length);
  await addPairs(one, workspace, storedPairs(stored, weighPairs(all, pairs)));
  step(pairs.length, pairs.length);
}

/** Pairs of namings that look for a key with those that stand under it, each once. */
async function pairsWithStored(
  one: InTransaction,
  workspace: string,
  looks: readonly { readonly mention: string; readonly keys: readonly number[] }[],
): Promise<readonly IdPair[]> {
  const sought = new Set(looks.flatMap(({ keys }) => keys));
  const under = new Map<number, string[]>();
  for (const { mention, keys } of await findByKeys(one, workspace, [...sought]))
    for (const key of keys) {
      if (!sought.has(key)) continue;
      const there = under.get(key);
      if (there === undefined) under.set(key, [mention]);
      else there.push(mention);
    }
  const pairs = new Map<string, IdPair>();
  for (const { mention, keys } of looks)
    for (const key of keys) {
      const there = under.get(key) ?? [];
      if (there.length > MOST_OF_ONE_KEY) continue;
      for (const other of there) {
        if (other === mention) continue;
        const pair: IdPair = mention < other ? [mention, other] : [other, mention];
        pairs.set(pair.join(" "), pair);
      }
    }
  return [...pairs.values()];
}

function storedPairs(
  stored: readonly StoredMention[],
  found: readonly StoredPair[],
): readonly StoredPair[] {
  const documentOf = new Map(stored.map(({ mention, document }) => [mention, document]));
  return found.map(({ a, b, probability, why }) => ({
    a,
    b,
    why,
    probability:
      documentOf.get(a) === documentOf.get(b) ? Math.min(ONE_DOCUMENT, probability) : probability,
  }));
}
