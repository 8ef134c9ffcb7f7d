import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

/** Reports of 4 to 5 kB, put together from the made-up reports with gold claims. */
export function relevantTexts(): readonly string[] {
  const reports = filesBelow(join(root, "test/golden/dev"), ".txt").map((file) =>
    readFileSync(file, "utf8").trim(),
  );
  const texts: string[] = [];
  let text = "";
  for (const report of reports) {
    text = text === "" ? report : `${text}\n\n${report}`;
    if (text.length < 4000) continue;
    texts.push(text.slice(0, 5000));
    text = "";
  }
  return texts;
}

/** Texts of 2 to 3 kB that hold nothing to read: manuals of the packages installed here ("execution", "killed" and all). */
export function irrelevantTexts(): readonly string[] {
  return filesBelow(join(root, "node_modules"), "README.md")
    .map((file) => readFileSync(file, "utf8"))
    .flatMap((text) => [text.slice(0, 2500), text.slice(2500, 5000)])
    .filter((text) => text.length >= 2000);
}

/** So many letters of what each stage might choke on. */
export function worstTexts(length: number): readonly (readonly [name: string, text: string])[] {
  /** The first sentence opens the gate and holds a claim. */
  const fill = (part: string, first = "Two prisoners were executed. ") =>
    `${first}${part.repeat(Math.ceil(length / part.length))}`.slice(0, length);
  return [
    ["one word", fill("a")],
    ["one line of words", fill("executed people were hanged in prison and ")],
    ["quotes never closed", fill("“He said that “they ")],
    ["straight quotes", fill('said "the prisoners ')],
    ["brackets", fill("((((executed")],
    ["numbers", fill("1,234 to 5 million and more than 12 ")],
    ["number words", fill("two hundred and thirty thousand ")],
    ["capitals", fill("Reza Karimi Ahmadi of ")],
    ["commas", fill(", ")],
    ["quotations", fill('"They were hanged on Monday," he said. ')],
    ["names and commas", fill("Omid Karimi, Sara Ahmadi and ")],
    ["dates", fill("on 3 December 2025 since last week ")],
    ["according to", fill("according to a source who said that ")],
    ["full stops", fill("Killed. ")],
    ["line breaks", fill("Hanged\n\n")],
    ["right to left", fill("اعدام شد در زندان و ", "دو زندانی اعدام شدند. ")],
    ["marks", fill("e\u0301\u200C\u200F")],
  ];
}

/** Pages of so many letters that are hard to parse. */
export function worstPages(length: number): readonly (readonly [name: string, html: string])[] {
  const times = (part: string) => part.repeat(Math.ceil(length / part.length));
  return [
    ["nested tags", `<html><body>${times("<div>")}executed`],
    ["tags never closed", times("<p><b><i><a href=x>executed ")],
    ["one tag of attributes", `<html><body><p ${times('data-x="1" ')}>executed</p>`],
    ["links", `<html><body>${times('<a href="#">x</a>')}<p>Two men were hanged.</p>`],
  ];
}

/** The made-up pages with what pages of news carry around their text: menus, teasers, styles and scripts, about 150 kB each. */
export function realPages(): readonly string[] {
  const times = (count: number, part: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => part(index)).join("\n");
  const menu = times(
    250,
    (index) =>
      `<li class="menu-item"><a href="/${index}/index.html">Section number ${index}</a></li>`,
  );
  const teasers = times(
    80,
    (index) =>
      `<div class="card teaser"><a href="/news/${index}"><img src="/${index}.jpg" alt="" loading="lazy"><h3>Another story of the day</h3></a><p>A short summary of a story that goes on elsewhere, with some words.</p></div>`,
  );
  const code = times(
    900,
    () => "window.dataLayer=window.dataLayer||[];var a={b:1,c:[1,2,3],d:'some text'};",
  );
  const style = times(500, () => ".menu-item{display:block;margin:0 1px 2px 3px}");
  const nav = `<nav><ul>${menu}</ul></nav>`;
  const behind = `<aside>${teasers}</aside><footer>${nav}</footer><script>${code}</script><style>${style}</style></body>`;
  return filesBelow(join(root, "test/text/pages"), ".html").map((file) =>
    readFileSync(file, "utf8")
      .replace(/<body[^>]*>/i, (body) => `${body}<header>${nav}</header>`)
      .replace(/<\/body>/i, behind),
  );
}

/** Files below a folder with that ending, sorted; links are not followed. */
export function filesBelow(folder: string, ending: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
