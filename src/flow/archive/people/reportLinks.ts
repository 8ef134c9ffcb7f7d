/** The story of `sanad link --report`: how many people, and how wrong that number may be. */
import type { Archive } from "../../../ledger/archive.ts";
import { readDecided, readMentions, readPairs } from "../../../ledger/people.ts";
import { clusterMentions } from "../../../link/clusterMentions.ts";
import { loadPeoplePack } from "./peoplePack.ts";

export type LinkReport = {
  readonly people: number;
  readonly mentions: number;
  readonly links: number;
  readonly reviewBand: number;
  /** Links that are expected to be wrong, and pairs that should be links: 95 % of a Poisson binomial, by its variance. */
  readonly expectedWrong: Interval;
  readonly expectedMissed: Interval;
  /** People where all doubtful pairs are joined, as linked, and where only the certain ones are. */
  readonly counts: { readonly low: number; readonly best: number; readonly high: number };
  readonly model: string;
};

type Interval = { readonly low: number; readonly high: number };

/** Odds from which a pair is certain: nineteen to one. */
const CERTAIN = 0.95;
/** 97.5 % quantile of the normal distribution. */
const Z = 1.96;

export async function reportLinks(archive: Archive): Promise<LinkReport> {
  const { database, workspace } = archive;
  const pack = loadPeoplePack();
  const mentions = (await readMentions(database, workspace)).map(({ mention }) => mention);
  const pairs = await readPairs(archive, mentions);
  const { decisions, confirmed } = await readDecided(database, workspace);
  const groupsAt = (from: number): readonly (readonly string[])[] =>
    clusterMentions({
      mentions,
      decisions,
      confirmed: confirmed.map(({ mentions: own }) => own),
      pairs: pairs.map(({ a, b, probability }) => ({
        a,
        b,
        bits: logit(probability) - logit(from),
      })),
    }).groups;
  const groups = groupsAt(pack.same);
  const groupOf = new Map(groups.flatMap((group) => group.map((one) => [one, group] as const)));
  const decided = new Set(decisions.flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]));
  const open = pairs.filter(({ a, b }) => !decided.has(`${a} ${b}`));
  const isJoined = ({ a, b }: { a: string; b: string }): boolean =>
    groupOf.get(a) === groupOf.get(b);
  return {
    people: groups.length,
    mentions: mentions.length,
    links: mentions.length - groups.length,
    reviewBand: open.filter(({ probability }) => probability < pack.same).length,
    expectedWrong: intervalOf(open.filter(isJoined).map(({ probability }) => 1 - probability)),
    expectedMissed: intervalOf(
      open.filter((pair) => !isJoined(pair)).map(({ probability }) => probability),
    ),
    counts: {
      low: groupsAt(pack.model.weights.unsure).length,
      best: groups.length,
      high: groupsAt(CERTAIN).length,
    },
    model: pack.version,
  };
}

function intervalOf(probabilities: readonly number[]): Interval {
  const mean = probabilities.reduce((sum, one) => sum + one, 0);
  const spread = Z * Math.sqrt(probabilities.reduce((sum, one) => sum + one * (1 - one), 0));
  return { low: Math.max(0, Math.floor(mean - spread)), high: Math.ceil(mean + spread) };
}

function logit(probability: number): number {
  const bounded = Math.min(1 - 1e-6, Math.max(1e-6, probability));
  return Math.log2(bounded / (1 - bounded));
}
