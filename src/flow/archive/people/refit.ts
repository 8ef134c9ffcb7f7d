/**
 * The story of `sanad link --refit`: how common names, days and places are is counted anew, over people and not over namings,
 * so that a man of whom a hundred reports tell does not make his name a common one. What was counted is an entry.
 */
import { appendEntries } from "../../../ledger/append.ts";
import { makeId } from "../../../ledger/ids.ts";
import { readLinks, readMentions, type StoredMention } from "../../../ledger/people.ts";
import { freezeModel } from "../../../link/freezeModel.ts";
import type { Session } from "../session.ts";
import { joinRecords } from "./joinRecords.ts";
import { loadPeoplePack } from "./peoplePack.ts";

/** What a refit counted. */
type Refitted = { readonly people: number; readonly namings: number };

export async function refitModel({ archive, actor }: Session, at: string): Promise<Refitted> {
  const { database, workspace } = archive;
  const pack = loadPeoplePack();
  const stored = await readMentions(database, workspace);
  const personOf = await readLinks(archive);
  const namings = new Map<string, StoredMention[]>();
  for (const row of stored) {
    const person = personOf.get(row.mention) ?? row.mention;
    const own = namings.get(person);
    if (own === undefined) namings.set(person, [row]);
    else own.push(row);
  }
  const people = [...namings].map(([person, own], row) => joinRecords(person, row + 1, own));
  const model = freezeModel(
    people,
    stored.map(({ body }) => body.record),
    pack.model,
  );
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
  return { people: people.length, namings: stored.length };
}
