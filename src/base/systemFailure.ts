/** Errors of the operating system, told so that a person can act on them. */
import { type ErrorCode, Failure } from "./failure.ts";

type Told = readonly [code: ErrorCode, message: (path: string) => string];

const NO_RIGHT: Told = [
  "forbidden",
  (path) =>
    `This user may not read or write ${path}; give it the right to, or run Sanad as the user it belongs to`,
];
const FULL: Told = ["unavailable", () => diskFull(null).message];

const TOLD: Readonly<Record<string, Told>> = {
  EACCES: NO_RIGHT,
  EPERM: NO_RIGHT,
  EROFS: ["forbidden", (path) => `The disk that ${path} lies on cannot be written to`],
  ENOSPC: FULL,
  EDQUOT: FULL,
  ENOTDIR: ["not-found", (path) => `${path} cannot be: what stands above it is a file`],
  EISDIR: ["input-refused", (path) => `${path} is a folder, where a file is needed`],
  EIO: ["unavailable", (path) => `The disk cannot read or write ${path}; it may be failing`],
};

/** There is no space left. */
export function diskFull(cause: unknown): Failure {
  return new Failure(
    "unavailable",
    "The disk is full; what was acknowledged is kept, start the command again when there is space",
    { cause },
  );
}

/** The failure that an error of the operating system is; null where it is none, or one that only a fault of ours makes. */
export function systemFailure(error: unknown): Failure | null {
  if (!(error instanceof Error) || !("code" in error) || !("syscall" in error)) return null;
  const told = TOLD[String(error.code)];
  if (told === undefined) return null;
  const path = "path" in error && typeof error.path === "string" ? error.path : "a file";
  return new Failure(told[0], told[1](path), { cause: error });
}
