import { namePlace, nameStage, nameValue } from "../flow/archive/people/index.ts";
import type { Config } from "../flow/readConfig.ts";
import { screenWidth } from "./inputs.ts";
import type { Io } from "./io.ts";
import { makePaint } from "./print/paint.ts";
import type { Look } from "./print/look.ts";
import type { CliWords } from "./words/cliWords.ts";

/** How people are printed here. */
export function lookAt(config: Config, io: Io, words: CliWords): Look {
  return {
    width: screenWidth(config, io),
    paint: makePaint(io.stdout.hasColor),
    words,
    stage: (id) => nameStage(id, words.language),
    named: (field, value) => nameValue(field, value, words.language),
    place: (id) => namePlace(id, words.language) ?? id,
  };
}
