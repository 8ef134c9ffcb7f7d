#!/usr/bin/env node
import { delayOptimizer } from "./delayOptimizer.ts";
import { processIo } from "./io.ts";
import { run } from "./run.ts";

/** A reader that went away (`| head`, `2>&1 | head`) is no fault: stop quietly. */
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });

delayOptimizer();
process.exitCode = await run(process.argv.slice(2), processIo());
