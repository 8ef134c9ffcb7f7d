import { Failure } from "../base/failure.ts";
import { type ListHints, parseChoices } from "../flow/lists/readListFile.ts";
import type { Io } from "./io.ts";
import type { Arguments } from "./parseArguments.ts";

/** What the command line says about lists of people. */
export function listHints(given: Arguments, io: Io, isTallies = false): ListHints {
  const map = given.values.get("map");
  const order = given.values.get("date-order") ?? null;
  if (order !== null && order !== "dmy" && order !== "mdy")
    throw new Failure(
      "input-refused",
      "--date-order must be dmy (day first, 04/11 is in November) or mdy (month first)",
    );
  return {
    isTallies,
    choices: map === undefined ? [] : parseChoices(map, isTallies),
    order,
    sheet: given.values.get("sheet") ?? null,
    today: io.now().slice(0, 10),
  };
}
