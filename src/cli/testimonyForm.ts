import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Failure } from "../base/failure.ts";
import { answerRefused, type Head, parseForm, testimonyOf } from "../flow/archive/testimonyForm.ts";
import type { NewTestimony } from "../flow/archive/testimony.ts";
import type { Io } from "./io.ts";
import type { CliWords } from "./words/cliWords.ts";

type Ask = (question: string) => Promise<string>;

/** Whoever answers on the terminal. */
type Asked = {
  readonly ask: Ask;
  readonly tell: (message: string) => void;
  /** What is wrong with an answer; null where it does. */
  readonly refuse: (field: keyof Head, answer: string) => Promise<string | null>;
  readonly today: string;
};

/** The testimony of a file, of standard input, or of a form on the terminal. Its bytes are only ever in memory. */
export async function readTestimonyForm(
  paths: readonly string[],
  io: Io,
  words: CliWords,
  checkWitness: (witness: string) => Promise<void>,
): Promise<NewTestimony> {
  const today = io.now().slice(0, 10);
  const [path, ...others] = paths;
  if (others.length > 0)
    throw new Failure("input-refused", "sanad add --testimony takes one file at a time");
  if (path !== undefined) return testimonyOf(parseForm(await readText(path, io)), today);
  if (io.ask === null)
    throw new Failure(
      "input-refused",
      "Nobody can be asked; name a file with the testimony, or - for standard input",
    );
  const own = io.ask;
  const ask: Ask = (question) => own(words.message(question), false);
  const tell = (message: string): void => io.tell(`${words.line(words.message(message))}\n`);
  const refuse = async (field: keyof Head, answer: string): Promise<string | null> => {
    if (field !== "witness" || answer === "") return answerRefused(field, answer, today);
    try {
      await checkWitness(answer);
      return null;
    } catch (error) {
      if (error instanceof Failure) return error.message;
      throw error;
    }
  };
  return askForm({ ask, tell, refuse, today });
}

async function readText(path: string, io: Io): Promise<string> {
  const parts: Uint8Array[] = [];
  if (path === "-") for await (const part of io.stdin) parts.push(part);
  else parts.push(readBytes(resolve(io.folder, path)));
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(parts));
  } catch (error) {
    throw new Failure("input-refused", "A testimony is taken as plain text in UTF-8", {
      cause: error,
    });
  }
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new Failure("not-found", `There is no file ${file}`, { cause: error });
  }
}

/** What is asked, in this order. */
const QUESTIONS: readonly (readonly [keyof Head, string])[] = [
  ["witness", "Source of an earlier testimony, if it is the same person (s-…; empty: another): "],
  ["name", "Name of the witness (sealed by itself; may be empty): "],
  ["contact", "How to reach them (sealed by itself; may be empty): "],
  ["taken", "Day on which it was said (2026-01-31 or 1404-11-11; may be empty): "],
  ["how", "How it was said (interview, letter, call; may be empty): "],
  ["purposes", "What the witness consents to (read, quote, name, court, or none): "],
  ["until", "Until which day (2026-12-31 or 1405-10-10; empty: until it is withdrawn): "],
  ["consent", "How consent was given (in writing, in words, on a recording): "],
  ["readers", "Roles that may open it (commas between; empty: yours): "],
];

async function askForm(asked: Asked): Promise<NewTestimony> {
  const answers: Partial<Record<keyof Head, string>> = {};
  for (const [field, question] of QUESTIONS) {
    const isKnown = (field === "name" || field === "contact") && (answers.witness ?? "") !== "";
    answers[field] = isKnown ? "" : await askField(asked, field, question);
  }
  const text = await askWords(asked);
  const told = (field: keyof Head): string | null => answers[field] || null;
  const head: Head = {
    name: told("name"),
    contact: told("contact"),
    witness: told("witness"),
    taken: told("taken"),
    how: told("how"),
    readers: told("readers"),
    purposes: told("purposes"),
    until: told("until"),
    consent: told("consent"),
  };
  return testimonyOf({ text, head }, asked.today);
}

/** Asks until an answer does; who leaves empty twice what must be told gives up. */
async function askField(asked: Asked, field: keyof Head, question: string): Promise<string> {
  for (let before: string | null = null; ; ) {
    const answer = (await asked.ask(question)).trim();
    const refused = await asked.refuse(field, answer);
    if (refused === null) return answer;
    if (answer === "" && before === "") throw new Failure("input-refused", refused);
    asked.tell(refused);
    before = answer;
  }
}

async function askWords({ ask, tell }: Asked): Promise<string> {
  for (let isSecond = false; ; isSecond = true) {
    tell("The words, and a line with a full stop alone at their end:");
    const lines: string[] = [];
    for (let line = await ask("  "); line.trim() !== "."; line = await ask("  ")) lines.push(line);
    const text = lines.join("\n").trim();
    if (text !== "") return text;
    if (isSecond) throw new Failure("input-refused", NO_WORDS);
    tell(NO_WORDS);
  }
}

const NO_WORDS = "The testimony has no words below its head";
