/** The story of `sanad link --report`: how many people, and how wrong that number may be, by which method. */
import type { Archive } from "../../../ledger/archive.ts";
import { crowdedNames } from "../../../ledger/linkTables.ts";
import { readFrozenModel } from "../../../ledger/linkModels.ts";
import { readPages } from "../../../ledger/pageVersions.ts";
import { readDecided, readMentions, type StoredDecision } from "../../../ledger/people.ts";
import { countOpenPairs, readPairs } from "../../../ledger/namingPairs.ts";
import { readLinks } from "../../../ledger/peopleRows.ts";
import {
  errorsByDecisions,
  type ErrorsByDecisions,
  errorsByModel,
  type Judged,
  type LinkErrors,
} from "../../../link/linkErrors.ts";
import { unfrozenModel } from "../../../link/frozenModel.ts";
import { versionsOf } from "../../../link/pageVersions.ts";
import { OF_LIST } from "../../../ledger/ofList.ts";
import { MOST_OF_ONE_KEY } from "./compareNamings.ts";
import { groupNamings } from "./groupNamings.ts";
import { versionOf } from "./linkPeople.ts";
import { loadPeoplePack } from "./peoplePack.ts";

export type { LinkErrors };

type LinkReport = {
  readonly people: number;
  readonly mentions: number;
  readonly links: number;
  readonly reviewBand: number;
  readonly byModel: LinkErrors;
  /** Null where people decided about too few pairs; `decided` is how many. */
  readonly byDecisions: ErrorsByDecisions | null;
  readonly decided: number;
  /** People where all that is in doubt is one, as linked, and where only what is certain is one. */
  readonly counts: { readonly low: number; readonly best: number; readonly high: number };
  /** Namings of names that so many have that those were compared only with whoever has a day, year, age, place or father in common. */
  readonly crowded: { readonly namings: number; readonly names: readonly string[] };
  readonly model: string;
};

/** Names that are told of those. */
const SHOWN_NAMES = 5;

/** Odds from which a pair is certain: nineteen to one. */
const CERTAIN = 0.95;

export async function reportLinks(archive: Archive): Promise<LinkReport> {
  const { database, workspace } = archive;
  const pack = loadPeoplePack();
  const stored = await readMentions(database, workspace);
  const mentions = stored.map(({ mention }) => mention);
  const pairs = await readPairs(archive, mentions);
  const decided = {
    ...(await readDecided(database, workspace)),
    versions: versionsOf(await readPages(database, workspace, OF_LIST)).ties,
  };
  const { decisions, confirmed, versions } = decided;
  const documentOf = new Map(stored.map(({ mention, document }) => [mention, document]));
  const frozen = await readFrozenModel(database, workspace);
  const by = { pack, frozen: frozen?.model ?? unfrozenModel(pack.model) };
  const countAt = (from: number): number =>
    groupNamings(stored, pairs, decided, { ...by, from }).groups.length;
  const personOf = await readLinks(archive);
  const settled = new Set(decisions.flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]));
  const areApart = toldApart(documentOf, personOf);
  const open = pairs.filter(({ a, b }) => !settled.has(`${a} ${b}`) && !areApart(a, b));
  const joined = [
    ...versions,
    ...decisions.flatMap(({ a, b, verdict }) => (verdict === "same" ? [[a, b] as const] : [])),
    ...confirmed.flatMap(({ mentions: [first = "", ...others] }) =>
      others.map((one) => [first, one] as const),
    ),
  ];
  const state = { personOf, open, joined };
  const judged = judgedIn(decisions);
  const best = new Set(personOf.values()).size;
  const crowded = await crowdedNames(database, workspace, MOST_OF_ONE_KEY);
  return {
    people: best,
    mentions: mentions.length,
    links: mentions.length - best,
    reviewBand: await countOpenPairs(database, workspace),
    byModel: errorsByModel(state),
    byDecisions: errorsByDecisions(state, judged),
    decided: judged.length,
    counts: {
      low: Math.min(best, countAt(pack.model.weights.unsure)),
      best,
      high: Math.max(best, countAt(CERTAIN)),
    },
    crowded: {
      namings: crowded.reduce((sum, { namings }) => sum + namings, 0),
      names: crowded.slice(0, SHOWN_NAMES).map(({ name }) => name),
    },
    model: versionOf(pack, frozen),
  };
}

/** Two namings of one document, and namings of two people whom one document names. */
function toldApart(
  documentOf: ReadonlyMap<string, string>,
  personOf: ReadonlyMap<string, string>,
): (a: string, b: string) => boolean {
  const documents = new Map<string, Set<string>>();
  for (const [mention, document] of documentOf) {
    const person = personOf.get(mention) ?? mention;
    documents.set(person, (documents.get(person) ?? new Set()).add(document));
  }
  return (a, b) => {
    if (documentOf.get(a) === documentOf.get(b)) return true;
    const [x = a, y = b] = [personOf.get(a), personOf.get(b)];
    const others = documents.get(y);
    return x !== y && [...(documents.get(x) ?? [])].some((one) => others?.has(one) === true);
  };
}

/** What was decided at once is one judgement, about the nearest of its pairs; what the machine never weighed is none. */
function judgedIn(decisions: readonly StoredDecision[]): readonly Judged[] {
  const acts = new Map<string, Judged>();
  for (const { record, verdict, body } of decisions) {
    const { probability, carried } = body;
    if (verdict === "unsure" || probability === null || carried !== undefined) continue;
    const before = acts.get(record);
    if (before === undefined || before.probability < probability)
      acts.set(record, { probability, isSame: verdict === "same" });
  }
  return [...acts.values()];
}
