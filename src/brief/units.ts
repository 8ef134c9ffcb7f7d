import { foldName } from "./names.ts";

/**
 * Words that count everybody, in the languages of the reports. "15 women" and "282 people" are counted under
 * different words, so one may be a part of the other; "282 people" and "282 prisoners" are not told apart.
 */
const EVERYBODY: ReadonlySet<string> = new Set(
  `person, persons, people, individual, individuals, human beings, men and women, prisoner, prisoners, inmate, inmates,
  detainee, detainees, convicts, execution, executions, hanging, hangings, killings, deaths, fatalities, victims, lives,
  dead, casualties, death sentences, arrests, others,
  نفر, تن, زندانی, زندانیان, اعدام, مورد اعدام, کشته, حکم اعدام, قربانی`
    .split(",")
    .map(foldName),
);

/** Who is counted when the word is not for everybody ("women"), folded; null for everybody or when no word is said. */
export function countedGroup(unit: string | null): string | null {
  const folded = foldName(unit ?? "");
  return folded === "" || EVERYBODY.has(folded) ? null : folded;
}
