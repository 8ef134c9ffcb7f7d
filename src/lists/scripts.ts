/** In which script the letters of a text are. */
export type Scripts = "none" | "latin" | "arabic" | "both";

/** What most names are: found quickly. */
const PLAIN_LATIN = /^[A-Za-z][A-Za-z .'-]*$/;
const PLAIN_ARABIC =
  /^[\u0621-\u063A\u0641-\u064A\u067E\u0686\u0698\u06A9\u06AF\u06CC][\u0621-\u063A\u0641-\u064A\u067E\u0686\u0698\u06A9\u06AF\u06CC\u200C ]*$/;
const ARABIC = /\p{Script=Arabic}/u;
const OTHER = /(?!\p{Script=Arabic})\p{L}/u;
/** Letters of the Arabic script with what may stand between them. */
const ARABIC_RUN =
  /[\p{Script=Arabic}\p{Script=Inherited}][^\p{L}]*(?:\p{Script=Arabic}[^\p{L}]*)*/gu;

/** Looks at the letters of a text; every script but the Arabic one counts as Latin. */
export function scriptsOf(text: string): Scripts {
  if (PLAIN_LATIN.test(text)) return "latin";
  if (PLAIN_ARABIC.test(text)) return "arabic";
  const hasOther = OTHER.test(text);
  if (!ARABIC.test(text)) return hasOther ? "latin" : "none";
  return hasOther ? "both" : "arabic";
}

/** A name in both scripts as its two halves; null where the scripts change more than once. */
export function splitScripts(
  text: string,
): { readonly latin: string; readonly arabic: string } | null {
  const runs = [...text.matchAll(ARABIC_RUN)];
  const [run] = runs;
  if (runs.length !== 1 || run === undefined) return null;
  const before = trimMarks(text.slice(0, run.index));
  const after = trimMarks(text.slice(run.index + run[0].length));
  if (before !== "" && after !== "") return null;
  return { latin: before === "" ? after : before, arabic: trimMarks(run[0]) };
}

/** Without the brackets, strokes and dashes that parted the two halves. */
function trimMarks(text: string): string {
  return text.replace(EDGES, "").replace(UNPAIRED_END, "$1");
}

const EDGES = /^[\s()[\]/|,،;؛:–—=-]+|[\s([/|,،;؛:–—=-]+$/gu;
/** A closing bracket whose opening one went with the other half. */
const UNPAIRED_END = /^([^([]*)[)\]]+$/u;
