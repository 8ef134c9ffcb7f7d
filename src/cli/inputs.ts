import { Failure } from "../base/failure.ts";
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
  const published = given.values.get("published");
  const publisher = given.values.get("publisher");
  const language = isDocumentLanguage ? given.values.get("lang") : undefined;
  if (published !== undefined && !isDate(published)) {
    throw new Failure(
      "input-refused",
      "--published must be a date such as 2025-12-15, 2025-12 or 2025",
    );
  }
  if (language !== undefined && !isLanguage(language)) {
    throw new Failure("input-refused", "--lang must be a language code such as en or fa");
  }
  return {
    ...(published === undefined ? {} : { published }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(language === undefined ? {} : { language }),
  };
}

/** Columns to print in: the setting, else the terminal's, else 80; never too narrow to read. */
export function screenWidth(config: Config, io: Io): number {
  const columns = config.width ?? io.stdout.columns ?? 80;
  return Math.max(40, Math.min(columns, config.width ?? 110));
}

/** A day, month or year that exists. */
function isDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (match === null) return false;
  const [, year, month = "01", day = "01"] = match;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day);
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
