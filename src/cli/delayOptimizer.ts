import { setFlagsFromString } from "node:v8";

/** Bytes of bytecode a function runs through between two looks of the optimiser at it (Node 20: 67,584). */
const USUAL = 67_584;
const PATIENT = 1_000_000;
/** A program that still runs after so long has more than a file to read. */
const PATIENCE_MS = 2000;

/**
 * Lets the engine wait with optimising: of a program that reads one small file a quarter of the time went into optimising what then
 * ended. After two seconds it goes on as usual, which reads the first hundred reports sooner too: fewer functions are made twice.
 */
export function delayOptimizer(): void {
  setFlagsFromString(`--interrupt-budget=${PATIENT}`);
  setTimeout(() => setFlagsFromString(`--interrupt-budget=${USUAL}`), PATIENCE_MS).unref();
}
