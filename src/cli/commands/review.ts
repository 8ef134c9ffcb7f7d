import { Failure } from "../../base/failure.ts";
import {
  clashOf,
  confirmState,
  decidePair,
  eventNamed,
  listPeople,
  personNamed,
  readOpenEvents,
  readOpenPairs,
  type ShownPerson,
  showEvent,
  showPerson,
  undoLinks,
  whyPeople,
} from "../../flow/archive/people/index.ts";
import { readSize } from "../../flow/archive/look.ts";
import { closeArchive, openSession, type Session } from "../../flow/archive/session.ts";
import { surroundings, wholeNumber } from "../archiveAt.ts";
import type { Command } from "../command.ts";
import { lookAt } from "../lookAt.ts";
import type { Look } from "../print/look.ts";
import { printEvent } from "../print/printEvents.ts";
import { clashLine } from "../print/clashLine.ts";
import { printPerson, printWhy } from "../print/printPeople.ts";
import type { Io } from "../io.ts";
import { relink, relinkBehind } from "./link.ts";

/** Pairs of one sitting. */
const SHOWN = 50;
const VERDICTS = { s: "same", d: "different", u: "unsure" } as const;
/** No key of a life is one of a pair: a slip confirms no death. */
const STATES = { a: "alive", x: "dead", k: "unknown" } as const;

/** `sanad review`: those reported dead who may live, then the likely pairs, the most useful first, one key each. */
export const review: Command = async (given, config, io, words) => {
  const limit = wholeNumber(given, "limit", SHOWN);
  const { key } = io;
  if (key === null)
    throw new Failure(
      "input-refused",
      "sanad review needs a terminal; sanad people --json, sanad merge and sanad split do without",
    );
  const look = lookAt(config, io, words);
  const session = await openSession(surroundings(given, io, words));
  try {
    await relink(session.archive, io, words);
    const open = [
      ...(await readOpenPairs(session.archive, limit)),
      ...(await readOpenEvents(session.archive, limit)),
    ];
    // Lives first; of many questions the pairs keep half the sitting.
    const lives = Math.max(limit - open.length, Math.ceil(limit / 2));
    const pairs: readonly Question[] = [...(await readDisputed(session, lives)), ...open].slice(
      0,
      limit,
    );
    if (pairs.length === 0) {
      await io.print(`${words.line(words.people.reviewNothing)}\n`);
      return 0;
    }
    const decided = await reviewPairs(pairs, session, key, io, look);
    if (decided > 0) await relinkBehind(session.archive, io, words);
    await io.print(`\n${words.line(words.people.reviewEnd(decided))}\n`);
    return 0;
  } finally {
    await closeArchive(session.archive);
  }
};

/** Those reported dead, and denied or said to live, of whom nobody confirmed anything. */
async function readDisputed({ archive }: Session, limit: number): Promise<readonly Question[]> {
  const everybody = { words: null, stage: null, riskFrom: null, state: null };
  const filter = { ...everybody, isDisputed: true, isUnconfirmed: true, limit };
  return (await listPeople(archive, filter)).map(({ person }) => ({ life: person }));
}

/** Goes through questions; answers with how many were decided. Each decision is entered at once. */
async function reviewPairs(
  pairs: readonly Question[],
  session: Session,
  key: () => Promise<string>,
  io: Io,
  look: Look,
): Promise<number> {
  const { words } = look;
  const { archive } = session;
  const told = () => ({ reason: words.people.reviewWhy, at: io.now() });
  const entered: { readonly at: number; readonly entries: readonly string[] }[] = [];
  for (let at = 0; at < pairs.length; ) {
    const asked = pairs[at] as Question;
    // What is decided behind it is not what somebody is asked about.
    const since = await readSize(archive);
    if (!(await isOpen(asked, session))) {
      at += 1;
      continue;
    }
    await io.print(
      await printQuestion(asked, words.people.reviewHead(at + 1, pairs.length), session, look),
    );
    const pressed = await askKey(key, io, look, kindOf(asked));
    if (pressed === "q") break;
    if (pressed === "n") at += 1;
    if (pressed === "w" && !isOfLife(asked))
      await io.print(await printReasons(asked, session, look));
    if (pressed === "b") {
      const last = entered.pop();
      if (last === undefined) continue;
      await undoLinks(session, last.entries, told());
      await relinkBehind(archive, io, words);
      await io.print(`${words.line(words.people.reviewUndone)}\n`);
      at = last.at;
    }
    if (!"asduxk".includes(pressed)) continue;
    const entries = await decide(asked, pressed, session, { ...told(), since }).catch(movedOn);
    if (entries instanceof Failure) {
      io.tell(`${words.line(words.message(entries.message))}\n`);
      await relinkBehind(archive, io, words);
      continue;
    }
    if (entries === null) {
      io.tell(`${words.line(words.people.reviewCarried)}\n`);
      at += 1;
      continue;
    }
    entered.push({ at, entries });
    await relinkBehind(archive, io, words);
    at += 1;
  }
  return entered.length;
}

/** Somebody decided while this was asked: it is asked again, where it is still open. */
function movedOn(error: unknown): Failure {
  const isOther = error instanceof Failure && ["conflict", "not-found"].includes(error.code);
  if (isOther) return error;
  throw error;
}

