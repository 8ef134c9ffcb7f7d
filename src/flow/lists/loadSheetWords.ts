import { compileSheetWords, type SheetWords } from "../../lists/sheetWords.ts";
import { loadRows } from "../packFiles.ts";

let compiled: SheetWords | null = null;

/** The words of lists, of all language packs; only the files that hold them are read. */
export function loadSheetWords(): SheetWords {
  compiled ??= compileSheetWords(
    Object.values(loadRows(/^lang\/[^/]+\/sheets\.json$/)),
    Object.values(loadRows(/^(?:lang\/[^/]+\/periods|country\/[^/]+\/calendar)\.json$/)),
  );
  return compiled;
}
