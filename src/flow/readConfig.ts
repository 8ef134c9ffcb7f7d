import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Failure } from "../base/failure.ts";
import { LANGUAGES, type Language } from "./interfaceLanguage.ts";
import { suggest } from "./nearest.ts";

/** Every setting, complete. Made once by readConfig; nobody else reads the environment. */
export type Config = {
  /** The file these settings came from, or null where all are defaults. */
  readonly file: string | null;
  readonly timeZone: string;
  /** What the program speaks; null is the language of the machine. */
  readonly language: Language | null;
  /** What `sanad brief` writes; null is the language the program speaks. */
  readonly pageLanguage: Language | null;
  readonly width: number | null;
  /** Publisher's name by alias: a host (`news.example`), or a name as reports write it. */
  readonly publishers: ReadonlyMap<string, string>;
};

type Setting = {
  readonly key: keyof Omit<Config, "file">;
  readonly expects: string;
  readonly accepts: (value: unknown) => boolean;
};

/** The keys of sanad.config.json; docs/config.md explains each. */
export const SETTINGS: readonly Setting[] = [
  { key: "timeZone", expects: "an IANA time zone such as Asia/Tokyo", accepts: isTimeZone },
  { key: "language", expects: "en or fa", accepts: isLanguage },
  { key: "pageLanguage", expects: "en or fa", accepts: isLanguage },
  { key: "width", expects: "a whole number from 40 to 200", accepts: isWidth },
  { key: "publishers", expects: "an object of names by alias", accepts: isNames },
];

/** Used where neither option nor file says otherwise. UTC, so that the same input gives the same days everywhere. */
export const DEFAULTS: Config = Object.freeze({
  file: null,
  timeZone: "UTC",
  language: null,
  pageLanguage: null,
  width: null,
  publishers: new Map<string, string>(),
});

const FILE_NAME = "sanad.config.json";

/** Finds and checks the one settings file: `given` (--config), else SANAD_CONFIG, else sanad.config.json in the folder. */
export function readConfig(
  given: string | null,
  env: Readonly<Record<string, string | undefined>>,
  folder: string,
): Config {
  const named = given ?? env["SANAD_CONFIG"] ?? null;
  const file = resolve(folder, named ?? FILE_NAME);
  const text = readText(file, named !== null);
  return text === null ? DEFAULTS : parseConfig(text, file);
}

/** Checks the text of a settings file; unknown keys are refused, since a misspelt one would be ignored in silence. */
export function parseConfig(text: string, file: string): Config {
  const content = parseJson(text, file);
  for (const [key, value] of Object.entries(content)) {
    const setting = SETTINGS.find((row) => row.key === key);
    if (setting === undefined) {
      const keys = SETTINGS.map((row) => row.key);
      throw refuse(
        file,
        `has an unknown key ${key}${suggest(key, keys) || `; it may hold ${keys.join(", ")}`}`,
      );
    }
    if (!setting.accepts(value)) throw refuse(file, `needs ${setting.expects} under ${key}`);
  }
  const publishers = isRecord(content["publishers"]) ? content["publishers"] : {};
  const names = Object.entries(publishers).map(
    ([alias, name]) => [alias.toLowerCase(), String(name)] as const,
  );
  return Object.freeze({ ...DEFAULTS, ...content, file, publishers: new Map(names) });
}

function readText(file: string, isNamed: boolean): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "ENOENT" && !isNamed) return null;
    if (code === "ENOENT")
      throw new Failure("not-found", `There is no settings file ${file}`, { cause: error });
    throw refuse(file, "could not be read; check that it is a file and may be read");
  }
}

function parseJson(text: string, file: string): Readonly<Record<string, unknown>> {
  try {
    const content: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    if (isRecord(content)) return content;
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/, ".*$/s, "") : "";
    throw refuse(file, `is no valid JSON (${reason})`);
  }
  throw refuse(file, "must hold one JSON object");
}

function refuse(file: string, message: string): Failure {
  return new Failure("input-refused", `The settings file ${file} ${message}`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isTimeZone(value: unknown): boolean {
  if (typeof value !== "string") return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: value }).format(0) !== "";
  } catch {
    return false;
  }
}

function isLanguage(value: unknown): boolean {
  return LANGUAGES.some((language) => language === value);
}

function isWidth(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 40 && Number(value) <= 200;
}

function isNames(value: unknown): boolean {
  return (
    isRecord(value) && Object.values(value).every((name) => typeof name === "string" && name !== "")
  );
}
