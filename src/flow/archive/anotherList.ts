/**
 * In: the rows of a list whose file was added before. Out: nothing, where they are the rows of then, put right or not.
 * Never: lets another list that got the name of an older file, with the same running numbers, take back what that one said of other people.
 */
import { Failure } from "../../base/failure.ts";
import { foldForSearch } from "../../base/foldForSearch.ts";
import { nameKey } from "../../base/nameKey.ts";
import type { Archive } from "../../ledger/archive.ts";
import { type Captured, findCaptured } from "../../ledger/captures.ts";
import type { Claim } from "../../model/claim.ts";
import type { ListReport } from "../lists/readListReports.ts";
import { captureOf } from "./enterReports.ts";

/** Throws `input-refused` where most rows that came from the file before name other people now. The file's own report comes first. */
export async function refuseAnotherList(
  archive: Archive,
  path: string,
  reports: Iterable<ListReport>,
): Promise<void> {
  let known = 0;
  let others = 0;
  const count = async (some: readonly ListReport[]): Promise<void> => {
    const found = await findCaptured(archive, some.map(captureOf));
    for (const [at, { document, page }] of found.entries()) {
      if (document === null && page === null) continue;
      known += 1;
      if (page !== null && namesOthers(page, some[at]?.claims ?? [])) others += 1;
    }
  };
  let isFirst = true;
  let waiting: ListReport[] = [];
  for (const report of reports) {
    if (isFirst) {
      const [list] = await findCaptured(archive, [captureOf(report)]);
      // New, or the same to the letter.
      if (list === undefined || list.page === null) return;
      isFirst = false;
      continue;
    }
    waiting.push(report);
    if (waiting.length < TOGETHER) continue;
    await count(waiting);
    waiting = [];
  }
  await count(waiting);
  if (others * 2 <= known) return;
  throw new Failure(
    "input-refused",
    `${path}: Of ${known} rows that came from this file before, ${others} name other people now, and nothing was entered. Give another list a file name of its own; where it is the same list put right, add it with --yes`,
  );
}

const TOGETHER = 200;

/** Have the names of before and of now not one part in common, however it is spelt? Where one side names nobody nothing is said. */
function namesOthers({ claims: before }: NonNullable<Captured["page"]>, now: readonly Claim[]) {
  const [then, today] = [before, now].map(partsOf) as [ReadonlySet<string>, ReadonlySet<string>];
  return then.size > 0 && today.size > 0 && ![...then].some((part) => today.has(part));
}

function partsOf(claims: readonly Claim[]): ReadonlySet<string> {
  const names = claims.flatMap(({ persons }) => persons.map(({ name }) => name));
  return new Set(names.flatMap((name) => foldForSearch(name).split(" ").map(nameKey)));
}
