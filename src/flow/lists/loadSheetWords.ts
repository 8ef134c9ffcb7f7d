import { compileSheetWords, type SheetWords } from "../../lists/sheetWords.ts";
import { loadRows } from "../packFiles.ts";

const compiled = new Map<string, SheetWords>();

/** The words of lists of people, or of lists that count, of all language packs; only the files that hold them are read. `of` says what a list is of. */
export function loadSheetWords(isTallies = false, of: string | null = null): SheetWords {
  const key = `${isTallies} ${of ?? ""}`;
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const words = compileSheetWords(
    Object.values(loadRows(/^lang\/[^/]+\/sheets\.json$/)),
    Object.values(loadRows(/^(?:lang\/[^/]+\/periods|country\/[^/]+\/calendar)\.json$/)),
    isTallies ? Object.values(loadRows(/^lang\/[^/]+\/tallies\.json$/)) : [],
    of,
  );
  compiled.set(key, words);
  return words;
}
