import { readFileSync } from "node:fs";

/** Name and version of the reader, as entries remember it. */
export function readerName(): string {
  return `sanad ${version()}`;
}

/** The version of this program, from its package. */
export function version(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  const content: unknown = JSON.parse(text);
  const found = typeof content === "object" && content !== null && "version" in content;
  return found ? String(content.version) : "unknown";
}
