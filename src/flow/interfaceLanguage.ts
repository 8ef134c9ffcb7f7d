import { Failure } from "../base/failure.ts";

/** The languages the program speaks to people in. What it prints for programs (`--json`) has none. */
export type Language = "en" | "fa";

export const LANGUAGES: readonly Language[] = ["en", "fa"];

type Environment = Readonly<Record<string, string | undefined>>;

/** SANAD_LANG, else the setting, else the locale of the machine (LC_ALL, LC_MESSAGES, LANG), else English. */
export function interfaceLanguage(env: Environment, setting: Language | null): Language {
  const given = env["SANAD_LANG"] ?? "";
  if (given !== "") {
    const known = LANGUAGES.find((language) => language === given);
    if (known !== undefined) return known;
    throw new Failure("input-refused", `SANAD_LANG must be en or fa, not ${given}`);
  }
  return setting ?? localeLanguage(env);
}

/** The language of the locale: `fa`, `fa_IR.UTF-8`; every other is English. */
export function localeLanguage(env: Environment): Language {
  const locale = env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || "";
  return /^fa(?:[_.@-]|$)/i.test(locale) ? "fa" : "en";
}
