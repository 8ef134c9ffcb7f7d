/**
 * The story of one list: a file → its table → records. What a person once said about its columns is remembered beside it.
 */
import { createReadStream } from "node:fs";
import { readFile, stat, writeFile } from "node:fs/promises";
import { Failure } from "../../base/failure.ts";
import type { ColumnChoice } from "../../lists/columns.ts";
import { choiceName } from "../../lists/findHeader.ts";
import { FIELDS, type Field, TALLY_FIELDS } from "../../lists/sheetWords.ts";
import { TALLY_KINDS } from "../../lists/tallyWords.ts";
import type { DateOrder } from "../../lists/numericDate.ts";
import { LIST_LIMIT, type List, readList } from "../../lists/readList.ts";
import { pathFailure, STDIN } from "../inputPaths.ts";
import { suggest } from "../nearest.ts";
import { loadSheetWords } from "./loadSheetWords.ts";

export type { ColumnChoice, DateOrder, Field, List };
export { choiceName };
export { levelOf, type NoteGroup } from "../../lists/notes.ts";

/** What a person says about lists. */
export type ListHints = {
  /** The list is of incidents or figures, not of people. */
  readonly isTallies?: boolean;
  /** What its rows say happened to their people, where that is known. */
  readonly of?: string;
  readonly choices: readonly ColumnChoice[];
  readonly order: DateOrder | null;
  readonly sheet: string | null;
  /** The day of reading, ISO. */
  readonly today: string;
  /** Keep the file's bytes and rows, too: for an archive. */
  readonly keepsCells?: boolean;
};

/** A list with where it came from. */
export type ListFile = List & {
  readonly path: string;
  /** As received, where they were to be kept. */
  readonly bytes: Uint8Array;
  /** The file in which its columns are remembered, where there is one. */
  readonly remembered: string | null;
};

/** Reads a list of people, or one that counts. */
export async function readListFile(
  path: string,
  hints: ListHints,
  stdin: AsyncIterable<Uint8Array>,
): Promise<ListFile> {
  try {
    const file = `${path}${REMEMBERED}`;
    const isTallies = hints.isTallies === true;
    const memory = path === STDIN ? null : await readMemory(file, isTallies);
    const bytes = await readBytes(path, stdin);
    const list = readList(bytes, loadSheetWords(isTallies, hints.of ?? null), {
      ...hints,
      choices: [...hints.choices, ...(memory?.choices ?? [])],
      order: hints.order ?? memory?.order ?? null,
      sheet: hints.sheet ?? memory?.sheet ?? null,
      isCalledWorkbook: /\.xls[xm]$/i.test(path),
    });
    const kept = hints.keepsCells === true ? bytes : NO_BYTES;
    return { ...list, path, bytes: kept, remembered: memory === null ? null : file };
  } catch (error) {
    if (error instanceof Failure) throw new Failure(error.code, `${path}: ${error.message}`);
    throw isSystemError(error) ? pathFailure(path, error) : error;
  }
}

const NO_BYTES = new Uint8Array();
/** Where the columns of a list are remembered: beside it. */
const REMEMBERED = ".columns.json";

/** Remembers what was said about a list's columns, beside the list. */
export async function rememberColumns(list: ListFile, hints: ListHints): Promise<string> {
  if (list.path === STDIN)
    throw new Failure(
      "input-refused",
      "What is read from standard input cannot be remembered; give a file",
    );
  const columns = Object.fromEntries(
    list.columns
      .filter(({ field, rank }) => field !== null && rank === 0)
      .map((column) => [column.header, choiceName(column)]),
  );
  const content = {
    columns,
    ...(hints.order === null ? {} : { dateOrder: hints.order }),
    ...(list.sheet === null || hints.sheet === null ? {} : { sheet: list.sheet }),
  };
  const file = `${list.path}${REMEMBERED}`;
  try {
    await writeFile(file, `${JSON.stringify(content, null, 2)}\n`);
  } catch (error) {
    throw new Failure(
      "unavailable",
      `Could not write ${file}; leave out --remember, or make its folder writable`,
      {
        cause: error,
      },
    );
  }
  return file;
}

