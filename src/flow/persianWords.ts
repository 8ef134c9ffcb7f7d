/** What the page and the terminal share of Persian: words of the model, notes, numbers and days. */
import { makeFormat } from "../brief/format.ts";
import { NOTES_FA } from "../brief/notesFa.ts";
import { wordsFa } from "../brief/wordsFa.ts";
import { countryFiles, loadPacks, rowsOf } from "./loadPacks.ts";

const { kinds, modalities, roles, statementTypes, units, per } = wordsFa;

export const persian = {
  kinds,
  modalities,
  roles,
  statementTypes,
  units,
  per,
  notes: NOTES_FA,
  stage: nameStage,
  ...makeFormat("fa", wordsFa),
};

/** The country packs name the stages of a proceeding in Persian; null for one they do not have. */
function nameStage(id: string): string | null {
  for (const content of countryFiles(loadPacks().rows, "stages")) {
    for (const row of rowsOf(content)) {
      const isStage = typeof row === "object" && row !== null && "id" in row && "fa" in row;
      if (isStage && row.id === id) return String(row.fa);
    }
  }
  return STAGES_OF_THE_READER[id] ?? null;
}

/** Stages that the language packs' rows name and no country pack has. */
const STAGES_OF_THE_READER: Readonly<Record<string, string>> = {
  "sentence-upheld": "تأیید حکم اعدام",
};
