import type { Config } from "../flow/readConfig.ts";
import type { Io } from "./io.ts";
import type { Arguments } from "./parseArguments.ts";
import type { CliWords } from "./words/cliWords.ts";

/** What a verb does: prints in the language of `words`, and answers with an exit code. */
export type Command = (
  given: Arguments,
  config: Config,
  io: Io,
  words: CliWords,
) => Promise<number>;
