/**
 * In: "the two organisations", "both groups" as those who speak. Out: the bodies that spoke together before ("Amnesty and HRW said"), or null.
 * Never: puts together those who spoke apart, or takes another number than was named.
 */
import type { Speaker, SpeechContext } from "./speech.ts";
import type { Line } from "./speechCues.ts";
import { REACH, type SpeechMemory } from "./speechMemory.ts";
import { rangeOf } from "./speechNames.ts";
import type { NounPhrase } from "./nounPhrase.ts";
import { isOneOf } from "./wordSets.ts";

/** Those who spoke together last, where the phrase counts as many as were named. */
export function jointSpeaker(
  line: Line,
  { from, to, headTo }: NounPhrase,
  context: SpeechContext,
  memory: SpeechMemory,
): Speaker | null {
  const { pack, tokens } = context;
  const bodies = pack.wordsIn("JOINTBODYW");
  const [first, last] = rangeOf(line, from, headTo);
  if (to > headTo || last - first > 3 || !isOneOf(tokens, last - 1, bodies)) return null;
  const opening = tokens.form[first] ?? "";
  const counted = line.items
    .slice(from, headTo)
    .find(({ quantity, group }) => (quantity ?? group?.quantity ?? null) !== null);
  const count = pack.wordsIn("BOTHW").has(opening)
    ? 2
    : pack.wordsIn("DEF").has(opening)
      ? (counted?.quantity ?? counted?.group?.quantity)?.min
      : null;
  const joint = memory.entities.findLast(
    ({ spoke, speaker, sentence }) =>
      spoke && speaker.source !== null && line.reading.index - sentence <= REACH,
  );
  if (count == null || joint === undefined || !joint.isMany) return null;
  // "Amnesty and HRW accused two agencies. The two agencies denied": others were told of since.
  const since = tokens.form.slice(joint.speaker.range[1], first);
  if (since.some((form) => bodies.has(form))) return null;
  // "|Hengaw,| the Observer and Amnesty said": one more than the words that are kept.
  if (isListed(joint.speaker, context)) return null;
  return countBodies(joint.speaker, context) === count ? joint.speaker : null;
}

/** Another who is named stands before the comma. */
function isListed({ range: [from] }: Speaker, { names, tokens }: SpeechContext): boolean {
  if (tokens.form[from - 1] !== ",") return false;
  for (let at = from - 2; at >= Math.max(0, from - LONGEST_NAME); at--)
    if (names.get(at)?.to === from - 1) return true;
  return false;
}

/** Tokens of a name of a body. */
const LONGEST_NAME = 8;

/** How many bodies the words name. */
function countBodies({ range: [from, to] }: Speaker, { names }: SpeechContext): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const name = names.get(at);
    if (name?.from === at && name.type !== "place") count++;
  }
  return count;
}
