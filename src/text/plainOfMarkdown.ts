/**
 * In: the text of a Markdown report. Out: its words without marks of emphasis, headings and links, and its front matter.
 * Never: changes a word; reads YAML beyond `name: value` lines.
 */

/** What a Markdown text says, and what its front matter says of it. */
export type PlainMarkdown = { readonly text: string; readonly front: ReadonlyMap<string, string> };

/** Takes the marks of CommonMark (§6.2–6.6, §4.2, §5.1) off a text, so that a name in bold is a name. */
export function plainOfMarkdown(source: string): PlainMarkdown {
  const front = new Map<string, string>();
  const head = FRONT_MATTER.exec(source);
  for (const line of head?.[1]?.split(/\r?\n/) ?? []) {
    const field = /^([A-Za-z][\w-]*)[ \t]*:[ \t]*(\S.*)$/.exec(line.trimEnd());
    if (field !== null) front.set(String(field[1]).toLowerCase(), unquote(String(field[2])));
  }
  const body = head === null ? source : source.slice(head[0].length);
  return { text: MARKS.reduce((text, [mark, plain]) => text.replace(mark, plain), body), front };
}

const FRONT_MATTER = /^---[ \t]*\r?\n((?:(?!---)[^\n]*\n){0,60}?)---[ \t]*(?:\r?\n|$)/;

/** Every pattern is bounded to a line and cannot backtrack over more than one run of marks. */
const MARKS: readonly (readonly [RegExp, string])[] = [
  [/^ {0,3}#{1,6}[ \t]+/gm, ""],
  [/[ \t]#{1,6}[ \t]*$/gm, ""],
  [/^ {0,3}>[ \t]?/gm, ""],
  [/!\[[^\]\n]{0,500}\]\([^()\s]{0,2000}\)/g, ""],
  [/\[([^\]\n]{1,500})\]\([^()\s]{0,2000}(?:[ \t]+"[^"\n]{0,500}")?\)/g, "$1"],
  [/\*{1,3}(?=\S)([^*\n]{1,2000})(?<=\S)\*{1,3}/g, "$1"],
  [/(?<![\p{L}\p{N}_])_{1,3}(?=\S)([^_\n]{1,2000})(?<=\S)_{1,3}(?![\p{L}\p{N}_])/gu, "$1"],
  [/`([^`\n]{1,500})`/g, "$1"],
  [/\\([*_#>[\]()`~!+.-])/g, "$1"],
];

function unquote(value: string): string {
  const quoted = /^(["'])(.*)\1$/.exec(value);
  return (quoted === null ? value : String(quoted[2])).trim();
}
