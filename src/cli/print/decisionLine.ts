import type { ShownPerson } from "../../flow/archive/people/index.ts";
import type { CliWords } from "../words/cliWords.ts";

/** A decision about who is whom, or what is of which event; words of the program's own in the reason are in its language. */
export function decisionLine(one: ShownPerson["decisions"][number], words: CliWords): string {
  return words.people.decided({ ...one, reason: words.message(one.reason), of: one.of.join(", ") });
}
