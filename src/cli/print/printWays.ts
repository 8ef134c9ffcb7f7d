import type { Way } from "../../flow/archive/changeKeys.ts";
import type { CliWords } from "../words/cliWords.ts";
import { padEnd } from "./screenText.ts";

/** The ways into an archive, one a line, and what is missing among them. */
export function printWays(ways: readonly Way[], words: CliWords): string {
  const lines = ways.map((way) => {
    const since =
      way.since === null
        ? words.message("from the beginning")
        : words.message(`since ${words.date(way.since)}`);
    return `  ${padEnd(way.id, 16)}${padEnd(words.message(nameWay(way)), 24)}${since}`;
  });
  const isPutAway = ways.some(({ by }) => by === "words" || by === "shares");
  const advice = isPutAway
    ? "When the passphrase is lost: sanad recover"
    : "When the passphrase is lost nothing opens this archive: make recovery words (sanad keys recovery) or shares (sanad keys split)";
  return `${words.message("Ways into this archive")}\n${lines.join("\n")}\n\n${words.message(advice)}\n`;
}

/** What a way is; a message. */
export function nameWay({ by, needed, of }: Way): string {
  switch (by) {
    case "passphrase":
      return "passphrase";
    case "key-file":
      return "key file";
    case "words":
      return "recovery words";
    case "shares":
      return `shares, ${needed} of ${of}`;
  }
}
