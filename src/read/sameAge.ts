/**
 * In: a name that stands in a later sentence, of the age of somebody dead told without a name. Out: whether its sentence tells what was
 * done to them, or who they were: "A, 31, was a teacher", "A, 31, died in hospital", "A, 31.".
 * Never: takes whoever does or is something now for the dead ("A, 31, a surgeon, treated him").
 */
import { hasEnding } from "./speechWords.ts";
import type { ClaimKind } from "../model/claim.ts";
import type { NameMatch } from "./findNames.ts";
import type { LanguagePack } from "./packRows.ts";
import { TOKEN, type Tokens } from "./tokens.ts";

/** Tokens behind a name in which its sentence may tell of the dead. */
const REACH = 24;

/** The sentence of the name tells of one who is dead, or nothing at all. */
export function isToldAsDead(
  name: NameMatch,
  kind: ClaimKind,
  tokens: Tokens,
  pack: LanguagePack,
): boolean {
  if (pack.isVerbFinal) return true;
  const forms: string[] = [];
  for (let at = name.to; at < name.to + REACH; at++) {
    const form = tokens.form[at] ?? ".";
    if (form === "." || tokens.kind[at] === TOKEN.newline) break;
    if (tokens.kind[at] !== TOKEN.punctuation && tokens.kind[at] !== TOKEN.number) forms.push(form);
  }
  const lives = forms.findIndex((form) => pack.wordsIn("LIVESON").has(form));
  // "A, 31, is survived |by| his parents".
  if (lives >= 0) return pack.wordsIn("BY").has(forms[lives + 1] ?? "");
  const verb = forms.findIndex(
    (form) => pack.wordsIn("FINBE").has(form) || pack.wordsIn("DIEDOFW").has(form),
  );
  if (verb < 0) return forms.length === 0;
  if (pack.wordsIn("DIEDOFW").has(forms[verb] ?? "")) return true;
  let next = verb + 1;
  while (pack.wordsIn("WASHAD").has(forms[next] ?? "") || hasEnding(forms[next] ?? "", "ADV", pack))
    next++;
  if (next === verb + 1 && !pack.wordsIn("WASHAD").has(forms[verb] ?? "")) return false;
  const form = forms[next] ?? "";
  // "A man was shot dead. A, 31, was charged": with it.
  if (kind !== "execution" && pack.wordsIn("HELDFORW").has(form)) return false;
  if (forms.slice(next + 1).some((one) => pack.wordsIn("ONLOOKERW").has(one))) return false;
  // "was on his way home", "has been named by police"; not "was named as the killer".
  if (pack.wordsIn("ONWAYW").has(form)) return pack.wordsIn("POSSSG").has(forms[next + 1] ?? "");
  if (pack.wordsIn("ONLYNAMEDW").has(form))
    return !forms.some((one) => pack.wordsIn("NAMINGAS").has(one));
  return pack.wordsIn("PASTLIFE").has(form) || pack.wordsIn("HARMEDW").has(form);
}
