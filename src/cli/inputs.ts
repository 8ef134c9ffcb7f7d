import { Failure } from "../base/failure.ts";
import { dayTyped } from "../flow/dayTyped.ts";
import type { Config } from "../flow/readConfig.ts";
import type { Io } from "./io.ts";
import type { Arguments } from "./parseArguments.ts";

type Hints = {
  readonly published?: string;
  readonly publisher?: string;
  readonly language?: string;
};

/** The inputs named on the command line; none is refused, since waiting for a keyboard helps nobody. */
export function inputPaths(given: Arguments, verb: string): readonly string[] {
  if (given.paths.length > 0) return given.paths;
  const message = `sanad ${verb} needs a file, a folder, or - for standard input; sanad help ${verb} shows examples`;
  throw new Failure("input-refused", message);
}

/** What the person says about the reports; `isDocumentLanguage` is false where --lang means the page's. */
export function inputHints(given: Arguments, isDocumentLanguage: boolean): Hints {
  const published = publishedGiven(given);
  const publisher = given.values.get("publisher");
  const language = isDocumentLanguage ? given.values.get("lang") : undefined;
  if (language !== undefined && !isLanguage(language)) {
    throw new Failure("input-refused", "--lang must be a language code such as en or fa");
  }
  return {
    ...(published === undefined ? {} : { published }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(language === undefined ? {} : { language }),
  };
}

/** The day, month or year that --published names; a day of the Jalali calendar as the Gregorian one. */
export function publishedGiven(given: Arguments): string | undefined {
  const text = given.values.get("published");
  if (text === undefined) return undefined;
  const day = dayTyped(text);
  if (day !== null) return day;
  if (isMonthOrYear(text)) return text;
  throw new Failure(
    "input-refused",
    "--published must be a date such as 2025-12-15, 1404-09-24, 2025-12 or 2025",
  );
}

/** Columns to print in: the setting, else the terminal's, else 80; never too narrow to read. */
export function screenWidth(config: Config, io: Io): number {
  const columns = config.width ?? io.stdout.columns ?? 80;
  return Math.max(40, Math.min(columns, config.width ?? 110));
}

/** A month or year of the time from which there are reports; no Jalali one, whose days lie in two of ours. */
function isMonthOrYear(text: string): boolean {
  return /^(?:1[7-9]|2\d)\d\d(?:-(?:0[1-9]|1[0-2]))?$/.test(text);
}

/** A BCP 47 code of a language that has a name; "xx" is well formed and none. */
function isLanguage(code: string): boolean {
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(code)) return false;
  try {
    const names = new Intl.DisplayNames("en", { type: "language", fallback: "none" });
    return names.of(code) !== undefined;
  } catch {
    return false;
  }
}
