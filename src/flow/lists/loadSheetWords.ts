import { compileSheetWords, type SheetWords } from "../../lists/sheetWords.ts";
import { loadRows } from "../packFiles.ts";

const compiled = new Map<boolean, SheetWords>();

/** The words of lists of people, or of lists that count, of all language packs; only the files that hold them are read. */
export function loadSheetWords(isTallies = false): SheetWords {
  const known = compiled.get(isTallies);
  if (known !== undefined) return known;
  const words = compileSheetWords(
    Object.values(loadRows(/^lang\/[^/]+\/sheets\.json$/)),
    Object.values(loadRows(/^(?:lang\/[^/]+\/periods|country\/[^/]+\/calendar)\.json$/)),
    isTallies ? Object.values(loadRows(/^lang\/[^/]+\/tallies\.json$/)) : [],
  );
  compiled.set(isTallies, words);
  return words;
}
