import { Failure } from "../../base/failure.ts";
import {
  listPeople,
  showPerson,
  stageNames,
  confirmState,
  whyPeople,
} from "../../flow/archive/people/index.ts";
import { closeArchive, openSession, openToRead } from "../../flow/archive/session.ts";
import { idsGiven, surroundings, wholeNumber } from "../archiveAt.ts";
import type { Command } from "../command.ts";
import { lookAt } from "../lookAt.ts";
import { printPeople, printPerson, printWhy } from "../print/printPeople.ts";
import { relinkBehind, relinkToLook } from "./link.ts";
import type { CliWords } from "../words/cliWords.ts";

/** Risk from which somebody is on `--at-risk`: from a death sentence that was upheld on. */
const AT_RISK = 2;
const SHOWN = 20;
/** So many at most are counted of those whom `--at-risk` leaves out. */
const COUNTED = 1000;

/** `sanad people`: who is in the archive, each once. */
export const people: Command = async (given, config, io, words) => {
  const limit = wholeNumber(given, "limit", SHOWN);
  const archive = await openToRead(surroundings(given, io, words));
  try {
    await relinkToLook(archive, io, words);
    const isAtRisk = given.switches.has("at-risk");
    const filter = {
      words: given.paths.length === 0 ? null : given.paths.join(" "),
      stage: stageGiven(given.values.get("stage"), words),
      riskFrom: isAtRisk ? AT_RISK : null,
      state: stateGiven(given.values.get("state")),
      isDisputed: given.switches.has("disputed"),
      isPerhapsTwo: given.switches.has("perhaps-two"),
      limit,
    };
    const found = await listPeople(archive, filter);
    if (given.switches.has("json")) {
      for (const one of found) await io.print(`${JSON.stringify(one)}\n`);
      return 0;
    }
    const look = lookAt(config, io, words);
    const sought = given.paths.length === 0 ? null : given.paths.join(" ");
    await io.print(found.length === 0 ? "" : printPeople(found, look, sought));
    if (found.length === 0)
      await io.print(
        `${words.line(sought === null ? words.people.noPeople : words.people.nobodyNamed)}\n`,
      );
    else if (found.length === limit)
      await io.print(`${words.line(words.people.morePeople(found.length, limit * 2))}\n`);
    if (isAtRisk && found.length < limit) {
      const all = await listPeople(archive, { ...filter, riskFrom: 1, limit: COUNTED });
      const left = all.length - found.length;
      if (left > 0)
        await io.print(`${words.line(words.people.lowerRisk(left, all.length === COUNTED))}\n`);
    }
    return 0;
  } finally {
    await closeArchive(archive);
  }
};

/** `sanad person`: all that is said of somebody; with `--state`, what a person confirms. */
export const person: Command = async (given, config, io, words) => {
  const [id = "", ...others] = idsGiven(given, "person");
  if (others.length > 0)
    throw new Failure("input-refused", "sanad person shows one person at a time");
  const state = stateGiven(given.values.get("state"));
  if (state !== null) {
    const reason = given.values.get("reason");
    if (reason === undefined)
      throw new Failure(
        "input-refused",
        "sanad person needs --reason with --state, so that others can follow it",
      );
    const session = await openSession(surroundings(given, io, words));
    try {
      const told = { reason, at: io.now() };
      const { person: found, entries } = await confirmState(session, id, state, told);
      await relinkBehind(session.archive, io, words);
      const lines = [
        words.people.stated(found, state),
        ...entries.map((entry) => words.people.takenBack(entry)),
      ];
      await io.print(lines.map((line) => `${words.line(line)}\n`).join(""));
      return 0;
    } finally {
      await closeArchive(session.archive);
    }
  }
  const archive = await openToRead(surroundings(given, io, words));
  try {
    await relinkToLook(archive, io, words);
    const shown = await showPerson(archive, id);
    if (given.switches.has("json")) {
      await io.print(`${JSON.stringify(shown)}\n`);
      return 0;
    }
    const look = lookAt(config, io, words);
    await io.print(printPerson(shown, look));
    return 0;
  } finally {
    await closeArchive(archive);
  }
};

/** `sanad why`: what speaks for two being one person, and against it. */
export const why: Command = async (given, config, io, words) => {
  const [a, b = a, ...others] = idsGiven(given, "why");
  if (a === undefined || b === undefined || others.length > 0)
    throw new Failure(
      "input-refused",
      "sanad why compares two people or namings, or the namings of one person",
    );
  const archive = await openToRead(surroundings(given, io, words));
  try {
    await relinkToLook(archive, io, words);
    const found = await whyPeople(archive, a, b);
    if (given.switches.has("json")) {
      const { pair: compared, apart } = found;
      const shown = compared === null ? null : { ...compared, apart };
      await io.print(`${JSON.stringify(shown)}\n`);
      return 0;
    }
    const look = lookAt(config, io, words);
    if (found.pair === null) {
      const only = a === b && found.b.length < 2;
      await io.print(`${words.line(only ? words.people.whyOnePerson : words.people.whyNothing)}\n`);
      return 0;
    }
    const { pair } = found;
    await io.print(
      `${words.line(words.people.whyHead(pair.a, pair.b))}\n\n${printWhy(pair, look, found.apart)}`,
    );
    return 0;
  } finally {
    await closeArchive(archive);
  }
};

/** A stage by its id, or by its name in the language of the terminal. */
function stageGiven(value: string | undefined, { language }: CliWords): string | null {
  if (value === undefined) return null;
  const stages = stageNames(language);
  const wanted = value.trim().toLowerCase();
  const found = stages.find(([id, name]) => id === wanted || name.toLowerCase() === wanted);
  if (found !== undefined) return found[0];
  const ids = stages.map(([id]) => id).join(", ");
  throw new Failure("input-refused", `--stage must be one of ${ids}`);
}

const STATES = ["alive", "dead", "unknown"] as const;

function stateGiven(value: string | undefined): (typeof STATES)[number] | null {
  if (value === undefined) return null;
  const known = STATES.find((state) => state === value);
  if (known !== undefined) return known;
  throw new Failure("input-refused", `--state must be one of ${STATES.join(", ")}`);
}
