import { loadRows } from "../../src/flow/loadPacks.ts";
import { compileLinkModel } from "../../src/link/linkModel.ts";
import type { ListDate, ListRecord } from "../../src/model/listRecord.ts";

export const linkModel = compileLinkModel(loadRows());

const EMPTY: Omit<ListRecord, "id" | "row"> = {
  name: null,
  nameFa: null,
  date: null,
  age: null,
  sex: null,
  city: null,
  province: null,
  father: null,
  charge: null,
  prison: null,
};

export type Cells = Partial<Omit<ListRecord, "date" | "age">> & {
  readonly date?: string;
  readonly age?: number;
};

/** Records of a list from their cells; a date is "2022-11-03" or "2022-11". */
export function makeRecords(prefix: string, rows: readonly Cells[]): ListRecord[] {
  return rows.map(({ date, age, ...cells }, index) => ({
    ...EMPTY,
    id: `${prefix}${index + 1}`,
    row: index + 1,
    ...cells,
    date: date === undefined ? null : dateOf(date),
    age: age === undefined ? null : { min: age, max: age },
  }));
}

function dateOf(words: string): ListDate {
  return { earliest: words, latest: words, calendar: "gregorian", words };
}
