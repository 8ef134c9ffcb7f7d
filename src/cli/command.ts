import type { Config } from "../flow/readConfig.ts";
import type { Io } from "./io.ts";
import type { Arguments } from "./parseArguments.ts";

/** What a verb does: prints, and answers with an exit code. */
export type Command = (given: Arguments, config: Config, io: Io) => Promise<number>;