/** Reads `--map`: `name=Full name,date="Died, or missing since"`. */
export function parseChoices(text: string, isTallies = false): readonly ColumnChoice[] {
  const parts = text.match(/(?:"[^"]*"|[^,"])+/g) ?? [];
  const choices = parts.map((part): ColumnChoice => {
    const at = part.indexOf("=");
    const column = part
      .slice(at + 1)
      .trim()
      .replace(/^"(.*)"$/s, "$1");
    if (at < 0 || column === "")
      throw new Failure(
        "input-refused",
        `--map needs pairs such as name="Full name",date=Died, not ${part.trim()}`,
      );
    return { ...fieldOf(part.slice(0, at).trim(), isTallies), column };
  });
  const twice = choices.find(({ column }, at) =>
    choices.slice(0, at).some((other) => other.column.toLowerCase() === column.toLowerCase()),
  );
  if (twice !== undefined)
    throw new Failure(
      "input-refused",
      `--map gives the column ${twice.column} to two fields; give each column to one`,
    );
  return choices;
}

function fieldOf(name: string, isTallies: boolean): Omit<ColumnChoice, "column"> {
  const wanted = name.toLowerCase().replaceAll(/[\s_-]+/g, "_");
  const fields: readonly Field[] = isTallies ? NAMED_FIELDS : FIELDS;
  const field = fields.find((known) => known === wanted);
  if (field !== undefined) return { field };
  const counts = isTallies ? COUNT_CHOICES : [];
  const count = counts.find((choice) => choiceName(choice).replaceAll("-", "_") === wanted);
  if (count !== undefined) return count;
  const known = [...fields, ...counts.filter(({ count: { end } }) => end === null).map(choiceName)];
  const hint = suggest(wanted, known) || `; it knows ${known.join(", ")}`;
  throw new Failure("input-refused", `--map knows no field ${name}${hint}`);
}

/** What a column counts is said by its kind: `killing=Dead,killing_min=Low`. */
const COUNT_CHOICES = TALLY_KINDS.flatMap((kind) =>
  ([null, "min", "max"] as const).map((end) => ({ field: "count" as const, count: { kind, end } })),
);
const NAMED_FIELDS: readonly Field[] = TALLY_FIELDS.filter((field) => field !== "count");

type Memory = Pick<ListHints, "choices" | "order" | "sheet">;

async function readMemory(file: string, isTallies: boolean): Promise<Memory | null> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if (isSystemError(error) && error.code === "ENOENT") return null;
    throw error;
  }
  const content = parseMemory(text, file);
  const order = content["dateOrder"];
  const sheet = content["sheet"];
  const columns = content["columns"];
  return {
    choices: Object.entries(isRecord(columns) ? columns : {}).map(([column, field]) => ({
      ...fieldOf(String(field), isTallies),
      column,
      isRemembered: true,
    })),
    order: order === "dmy" || order === "mdy" ? order : null,
    sheet: typeof sheet === "string" ? sheet : null,
  };
}

function parseMemory(text: string, file: string): Readonly<Record<string, unknown>> {
  try {
    const content: unknown = JSON.parse(text);
    if (isRecord(content)) return content;
  } catch {
    // Told below, like every other content that is none.
  }
  throw new Failure(
    "input-refused",
    `The remembered columns in ${file} are no JSON object; mend or delete that file`,
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

async function readBytes(path: string, stdin: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  if (path === STDIN) return readStream(stdin);
  const found = await stat(path);
  if (found.isDirectory())
    throw new Failure("input-refused", "This is a folder; give the list's file");
  if (!found.isFile()) return readStream(createReadStream(path));
  if (found.size > LIST_LIMIT) throw tooLarge();
  return readFile(path);
}

async function readStream(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of stream) {
    size += part.length;
    if (size > LIST_LIMIT) throw tooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function tooLarge(): Failure {
  return new Failure("input-refused", `The list is larger than ${LIST_LIMIT >> 20} MB; split it`);
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}
