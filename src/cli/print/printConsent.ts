import type { Consent, Purpose } from "../../model/testimony.ts";
import type { ListedTestimony } from "../../flow/archive/testimony.ts";
import type { CliWords } from "../words/cliWords.ts";
import { alignColumns } from "./alignColumns.ts";

const USES: Readonly<Record<Purpose, string>> = {
  read: "being read",
  quote: "being quoted without the name",
  name: "being named",
  court: "going to a court",
};

/** What a testimony is opened for. */
export function purposeWords(purpose: Purpose, words: CliWords): string {
  return words.message(USES[purpose]);
}

/** What a witness consents to, in a few words. */
export function usesWords({ purposes }: Pick<Consent, "purposes">, words: CliWords): string {
  const uses = purposes.map((purpose) => words.message(USES[purpose]));
  return purposes.length === 0 ? words.message("being kept only") : words.listed(uses, "comma");
}

/** What a witness consents to, as a message. */
export function consentLine(consent: Consent, words: CliWords): string {
  const { until, given } = consent;
  const what = usesWords(consent, words);
  const end = until === null ? "until it is withdrawn" : `until ${words.date(until)}`;
  return `Consent to ${what}; ${end}; given: ${given}`;
}

/** Testimonies with the state of their consent, one a line; no word of them. */
export function printTestimonies(list: readonly ListedTestimony[], words: CliWords): string {
  if (list.length === 0) return `${words.message("There is no testimony")}\n`;
  const heads = alignColumns(list.map((one) => headOf(one, words)));
  const lines = list.flatMap(({ state, consent }, at) => [
    heads[at] ?? "",
    ...(state === "holds" ? [`   ${words.message(consentLine(consent, words))}`] : []),
  ]);
  const ended = list.filter(({ state }) => state !== "holds").length;
  const advice =
    ended === 0
      ? []
      : [
          "",
          words.message(
            `Consent to ${ended} of them has ended: ask the witness anew, or erase them (sanad erase)`,
          ),
        ];
  return `${[...lines, ...advice].join("\n")}\n`;
}

/** The testimony, its witness, how consent stands, and how often it was opened. */
function headOf(
  { testimony, witness, consent, state, openings }: ListedTestimony,
  words: CliWords,
): readonly string[] {
  const end =
    state === "expired" && consent.until !== null
      ? `consent expired on ${words.date(consent.until)}`
      : `consent ${state}`;
  return [testimony, witness, words.message(end), words.message(openedWords(openings.count))];
}

function openedWords(count: number): string {
  if (count === 0) return "never opened";
  return count === 1 ? "opened once" : `opened ${count} times`;
}
