/**
 * Pages sketched as markup in sketches/*.txt: each begins with `=== name | field=value; …`. What stands between
 * ⟦ and ⟧ is main text, between ⟨ and ⟩ right with or without it; ⟪3|…⟫ is written three times, each time with
 * other words. `$p` is a paragraph, `$s` a sentence, `$h` a headline, `$w` a few words, `$n` a name, `$c` a town,
 * `$T` the title and `$A` the author of the page; `$p.fa` is Persian.
 */
import { readdirSync, readFileSync } from "node:fs";
import type { Layout, MadePage } from "./furniture.ts";
import type { Prose, ProseLanguage } from "./prose.ts";

const FOLDER = new URL("./sketches/", import.meta.url);

/** The layouts of all sketches, by name. */
export const SKETCHED_LAYOUTS: Readonly<Record<string, Layout>> = Object.fromEntries(
  readdirSync(FOLDER)
    .toSorted()
    .flatMap((file) => readFileSync(new URL(file, FOLDER), "utf8").split(/^=== /m).slice(1))
    .map((sketch) => {
      const end = sketch.indexOf("\n");
      const [name = "", fields = ""] = sketch.slice(0, end).split("|");
      const markup = sketch.slice(end + 1).trim();
      return [name.trim(), (prose: Prose) => drawSketch(markup, fields, prose)];
    }),
);

function drawSketch(markup: string, fields: string, prose: Prose): MadePage {
  const fixed = new Map<string, string>();
  const fill = (text: string): string =>
    text.replace(
      /\$([pshwncTA])(?:\.(fa|ar|de|ru|zh|ja|fr|es|tr))?(?![\w])/g,
      (words, what, language) => {
        const made = fixed.get(words) ?? makeWords(what, language ?? "en", prose);
        if (what === "T" || what === "A") fixed.set(words, made);
        return made;
      },
    );
  const page = fill(repeat(markup));
  return {
    html: page.replace(/[⟦⟧⟨⟩]/g, ""),
    truth: between(page, /⟦([^⟧]*)⟧/g),
    optional: between(page, /⟨([^⟩]*)⟩/g),
    fields: readFields(fill(fields)),
  };
}

function readFields(words: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [, name, value] of words.matchAll(/(\w+)=([^;]+)/g))
    if (name !== undefined && value !== undefined) fields[name] = value.trim();
  return fields;
}

function makeWords(what: string, language: ProseLanguage, prose: Prose): string {
  if (what === "n" || what === "A") return prose.name();
  if (what === "c") return prose.place();
  if (what === "w") return prose.label();
  if (what === "p") return prose.para(undefined, language);
  return what === "s" || language !== "en" ? prose.sentence(language) : prose.headline();
}

/** Writes out what is to be written several times, from the inside out. */
function repeat(markup: string): string {
  const once = markup.replace(/⟪(\d+)\|([^⟪⟫]*)⟫/g, (_, count: string, part: string) =>
    part.repeat(Number(count)),
  );
  return once === markup ? markup : repeat(once);
}

function between(page: string, marks: RegExp): string[] {
  return [...page.matchAll(marks)].map(([, part = ""]) =>
    part
      .replace(/<sup.*?<\/sup>/g, "")
      .replace(/<\/?(?:a|b|i|em|strong|span|font|bdi|code|small)\b[^>]*>/g, "")
      .replace(/<[^>]+>/g, " ")
      .replace(/&nbsp;/g, " ")
      .replace(/\s+/g, " ")
      .trim(),
  );
}
