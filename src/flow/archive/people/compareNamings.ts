/**
 * The part of `sanad link` that compares: a new naming with those it shares a key with, all of them only where another model
 * holds. What a pair weighs rests on the two namings and the frozen model alone, so that both ways give the same pairs.
 */
import { sha256 } from "../../../base/digest.ts";
import type { InTransaction } from "../../../ledger/database.ts";
import {
  addPairs,
  findAlike,
  findByKeys,
  findFirstByKeys,
  forgetAllKeys,
  forgetPairs,
  type KeyRow,
  writeKeys,
} from "../../../ledger/linkTables.ts";
import { type ComparedMention, readCompared, type StoredMention } from "../../../ledger/people.ts";
import { replacePairs, type StoredPair } from "../../../ledger/namingPairs.ts";
import { countContrary } from "../../../link/contrary.ts";
import { wordsOf } from "../../../link/copies.ts";
import {
  FIRST_OF_MANY,
  type IdPair,
  keysOfRecord,
  pairsOfKeys,
  type PreparedRecords,
  prepareRecords,
  weighPairs,
} from "../../../link/linkFrozen.ts";
import type { FrozenModel } from "../../../model/frozenModel.ts";
import type { ListRecord } from "../../../model/listRecord.ts";
import type { PeoplePack } from "./peoplePack.ts";

export type OnStep = (done: number, all: number, stage: LinkStage) => void;

/** What takes its time where much is linked: reports, namings, and what is gathered of them. */
export type LinkStage = "reading" | "comparing" | "gathering";

/**
 * More than these under one key are not compared by it, whatever the model holds to be common. Gap: a key that grows beyond
 * it between two refits still stands for the pairs that it gave before.
 */
export const MOST_OF_ONE_KEY = 400;
/** Namings between two steps that are told. */
const EVERY = 50;
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
  const prepared = prepareRecords(recordsOf(stored), frozen, model);
  await forgetAllKeys(one, workspace);
  await writeKeys(one, workspace, keyRows(groupAlike(stored.map(digestOf)), prepared));
  await replacePairs(one, workspace, pairsOfAll(stored, prepared, step));
}

/** What pairs of namings weigh, whichever key they met under once; without those that are worth no look. */
export async function weighAgain(
  one: InTransaction,
  workspace: string,
  pairs: readonly IdPair[],
  { model, frozen }: { readonly model: PeoplePack["model"]; readonly frozen: FrozenModel },
): Promise<readonly StoredPair[]> {
  const stored = await readCompared(one, workspace, [...new Set(pairs.flat())]);
  const known = new Set(stored.map(({ mention }) => mention));
  const there = pairs.filter((pair) => pair.every((mention) => known.has(mention)));
  const prepared = prepareRecords(recordsOf(stored), frozen, model);
  return storedPairs(stored, weighPairs(prepared, there));
}

function recordsOf(stored: readonly ComparedMention[]): readonly ListRecord[] {
  return stored.map(({ body }) => body.record);
}

type Digested = { readonly mention: string; readonly alike: string };

/** What a naming says, as a digest. */
function digestOf({ mention, body }: ComparedMention): Digested {
  return { mention, alike: sha256(wordsOf(body.record)).slice(0, 32) };
}

/** Namings that say the same, sorted. */
function groupAlike(namings: readonly Digested[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const { mention, alike } of namings) {
    const group = groups.get(alike);
    if (group === undefined) groups.set(alike, [mention]);
    else group.push(mention);
  }
  for (const group of groups.values()) group.sort();
  return groups;
}

/** Of namings that say the same the first stands under their keys. */
function keyRows(
  groups: ReadonlyMap<string, readonly string[]>,
  prepared: PreparedRecords,
): readonly KeyRow[] {
  return [...groups].flatMap(([alike, group]) =>
    group.map((mention, at) => ({
      mention,
      alike,
      keys: at === 0 ? keysOfRecord(prepared, mention, false) : [],
    })),
  );
}

/** Pairs of all namings that share a key and are worth keeping. */
export function pairsOfAll(
  stored: readonly ComparedMention[],
  prepared: PreparedRecords,
  step: OnStep,
): readonly StoredPair[] {
  const pairs = pairsOfKeys(
    prepared,
    new Set(prepared.frozen.common),
    MOST_OF_ONE_KEY,
    (done, all) => {
      if (done % EVERY === 0) step(done, all, "comparing");
    },
  );
  return storedPairs(stored, weighPairs(prepared, pairs));
}

/**
 * Compares namings that are new or other now; those that went take their pairs with them. Who says what another one says already
 * is compared with that one alone; where that one went or another comes first, all of them are compared anew: answers with those that
 * are neither new nor other.
 */
