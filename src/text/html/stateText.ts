/**
 * In: the data with which a page's scripts would draw it. Out: the text of a report in it, or null.
 * Never: runs a script; takes what is named as another report, a comment or a description.
 */
import { tidy } from "./blocks.ts";
import { inkOf } from "./measure.ts";
import { stripTags } from "./stripTags.ts";

/** The longest run of prose under one path of the data, its parts in their order. */
export function readStateText(scripts: readonly string[]): string | null {
  let best: string[] = [];
  for (const script of scripts) {
    const data = parseData(script);
    if (data === null) continue;
    for (const parts of runsOf(data)) if (inkOfAll(parts) > inkOfAll(best)) best = parts;
  }
  return best.length === 0 ? null : best.join("\n\n");
}

const SCRIPT_LIMIT = 4 * 1024 * 1024;
const VALUE_LIMIT = 200_000;

function parseData(script: string): unknown {
  if (script.length > SCRIPT_LIMIT) return null;
  const start = script.search(/[{[]/);
  if (start === -1) return null;
  const text = script.slice(start).replace(/[;\s]+$/, "");
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const OTHERS =
  /related|recommend|trending|popular|latest|comment|author|bio|caption|description|summary|excerpt|teaser|seo|meta|footer|nav|menu|cookie|consent|i18n|translations?|messages|labels|config|ads?$|promo|newsletter|schema/i;

/** Prose by path; numbers of lists are left out of a path, so that the paragraphs of one list stay together. */
function runsOf(data: unknown): string[][] {
  const runs = new Map<string, string[]>();
  const stack: { value: unknown; path: string }[] = [{ value: data, path: "" }];
  for (let count = 0; stack.length > 0 && count < VALUE_LIMIT; count++) {
    const next = stack.pop();
    if (next === undefined) break;
    const { value, path } = next;
    if (typeof value === "string") addProse(runs, path, value);
    else if (Array.isArray(value))
      for (let at = value.length - 1; at >= 0; at--) {
        const one: unknown = value[at];
        stack.push({ value: one, path });
      }
    else if (typeof value === "object" && value !== null && path.length < PATH_LIMIT)
      for (const [name, inner] of Object.entries(value).reverse())
        if (!OTHERS.test(name)) stack.push({ value: inner, path: `${path}/${name}` });
  }
  return [...runs.values()];
}

const PATH_LIMIT = 400;

function addProse(runs: Map<string, string[]>, path: string, value: string): void {
  if (value.length < 40 || /^(?:https?:|data:|\/)\S*$/.test(value)) return;
  const isMarkup = /<\/?(?:p|br|div|h[2-4]|li)\b/i.test(value);
  if (!isMarkup && !/\p{L}\s+\p{L}|[。、]/u.test(value)) return;
  const parts = (isMarkup ? stripTags(value) : value)
    .split(/\n+/)
    .map(tidy)
    .filter((part) => part !== "");
  const run = runs.get(path);
  if (run === undefined) runs.set(path, parts);
  else run.push(...parts);
}

function inkOfAll(parts: readonly string[]): number {
  return parts.reduce((sum, part) => sum + inkOf(part), 0);
}
