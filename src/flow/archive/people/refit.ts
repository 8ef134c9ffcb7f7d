/**
 * The story of `sanad link --refit`: how common names, days and places are is counted anew, over people and not over namings,
 * so that a man of whom a hundred reports tell does not make his name a common one. What was counted is an entry.
 */
import { appendEntries } from "../../../ledger/append.ts";
import { makeId } from "../../../ledger/ids.ts";
import { readPages } from "../../../ledger/pageVersions.ts";
import { readDecided, readMentions, type StoredMention } from "../../../ledger/people.ts";
import { readLinks } from "../../../ledger/peopleRows.ts";
import { freezeModel } from "../../../link/freezeModel.ts";
import { joinRecords } from "../../../link/joinRecords.ts";
import { prepareRecords } from "../../../link/linkFrozen.ts";
import { versionsOf } from "../../../link/pageVersions.ts";
import type { FrozenModel } from "../../../model/frozenModel.ts";
import { OF_LIST } from "../../../ledger/ofList.ts";
import type { Session } from "../session.ts";
import { pairsOfAll } from "./compareNamings.ts";
import { type Decided, groupNamings } from "./groupNamings.ts";
import { loadPeoplePack, type PeoplePack } from "./peoplePack.ts";

/** What a refit counted. */
export type Refitted = { readonly people: number; readonly namings: number };

/** How often people are counted and put together by what was counted, until they are the same as before. */
const ROUNDS = 3;

export async function refitModel({ archive, actor }: Session, at: string): Promise<Refitted> {
  const { database, workspace } = archive;
  const pack = loadPeoplePack();
  const stored = await readMentions(database, workspace);
  const decided = {
    ...(await readDecided(database, workspace)),
    versions: versionsOf(await readPages(database, workspace, OF_LIST)).ties,
  };
  const personOf = await readLinks(archive);
  const linked = new Map<string, StoredMention[]>();
  for (const row of stored) {
    const person = personOf.get(row.mention) ?? row.mention;
    const own = linked.get(person);
    if (own === undefined) linked.set(person, [row]);
    else own.push(row);
  }
  let groups: readonly Group[] = [...linked.values()];
  let model = countGroups(groups, stored, pack);
  for (let round = 1; round < ROUNDS; round++) {
    const now = groupsUnder(model, stored, decided, pack);
    const before = new Set(groups.map(nameOf));
    groups = now;
    if (now.length === before.size && now.every((group) => before.has(nameOf(group)))) break;
    model = countGroups(groups, stored, pack);
  }
  await appendEntries(
    archive,
    [
      {
        kind: "model-frozen",
        record: makeId("r"),
        by: actor,
        body: { model, pack: pack.version, frozenAt: at },
      },
    ],
    { at, expected: null },
  );
  return { people: groups.length, namings: stored.length };
}

type Group = readonly StoredMention[];

function countGroups(
  groups: readonly Group[],
  stored: readonly StoredMention[],
  { model }: PeoplePack,
): FrozenModel {
  const people = groups.map((group, row) =>
    joinRecords(
      group[0]?.mention ?? "",
      row + 1,
      group.map(({ body }) => body.record),
    ),
  );
  return freezeModel(
    people,
    stored.map(({ body }) => body.record),
    model,
  );
}

/** Who would be one person if all were linked by this model; what people decided holds. */
function groupsUnder(
  frozen: FrozenModel,
  stored: readonly StoredMention[],
  decided: Decided,
  pack: PeoplePack,
): readonly Group[] {
  const prepared = prepareRecords(
    stored.map(({ body }) => body.record),
    frozen,
    pack.model,
  );
  const pairs = pairsOfAll(stored, prepared, () => undefined);
  const { groups } = groupNamings(stored, pairs, decided, { pack, frozen });
  const byId = new Map(stored.map((row) => [row.mention, row]));
  return groups.map((group) => group.flatMap((mention) => byId.get(mention) ?? []));
}

/** A group is named by all that are in it. */
function nameOf(group: Group): string {
  return group
    .map(({ mention }) => mention)
    .sort()
    .join(" ");
}
