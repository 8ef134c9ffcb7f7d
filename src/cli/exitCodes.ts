import type { ErrorCode, Failure } from "../base/failure.ts";

/** How each failure ends the program; docs/architecture.md has the same table. */
export const EXIT_CODES: Readonly<Record<ErrorCode, number>> = {
  "input-refused": 2,
  "not-found": 3,
  conflict: 4,
  forbidden: 5,
  unavailable: 6,
  integrity: 70,
};

/** Some inputs failed while others were read. */
export const SOME_FAILED = 1;

/** A fault in the program itself, never in what it was given. */
export const OWN_FAULT = 99;

/** The exit code of a run over many inputs: 0 all read, 1 some, else what the failures say. */
export function exitCodeOf(read: number, failures: readonly Failure[]): number {
  const [first] = failures;
  if (first === undefined) return 0;
  if (read > 0) return SOME_FAILED;
  const alike = failures.every((failure) => failure.code === first.code);
  return alike ? EXIT_CODES[first.code] : EXIT_CODES["input-refused"];
}
