import type { CliWords } from "../words/cliWords.ts";
import type { Paint } from "./paint.ts";

/** How things are printed here. */
export type Look = {
  readonly width: number;
  readonly paint: Paint;
  readonly words: CliWords;
  /** What a stage of a case is called. */
  readonly stage: (id: string) => string;
  /** What a place of the country pack is called. */
  readonly place: (id: string) => string;
  /** A town, province, prison or charge by its English name, in the language of the terminal. */
  readonly named: (field: string, value: string) => string;
};
