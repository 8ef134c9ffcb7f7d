import type { Outside, Verdict } from "../../flow/archive/look.ts";
import type { CliWords } from "../words/cliWords.ts";

/** What cosigners say; without one who saw it, and without a checkpoint from outside, the word is self-attested. */
export function printOutside(
  { entries, faults: own, since }: Pick<Verdict, "entries" | "faults" | "since">,
  seen: Outside["seen"],
  words: CliWords,
): string {
  const lines: string[] = [];
  for (const { name, size, at } of seen)
    lines.push(
      words.message(
        `Seen by ${name} up to ${size} of ${entries} entries, on ${words.date(at.slice(0, 10))}`,
      ),
    );
  if (own.length === 0 && since === null) lines.push(...attested(entries, seen, words));
  return lines.map((line) => `${line}\n`).join("");
}

function attested(entries: number, seen: Outside["seen"], words: CliWords): readonly string[] {
  const size = Math.max(0, ...seen.map((one) => one.size));
  if (size === 0) return [words.line(words.selfAttested)];
  return [
    ...(size < entries
      ? [words.message(`What was entered after that (${entries - size}) is self-attested`)]
      : []),
    words.message("That nothing was changed does not make it true"),
  ];
}
