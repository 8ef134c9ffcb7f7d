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

/** A megabyte of what each stage might choke on. */
export function worstTexts(): readonly (readonly [name: string, text: string])[] {
  const fill = (part: string) =>
    part.repeat(Math.ceil(1_000_000 / part.length)).slice(0, 1_000_000);
  return [
    ["one word", fill("a")],
    ["one line of words", fill("executed people were hanged in prison and ")],
    ["quotes never closed", fill("“He said that “they ")],
    ["straight quotes", fill('said "the prisoners ')],
    ["brackets", fill("((((executed")],
    ["numbers", fill("1,234 to 5 million and more than 12 ")],
    ["number words", fill("two hundred and thirty thousand ")],
    ["capitals", fill("Reza Karimi Ahmadi of ")],
    ["names and commas", fill("Omid Karimi, Sara Ahmadi and ")],
    ["dates", fill("on 3 December 2025 since last week ")],
    ["according to", fill("according to a source who said that ")],
    ["full stops", fill("Killed. ")],
    ["line breaks", fill("Hanged\n\n")],
    ["right to left", fill("اعدام شد در زندان و ")],
    ["marks", fill("e\u0301\u200C\u200F")],
  ];
}

/** Pages of a megabyte that are hard to parse. */
export function worstPages(): readonly (readonly [name: string, html: string])[] {
  const deep = 100_000;
  return [
    ["100,000 nested tags", `<html><body>${"<div>".repeat(deep)}executed${"</div>".repeat(deep)}`],
    ["tags never closed", "<p><b><i><a href=x>executed ".repeat(36_000)],
    ["a megabyte of attributes", `<html><body><p ${'data-x="1" '.repeat(90_000)}>executed</p>`],
    [
      "100,000 links",
      `<html><body>${'<a href="#">x</a>'.repeat(60_000)}<p>Two men were hanged.</p>`,
    ],
  ];
}

/** Files below a folder with that ending, sorted; links are not followed. */
export function filesBelow(folder: string, ending: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
