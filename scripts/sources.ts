import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

/** A source file as the checks see it: its folder under src/, its words, and what it imports. */
export type Source = {
  readonly path: string;
  readonly folder: string;
  readonly text: string;
  /** The text with comments blanked out; offsets and lines stay. */
  readonly code: string;
  readonly imports: readonly string[];
  /** Those of them that are there when the program runs: no `import type`. */
  readonly runtimeImports: readonly string[];
};

/** Every TypeScript file below src/. */
export function readSources(root: string): readonly Source[] {
  return readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .sort()
    .map((file) => {
      const path = join("src", file).replaceAll("\\", "/");
      return makeSource(path, readFileSync(join(root, path), "utf8"));
    });
}

/** Reads a file's folder and imports out of its text. */
export function makeSource(path: string, text: string): Source {
  const code = blankComments(text);
  const imports = findImports(code);
  const runtimeImports = findImports(code.replaceAll(/\b(?:import|export) type\b[^;]*;/g, ""));
  const parts = path.split("/");
  const folder = parts.length > 2 ? (parts[1] ?? "") : "";
  return { path, folder, text, code, imports, runtimeImports };
}

/** The file in this tree that an import points to, or null for a package or a built-in. */
export function resolveImport(source: Source, specifier: string): string | null {
  if (!specifier.startsWith(".")) return null;
  return normalize(join(dirname(source.path), specifier)).replaceAll("\\", "/");
}

function findImports(code: string): readonly string[] {
  const found = code.matchAll(
    /(?:\bfrom\s*|\bimport\s*|\bimport\s*\(\s*|\bnew URL\s*\(\s*)(["'])([^"'\n]+)\1/g,
  );
  return [...found].flatMap((match) => (match[2] === undefined ? [] : [match[2]]));
}

/** Strings are kept, comments become spaces. Good enough for our own formatted code, not for any TypeScript. */
function blankComments(text: string): string {
  return text.replaceAll(
    /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|\/\*[\s\S]*?\*\/|(?<![:\\/])\/\/[^\n]*/g,
    (part) => (part.startsWith("/") ? part.replaceAll(/[^\n]/g, " ") : part),
  );
}
