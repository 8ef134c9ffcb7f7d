/**
 * In: the markup of a part of a .docx. Out: its text: a paragraph a block, a table's row a line.
 * Never: recurses; reads the second copy that a part keeps for older programs.
 */
import { Parser } from "htmlparser2";
import { tidy } from "./html/blocks.ts";

/** The text of a part. `title` is the first paragraph in the style of a title or first heading. */
export type WordText = {
  readonly text: string;
  readonly title: string | null;
  readonly hasDeletions: boolean;
};

const SKIPPED: ReadonlySet<string> = new Set([
  "w:del",
  "w:movefrom",
  "w:instrtext",
  "w:deltext",
  "mc:fallback",
  "w:sectpr",
]);
const TITLE_STYLE = /^(?:title|heading ?1|titel|titre|überschrift ?1)$/i;

/** Reads the text of a part of a Word document. */
export function readWordXml(xml: string): WordText {
  const state = new WordState();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => state.open(name, attributes),
      ontext: (text) => state.add(text),
      onclosetag: (name) => state.close(name),
    },
    { xmlMode: true, lowerCaseTags: true, decodeEntities: true },
  );
  parser.write(xml);
  parser.end();
  return state.end();
}

class WordState {
  private readonly blocks: { text: string; isRow: boolean }[] = [];
  private title: string | null = null;
  private hasDeletions = false;
  private skipped = 0;
  private isText = false;
  private isTitle = false;
  private line = "";
  /** The cells of each open table's row; a table within a cell is read as part of that cell. */
  private readonly rows: string[][] = [];
  private tables = 0;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.skipped > 0 || SKIPPED.has(name)) {
      this.skipped++;
      if (name === "w:del" || name === "w:movefrom") this.hasDeletions = true;
      return;
    }
    if (name === "w:t") this.isText = true;
    else if (name === "w:tab") this.line += "\t";
    else if (name === "w:br" || name === "w:cr") this.line += "\n";
    else if (name === "w:nobreakhyphen") this.line += "‑";
    else if (name === "w:pstyle") this.isTitle ||= TITLE_STYLE.test(attributes["w:val"] ?? "");
    else if (name === "w:tbl") this.tables++;
    else if (name === "w:tr" && this.tables === 1) this.rows.push([]);
    else if (name === "w:tc" && this.tables === 1) this.line = "";
  }

  add(text: string): void {
    if (this.isText && this.skipped === 0) this.line += text;
  }

  close(name: string): void {
    if (this.skipped > 0) {
      this.skipped--;
      return;
    }
    if (name === "w:t") this.isText = false;
    else if (name === "w:p") this.endParagraph();
    else if (name === "w:tbl") this.tables--;
    else if (name === "w:tc" && this.tables === 1) {
      this.rows[this.rows.length - 1]?.push(tidy(this.line));
      this.line = "";
    } else if (name === "w:tr" && this.tables === 1) this.endRow();
  }

  end(): WordText {
    this.endParagraph();
    let text = "";
    this.blocks.forEach((block, at) => {
      if (at > 0) text += block.isRow && this.blocks[at - 1]?.isRow === true ? "\n" : "\n\n";
      text += block.text;
    });
    return { text, title: this.title, hasDeletions: this.hasDeletions };
  }

  private endParagraph(): void {
    if (this.tables > 0) {
      this.line += " ";
      return;
    }
    const text = this.line
      .split("\n")
      .map(tidy)
      .filter((line) => line !== "")
      .join("\n");
    if (text !== "") {
      this.blocks.push({ text, isRow: false });
      if (this.isTitle) this.title ??= text.replaceAll("\n", " ");
    }
    this.line = "";
    this.isTitle = false;
  }

  private endRow(): void {
    const cells = this.rows.pop() ?? [];
    if (cells.some((cell) => cell !== ""))
      this.blocks.push({ text: cells.join(" | "), isRow: true });
  }
}
