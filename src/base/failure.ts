/** The six ways in which Sanad says no; cli/ turns them into exit codes (docs/architecture.md has the table). */
export type ErrorCode =
  | "input-refused"
  | "not-found"
  | "conflict"
  | "forbidden"
  | "unavailable"
  | "integrity";

/** A failure that a user can act on. Messages carry a file name, a line or an id, never a name or a quote. */
export class Failure extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = "Failure";
    this.code = code;
  }
}
