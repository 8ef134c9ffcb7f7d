/** What the page and the terminal share of Persian: words of the model, notes, numbers and days. */
import { makeFormat } from "../brief/format.ts";
import { NOTES_FA } from "../brief/notesFa.ts";
import { wordsFa } from "../brief/wordsFa.ts";

const { kinds, modalities, roles, statementTypes, units, per } = wordsFa;

export const persian = {
  kinds,
  modalities,
  roles,
  statementTypes,
  units,
  per,
  notes: NOTES_FA,
  ...makeFormat("fa", wordsFa),
};
