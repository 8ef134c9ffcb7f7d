import { Failure } from "../base/failure.ts";
import { systemFailure } from "../base/systemFailure.ts";
import { suggest } from "../flow/nearest.ts";
import { interfaceLanguage, type Language, localeLanguage } from "../flow/interfaceLanguage.ts";
import { readConfig } from "../flow/readConfig.ts";
import type { Command } from "./command.ts";
import { EXIT_CODES, OWN_FAULT } from "./exitCodes.ts";
import type { Io } from "./io.ts";
import { languageElsewhere, parseArguments } from "./parseArguments.ts";
import { tellFailure, tellFault } from "./tellFailure.ts";
import { findVerb, VERBS } from "./verbs.ts";
import { version } from "./version.ts";
import type { CliWords } from "./words/cliWords.ts";
import { loadWords } from "./words/loadWords.ts";

/** One file a verb, loaded only when it is asked for, so that every verb starts fast. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  read: async () => (await import("./commands/read.ts")).read,
  brief: async () => (await import("./commands/brief.ts")).brief,
  text: async () => (await import("./commands/text.ts")).text,
  match: async () => (await import("./commands/match.ts")).match,
  init: async () => (await import("./commands/init.ts")).init,
  add: async () => (await import("./commands/add.ts")).add,
  rebuild: async () => (await import("./commands/rebuild.ts")).rebuild,
  reread: async () => (await import("./commands/reread.ts")).reread,
  search: async () => (await import("./commands/search.ts")).search,
  reports: async () => (await import("./commands/reports.ts")).reports,
  show: async () => (await import("./commands/show.ts")).show,
  history: async () => (await import("./commands/history.ts")).history,
  log: async () => (await import("./commands/log.ts")).log,
  accept: async () => (await import("./commands/decide.ts")).accept,
  reject: async () => (await import("./commands/decide.ts")).reject,
  correct: async () => (await import("./commands/decide.ts")).correct,
  erase: async () => (await import("./commands/erase.ts")).erase,
  prove: async () => (await import("./commands/prove.ts")).prove,
  backup: async () => (await import("./commands/backup.ts")).backup,
  restore: async () => (await import("./commands/restore.ts")).restore,
  undo: async () => (await import("./commands/decide.ts")).undo,
  verify: async () => (await import("./commands/verify.ts")).verify,
  checkpoint: async () => (await import("./commands/checkpoint.ts")).checkpoint,
  cosign: async () => (await import("./commands/cosign.ts")).cosign,
  tiles: async () => (await import("./commands/tiles.ts")).tiles,
  consent: async () => (await import("./commands/consent.ts")).consent,
  link: async () => (await import("./commands/link.ts")).link,
  people: async () => (await import("./commands/people.ts")).people,
  person: async () => (await import("./commands/people.ts")).person,
  events: async () => (await import("./commands/events.ts")).events,
  event: async () => (await import("./commands/events.ts")).event,
  why: async () => (await import("./commands/people.ts")).why,
  review: async () => (await import("./commands/review.ts")).review,
  merge: async () => (await import("./commands/link.ts")).merge,
  split: async () => (await import("./commands/link.ts")).split,
  unlink: async () => (await import("./commands/link.ts")).unlink,
  keys: async () => (await import("./commands/keys.ts")).keys,
  tidy: async () => (await import("./commands/tidy.ts")).tidy,
  jobs: async () => (await import("./commands/jobs.ts")).jobs,
  recover: async () => (await import("./commands/recover.ts")).recover,
  lock: async () => (await import("./commands/lock.ts")).lock,
  stop: async () => (await import("./commands/stop.ts")).stop,
  doctor: async () => (await import("./commands/doctor.ts")).doctor,
  help: async () => (await import("./commands/help.ts")).help,
};

/** Runs one command line and answers with its exit code. Never throws. */
export async function run(words: readonly string[], io: Io): Promise<number> {
  let language: Language = localeLanguage(io.env);
  try {
    return await dispatch(words, io, (chosen) => {
      language = chosen;
    });
  } catch (error) {
    return endWith(error, asksJson(words), io, await loadWords(language));
  }
}

/** Whoever asks for JSON is a program, and is told what fails as JSON too. */
function asksJson(words: readonly string[]): boolean {
  const end = words.indexOf("--");
  return words.slice(0, end === -1 ? words.length : end).includes("--json");
}

async function endWith(error: unknown, isJson: boolean, io: Io, words: CliWords): Promise<number> {
  const failure =
    error instanceof Failure ? error : ((await lostDatabase(error)) ?? systemFailure(error));
  if (failure === null) {
    tellFault(stackOf(error), isJson, io, words);
    return OWN_FAULT;
  }
  tellFailure(failure, isJson, io, words);
  return EXIT_CODES[failure.code];
}

/** Tells `speak` the language as soon as it is known, so that what fails afterwards is told in it. */
async function dispatch(
  words: readonly string[],
  io: Io,
  speak: (language: Language) => void,
): Promise<number> {
  speak(interfaceLanguage(io.env, null));
  const [first = "help", ...rest] = words;
  if (first === "--version" || first === "-V") {
    await io.print(`${version()}\n`);
    return 0;
  }
  const name = first === "--help" || first === "-h" ? "help" : first;
  const verb = findVerb(name);
  const load = COMMANDS[name];
  if (verb === null || load === undefined) throw unknownVerb(name);
  const given = parseArguments(rest, verb);
  if (given.switches.has("help")) return run(["help", name], io);
  const config = readConfig(given.values.get("config") ?? null, io.env, io.folder);
  const language = interfaceLanguage(io.env, config.language);
  speak(language);
  const [command, own] = await Promise.all([load(), loadWords(language)]);
  return command(given, config, io, own);
}

function unknownVerb(name: string): Failure {
  if (/^--lang(?:=|$)/.test(name)) return languageElsewhere();
  if (name.startsWith("--"))
    return new Failure("input-refused", `Options stand behind the verb: sanad VERB ${name} …`);
  const names = VERBS.map((verb) => verb.name);
  const looksLikeFile = /[./\\]/.test(name);
  const hint = looksLikeFile ? `; to read a file: sanad read ${name}` : suggest(name, names);
  const message = `There is no verb ${name}${hint}`;
  return new Failure("input-refused", hint === "" ? `${message}; sanad help lists them` : message);
}

/** What went wrong with the database itself, told as a failure; loaded only when something did. */
async function lostDatabase(error: unknown): Promise<Failure | null> {
  if (!(error instanceof Error)) return null;
  return (await import("../flow/archive/session.ts")).databaseFailure(error);
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