export async function compareSome(
  one: InTransaction,
  workspace: string,
  {
    changed,
    gone,
    keyless: left,
  }: {
    readonly changed: readonly string[];
    readonly gone: readonly string[];
    /** Namings that nothing finds yet. */
    readonly keyless: readonly string[];
  },
  { model, frozen }: { readonly model: PeoplePack["model"]; readonly frozen: FrozenModel },
  step: OnStep,
): Promise<readonly string[]> {
  const before = await findAlike(one, workspace, { mentions: [...changed, ...gone], alike: [] });
  const keyless = new Set([...changed, ...left]);
  await forgetPairs(one, workspace, [...keyless, ...gone]);
  const others = before.filter(({ mention }) => !keyless.has(mention)).map(({ alike }) => alike);
  if (keyless.size === 0 && others.length === 0) return [];
  const fresh = await readCompared(one, workspace, [...keyless]);
  const digested = fresh.map(digestOf);
  const alike = [...new Set([...others, ...digested.map((row) => row.alike)])];
  const there = await findAlike(one, workspace, { mentions: [], alike });
  const groups = groupAlike([...there, ...digested]);
  const firsts = new Set(there.filter(({ isFirst }) => isFirst).map(({ mention }) => mention));
  const anew: string[] = [];
  const joined: IdPair[] = [];
  for (const group of groups.values()) {
    const [first = ""] = group;
    if (!firsts.has(first)) anew.push(...group);
    else for (const mention of group) if (keyless.has(mention)) joined.push([first, mention]);
  }
  const moved = anew.filter((mention) => !keyless.has(mention));
  await forgetPairs(one, workspace, moved);
  const known = [...fresh, ...(await readCompared(one, workspace, moved))];
  const prepared = prepareRecords(recordsOf(known), frozen, model);
  const written = new Set([...keyless, ...moved]);
  const rows = keyRows(groups, prepared).filter(({ mention }) => written.has(mention));
  await writeKeys(one, workspace, rows);
  const looking = rows.filter(({ keys }) => keys.length > 0).map(({ mention }) => mention);
  for (const group of groups.values()) {
    const [first = "", ...behind] = group;
    if (!firsts.has(first)) for (const mention of behind) joined.push([first, mention]);
  }
  const pairs = [...joined, ...(await pairsWithStored(one, workspace, looking, prepared))];
  const more = new Set(pairs.flat());
  for (const { mention } of known) more.delete(mention);
  const stored = [...known, ...(await readCompared(one, workspace, [...more]))];
  const all = prepareRecords(recordsOf(stored), frozen, model);
  step(0, pairs.length, "comparing");
  await addPairs(one, workspace, storedPairs(stored, weighPairs(all, pairs)));
  step(pairs.length, pairs.length, "comparing");
  return moved;
}

/**
 * Pairs of namings that look for a key with those that stand under it, each once: first by what two words of a name make; where
 * too many share that, by what else is said.
 */
async function pairsWithStored(
  one: InTransaction,
  workspace: string,
  looking: readonly string[],
  prepared: PreparedRecords,
): Promise<readonly IdPair[]> {
  const common = new Set(prepared.frozen.common);
  const pairs = new Map<string, IdPair>();
  /** Looks under keys; answers with the namings for which one of them was too common. */
  const look = async (
    mentions: readonly string[],
    which: "coarse" | "fine",
  ): Promise<readonly string[]> => {
    const weak = new Set<number>();
    const looks = mentions.map((mention) => ({
      mention,
      keys: keysOfRecord(prepared, mention, true, which, weak),
    }));
    const all = [...new Set(looks.flatMap(({ keys }) => keys))];
    const sought = all.filter((key) => !common.has(key));
    const under = await findByKeys(one, workspace, sought, MOST_OF_ONE_KEY);
    const isCrowded = (key: number): boolean =>
      common.has(key) || (under.get(key)?.length ?? 0) > MOST_OF_ONE_KEY;
    const many = all.filter((key) => isCrowded(key) && !weak.has(key));
    const firsts = await firstOfMany(one, workspace, many, mentions);
    for (const { mention, keys } of looks)
      for (const key of keys)
        for (const other of isCrowded(key) ? firsts(key, mention) : (under.get(key) ?? [])) {
          if (other === mention) continue;
          const pair: IdPair = mention < other ? [mention, other] : [other, mention];
          pairs.set(pair.join(" "), pair);
        }
    return looks
      .filter(({ keys }) => keys.some((key) => isCrowded(key) && !weak.has(key)))
      .map(({ mention }) => mention);
  };
  const crowded = await look(looking, "coarse");
  if (crowded.length > 0) await look(crowded, "fine");
  return [...pairs.values()];
}

/** With whom a naming is compared under a key that too many share: with the first of them, or, being of these, with all. */
async function firstOfMany(
  one: InTransaction,
  workspace: string,
  keys: readonly number[],
  looking: readonly string[],
): Promise<(key: number, mention: string) => readonly string[]> {
  if (keys.length === 0) return () => [];
  const firsts = await findFirstByKeys(one, workspace, keys, FIRST_OF_MANY);
  const isFirst = (key: number, mention: string): boolean => {
    const there = firsts.get(key) ?? [];
    return there.length < FIRST_OF_MANY || mention <= (there.at(-1) ?? "");
  };
  const own = keys.filter((key) => looking.some((mention) => isFirst(key, mention)));
  const whole = await findByKeys(one, workspace, own, Infinity);
  return (key, mention) => (isFirst(key, mention) ? whole.get(key) : firsts.get(key)) ?? [];
}

function storedPairs(
  stored: readonly ComparedMention[],
  found: readonly Omit<StoredPair, "contrary">[],
): readonly StoredPair[] {
  const byId = new Map(stored.map((row) => [row.mention, row]));
  return found.map(({ a, b, probability }) => {
    const [one, other] = [byId.get(a), byId.get(b)];
    const areTold = one?.document === other?.document;
    return {
      a,
      b,
      probability: areTold ? Math.min(ONE_DOCUMENT, probability) : probability,
      contrary:
        one === undefined || other === undefined
          ? 0
          : countContrary(one.body.record, other.body.record),
    };
  });
}
