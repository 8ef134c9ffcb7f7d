import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { Failure } from "../base/failure.ts";
import { ARCHIVE_FILE } from "../ledger/archiveName.ts";
import { KNOWN_EXTENSIONS } from "../text/sniffFormat.ts";

/** The name under which the process's own input is read. */
export const STDIN = "-";
/** What it is called in messages. */
export const STDIN_NAME = "standard input";

/** A file to be read, or a name that leads to none. */
export type PathEntry =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "failure"; readonly path: string; readonly failure: Failure };

/** Why something in a directory is not read: by its name, since it is hidden, or since it is a link or no file. */
type Passing = "name" | "hidden" | "link" | "special";

/** Is told the name of each thing in a directory that is not read, and why. */
type Pass = (name: string, why: Passing) => void;

/** Expands names into files: a file as it is, a directory into the files it holds, sorted, at any depth. */
export async function* expandPaths(
  paths: readonly string[],
  pass: Pass = () => {},
): AsyncGenerator<PathEntry> {
  for (const path of paths) {
    if (path === STDIN) {
      yield { kind: "file", path };
      continue;
    }
    try {
      if (!(await stat(path)).isDirectory()) yield { kind: "file", path };
      else yield* expandDirectory(path, pass);
    } catch (error) {
      yield { kind: "failure", path, failure: pathFailure(path, error) };
    }
  }
}

/** What a run will read, and the files of its directories that it passes over. */
export type Survey = {
  readonly files: number;
  /** Lists of people or figures, by extension: `sanad match` and `sanad add --list` read them. */
  readonly lists: ReadonlyMap<string, number>;
  /** Other files that may hold a report, by extension. */
  readonly others: ReadonlyMap<string, number>;
  /** Everything else that was passed over, by its extension ("" for none) where its name is why, else by why. */
  readonly rest: ReadonlyMap<string, number>;
};

/** Looks through names before they are read: how many files, and which of a directory's are left aside. */
export async function surveyPaths(paths: readonly string[]): Promise<Survey> {
  const lists = new Map<string, number>();
  const others = new Map<string, number>();
  const rest = new Map<string, number>();
  let files = 0;
  const pass = (name: string, why: Passing): void => {
    const extension = extname(name).toLowerCase();
    const counts = LISTS.has(extension) ? lists : OTHER_REPORTS.has(extension) ? others : rest;
    if (why === "name") counts.set(extension, (counts.get(extension) ?? 0) + 1);
    else rest.set(why, (rest.get(why) ?? 0) + 1);
  };
  for await (const entry of expandPaths(paths, pass)) if (entry.kind === "file") files++;
  return { files, lists, others, rest };
}

const LISTS: ReadonlySet<string> = new Set([".csv", ".tsv", ".xlsx", ".xls", ".ods", ".json"]);
/** Documents and scans that hold a report in a form that is not read; a page's own pictures are none. */
const OTHER_REPORTS: ReadonlySet<string> = new Set(
  ".doc .rtf .odt .pages .wpd .pptx .ppt .epub .mht .mhtml .webarchive .msg .mbox .zip .rar .7z .jpg .jpeg .png .tif .tiff .heic .webp".split(
    " ",
  ),
);

/** Says why a path cannot be read. */
export function pathFailure(path: string, error: unknown): Failure {
  const code = error instanceof Error && "code" in error ? error.code : null;
  // Such a name cannot be given back to the system that it came from.
  if (code === "ENOENT" && path.includes("\uFFFD"))
    return new Failure(
      "input-refused",
      `${path}: The file's name is not in UTF-8, so it cannot be opened; give it another name`,
      { cause: error },
    );
  const row = FAILURES.find((one) => one.code === code);
  return row === undefined
    ? new Failure("unavailable", `${path}: The file could not be read`, { cause: error })
    : new Failure(row.failure, `${path}: ${row.message}`, { cause: error });
}

const FAILURES = [
  {
    code: "ENOENT",
    failure: "not-found",
    message: "There is no such file; look at its folder and name",
  },
  {
    code: "ENOTDIR",
    failure: "not-found",
    message: "There is no such file; look at its folder and name",
  },
  { code: "EACCES", failure: "forbidden", message: "The file may not be read; check its rights" },
  { code: "EPERM", failure: "forbidden", message: "The file may not be read; check its rights" },
  { code: "ELOOP", failure: "input-refused", message: "The name leads round in a circle of links" },
] as const;

async function* expandDirectory(path: string, pass: Pass): AsyncGenerator<PathEntry> {
  let found = 0;
  for await (const entry of walk(path, pass)) {
    found++;
    yield entry;
  }
  if (found > 0) return;
  const message = `${path}: The directory holds no report; known are ${KNOWN_EXTENSIONS.join(", ")}`;
  yield { kind: "failure", path, failure: new Failure("input-refused", message) };
}

async function* walk(path: string, pass: Pass): AsyncGenerator<PathEntry> {
  let entries: Dirent[];
  try {
    entries = await readdir(path, { withFileTypes: true });
  } catch (error) {
    yield { kind: "failure", path, failure: pathFailure(path, error) };
    return;
  }
  entries.sort((left, right) => (left.name < right.name ? -1 : 1));
  const isArchive = entries.some(({ name }) => name === ARCHIVE_FILE);
  for (const entry of entries) {
    if (OF_MACHINES.test(entry.name)) continue;
    if (isArchive && OF_ARCHIVES.test(entry.name)) continue;
    if (entry.name.startsWith(".")) {
      pass(entry.name, "hidden");
      continue;
    }
    const inner = join(path, entry.name);
    if (entry.isDirectory()) yield* walk(inner, isOfPage(entry.name) ? () => {} : pass);
    else if (!entry.isFile() && !entry.isSymbolicLink()) pass(entry.name, "special");
    else if (!isReport(entry.name))
      pass(entry.name, (await isLinkedFolder(entry, inner)) ? "link" : "name");
    else if (await isFile(entry, inner)) yield { kind: "file", path: inner };
    else pass(entry.name, "link");
  }
}

/** What programs leave in folders; nobody put a report there. */
const OF_MACHINES =
  /^(?:node_modules|\.git|\.DS_Store|\._.*|\.Spotlight-V100|\.Trashes|Thumbs\.db|desktop\.ini)$/i;

/** What an archive is made of, in its folder; reports may lie beside it. */
const OF_ARCHIVES =
  /^(?:database|evidence|tiles|actor|keys\.json|erasures\.json|sanad\.archive\.json)$/;

async function isLinkedFolder(entry: Dirent, path: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return false;
  try {
    return !(await stat(path)).isFile();
  } catch {
    return true;
  }
}

/** Browsers save the pictures and scripts of `page.html` into `page_files`. */
function isOfPage(name: string): boolean {
  return /_files$|^(?:images|img|css|js|assets)$/i.test(name);
}

function isReport(name: string): boolean {
  return KNOWN_EXTENSIONS.includes(extname(name).toLowerCase());
}

/** Links to files are followed, links to directories are not: they may lead round in a circle. */
async function isFile(entry: Dirent, path: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isFile();
  try {
    return (await stat(path)).isFile();
  } catch {
    return true;
  }
}
