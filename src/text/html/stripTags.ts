/**
 * In: markup that cannot be parsed into a tree (too deep, too large). Out: its text, in one pass.
 * Never: goes back over what it has read.
 */
import { tidy } from "./blocks.ts";

/** Strips the tags of markup: a line for each block, scripts and styles left out. */
export function stripTags(html: string): string {
  const lines: string[] = [];
  let line = "";
  const endLine = (): void => {
    const text = line === "" ? "" : tidy(decodeEntities(line));
    if (text !== "") lines.push(text);
    line = "";
  };
  for (let at = 0; at < html.length; ) {
    const open = html.indexOf("<", at);
    line += html.slice(at, open === -1 ? html.length : open);
    if (open === -1) break;
    const tag = tagAt(html, open);
    if (tag === null) {
      line += "<";
      at = open + 1;
      continue;
    }
    if (!INLINE_TAGS.has(tag.name)) endLine();
    at = RAW_TAGS.has(tag.name) && !tag.isEnd ? afterRaw(html, tag) : tag.end;
  }
  endLine();
  return lines.join("\n");
}

const INLINE_TAGS: ReadonlySet<string> = new Set(
  "a abbr b bdi bdo big cite code em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr".split(
    " ",
  ),
);
const RAW_TAGS: ReadonlySet<string> = new Set("script style".split(" "));

type Tag = { readonly name: string; readonly isEnd: boolean; readonly end: number };

function tagAt(html: string, open: number): Tag | null {
  if (html.startsWith("<!--", open)) {
    const close = html.indexOf("-->", open + 4);
    return { name: "span", isEnd: false, end: close === -1 ? html.length : close + 3 };
  }
  const name = /^<(\/?)([a-z][a-z0-9:-]{0,30})|^<[!?]/i.exec(html.slice(open, open + 34));
  if (name === null) return null;
  const close = html.indexOf(">", open);
  return {
    name: (name[2] ?? "span").toLowerCase(),
    isEnd: name[1] === "/",
    end: close === -1 ? html.length : close + 1,
  };
}

function afterRaw(html: string, { name, end }: Tag): number {
  const closing = new RegExp(`</${name}[^>]*>`, "gi");
  closing.lastIndex = end;
  const found = closing.exec(html);
  return found === null ? html.length : found.index + found[0].length;
}

const ENTITIES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
    nbsp: " ",
    ndash: "–",
    mdash: "—",
    lsquo: "‘",
    rsquo: "’",
    ldquo: "“",
    rdquo: "”",
    laquo: "«",
    raquo: "»",
    hellip: "…",
    zwnj: "\u200c",
    zwj: "\u200d",
    shy: "",
    copy: "©",
    middot: "·",
    bull: "•",
    eacute: "é",
  }),
);

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return ENTITIES.get(name) ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
        ? String.fromCodePoint(code)
        : "\ufffd";
    },
  );
}
