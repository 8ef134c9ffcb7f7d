/** The story of `sanad people`: people as they stand, and whom the machine made of namings that contradict each other. */
import type { Archive } from "../../../ledger/archive.ts";
import { readJoinedContrary } from "../../../ledger/namingPairs.ts";
import {
  type FoundPerson,
  listPeople as listRows,
  type PeopleFilter,
} from "../../../ledger/peopleRows.ts";

/** Two namings of one person that contradict each other, and how likely they are one; nobody said that they are. */
export type PerhapsTwo = { readonly a: string; readonly b: string; readonly probability: number };

export type ListedPerson = FoundPerson & { readonly perhapsTwo: PerhapsTwo | null };

/** People of a list, each with the namings that may be another's; or only those who may be two. */
export async function listPeople(
  archive: Archive,
  filter: Omit<PeopleFilter, "among"> & { readonly isPerhapsTwo?: boolean },
): Promise<readonly ListedPerson[]> {
  const { isPerhapsTwo = false, ...rest } = filter;
  const asked = isPerhapsTwo ? await perhapsTwo(archive, null) : null;
  const rows = await listRows(archive, {
    ...rest,
    ...(asked === null ? {} : { among: [...asked.keys()] }),
  });
  const doubts =
    asked ??
    (await perhapsTwo(
      archive,
      rows.map(({ person }) => person),
    ));
  return rows.map((row) => ({ ...row, perhapsTwo: doubts.get(row.person) ?? null }));
}

/** Which of some people, or of all, may be two. */
export async function perhapsTwo(
  archive: Archive,
  people: readonly string[] | null,
): Promise<ReadonlyMap<string, PerhapsTwo>> {
  const pairs = people?.length === 0 ? [] : await readJoinedContrary(archive, people);
  return new Map(pairs.map(({ person, a, b, probability }) => [person, { a, b, probability }]));
}