/** Enters what a key says; null where it would carry a life that was confirmed to a death, which takes words of its own. */
async function decide(
  asked: Question,
  pressed: string,
  session: Session,
  told: { readonly reason: string; readonly at: string; readonly since: number },
): Promise<readonly string[] | null> {
  if (isOfLife(asked)) {
    const state = STATES[pressed as keyof typeof STATES];
    return (await confirmState(session, asked.life, state, told)).entries;
  }
  const verdict = VERDICTS[pressed as keyof typeof VERDICTS];
  try {
    return await decidePair(session, asked, verdict, told);
  } catch (error) {
    if (verdict === "same" && error instanceof Failure && error.code === "input-refused")
      return null;
    throw error;
  }
}

/** An earlier decision may have joined or parted them, or said who lives. */
async function isOpen(asked: Question, session: Session): Promise<boolean> {
  const { archive } = session;
  if (isOfLife(asked)) {
    const { disputed, state } = await showPerson(archive, asked.life);
    return disputed && state === null;
  }
  const named = isOfEvents(asked) ? eventNamed : personNamed;
  const areOne = (await named(archive, asked.a)) === (await named(archive, asked.b));
  return areOne === isJoined(asked);
}

/** A pair, or somebody of whom it is not known who lives. */
type Question = Pair | { readonly life: string };

function isOfLife(asked: Question): asked is { readonly life: string } {
  return "life" in asked;
}

type Kind = "life" | "people" | "events";

function kindOf(asked: Question): Kind {
  if (isOfLife(asked)) return "life";
  return isOfEvents(asked) ? "events" : "people";
}

/** Two namings, or two tellings. */
type Pair = { readonly a: string; readonly b: string; readonly together?: boolean };

/** Two namings of one whom the machine made of them. */
function isJoined(pair: Pair): boolean {
  return pair.together === true;
}

function isOfEvents({ a }: Pair): boolean {
  return a.startsWith("h-");
}

async function askKey(
  key: () => Promise<string>,
  io: Io,
  { words }: Look,
  kind: Kind,
): Promise<string> {
  const [asked, keys] = {
    life: [words.people.reviewLifeKeys, "axkbnq"] as const,
    people: [words.people.reviewKeys, "sduwbnq"] as const,
    events: [words.events.reviewKeys, "sdubnq"] as const,
  }[kind];
  io.tell(words.line(asked));
  for (;;) {
    const pressed = await key();
    if (!keys.includes(pressed) || pressed.length !== 1) continue;
    io.tell(`${pressed}\n`);
    return pressed;
  }
}

async function printQuestion(
  asked: Question,
  head: string,
  session: Session,
  look: Look,
): Promise<string> {
  if (!isOfLife(asked)) return printPair(asked, head, session, look);
  const shown = printPerson(await showPerson(session.archive, asked.life), look);
  return `\n${look.words.line(head)}\n\n${shown}${look.words.line(look.words.people.reviewLife)}\n`;
}

async function printPair(
  { a, b, together = false }: Pair,
  head: string,
  session: Session,
  look: Look,
): Promise<string> {
  const { archive } = session;
  const rule = look.paint("dim", "─".repeat(Math.min(look.width, 60)));
  const headed = `\n${rule}\n${look.words.line(head)}\n\n`;
  if (isJoined({ a, b, together })) {
    const person = await showPerson(archive, await personNamed(archive, a));
    const reasons = await printReasons({ a, b }, session, look);
    const asked = look.words.line(look.words.people.reviewJoined(a, b));
    return `${headed}${printPerson({ ...person, perhaps: [] }, look)}${asked}\n${reasons}\n`;
  }
  const shown = await Promise.all(
    [a, b].map(async (mention) => {
      if (isOfEvents({ a, b })) return printEvent(await showEvent(archive, mention), look);
      return printBriefly(
        await showPerson(archive, await personNamed(archive, mention)),
        mention,
        look,
      );
    }),
  );
  const clash = isOfEvents({ a, b }) ? null : clashLine(await clashOf(archive, [a, b]), look.words);
  return `${headed}${shown.join("")}${clash === null ? "" : `${clash}\n`}`;
}

/** With the naming that is asked about and the newest others, so that both people stand on one screen. */
function printBriefly(person: ShownPerson, mention: string, look: Look): string {
  const newest = person.mentions.toSorted((one, other) => {
    if (one.mention === mention || other.mention === mention)
      return one.mention === mention ? -1 : 1;
    return (other.published ?? "").localeCompare(one.published ?? "");
  });
  const mentions = newest.slice(0, MOST_DOCUMENTS);
  const left = newest.length - mentions.length;
  const shown = printPerson({ ...person, mentions, perhaps: [] }, look);
  const more = look.words.people.reviewMore(left, person.person);
  return left === 0
    ? shown
    : `${shown.trimEnd()}\n  ${look.paint("dim", look.words.line(more))}\n\n`;
}

const MOST_DOCUMENTS = 3;

async function printReasons({ a, b }: Pair, { archive }: Session, look: Look): Promise<string> {
  const { pair } = await whyPeople(archive, a, b);
  return pair === null ? "" : `\n${printWhy(pair, look)}\n`;
}
