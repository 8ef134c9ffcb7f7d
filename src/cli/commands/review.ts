import { Failure } from "../../base/failure.ts";
import {
  decidePair,
  eventNamed,
  personNamed,
  readOpenEvents,
  readOpenPairs,
  showEvent,
  showPerson,
  undoLinks,
  whyPeople,
} from "../../flow/archive/people/index.ts";
import { closeArchive, openSession, type Session } from "../../flow/archive/session.ts";
import { surroundings, wholeNumber } from "../archiveAt.ts";
import type { Command } from "../command.ts";
import { lookAt } from "../lookAt.ts";
import type { Look } from "../print/look.ts";
import { printEvent } from "../print/printEvents.ts";
import { printPerson, printWhy } from "../print/printPeople.ts";
import type { Io } from "../io.ts";
import { relink } from "./link.ts";

/** Pairs of one sitting. */
const SHOWN = 50;
const VERDICTS = { s: "same", d: "different", u: "unsure" } as const;

/** `sanad review`: the likely pairs, the most useful first, one key each. */
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
    const pairs = [
      ...(await readOpenPairs(session.archive, limit)),
      ...(await readOpenEvents(session.archive, limit)),
    ].slice(0, limit);
    if (pairs.length === 0) {
      await io.print(`${words.line(words.people.reviewNothing)}\n`);
      return 0;
    }
    const decided = await reviewPairs(pairs, session, key, io, look);
    if (decided > 0) await relink(session.archive, io, words);
    await io.print(`\n${words.line(words.people.reviewEnd(decided))}\n`);
    return 0;
  } finally {
    await closeArchive(session.archive);
  }
};

/** Goes through pairs; answers with how many were decided. Each decision is entered at once. */
async function reviewPairs(
  pairs: readonly Pair[],
  session: Session,
  key: () => Promise<string>,
  io: Io,
  look: Look,
): Promise<number> {
  const { words } = look;
  const told = () => ({ reason: words.people.reviewWhy, at: io.now() });
  const entered: { readonly at: number; readonly entries: readonly string[] }[] = [];
  for (let at = 0; at < pairs.length; ) {
    const pair = pairs[at] as Pair;
    if ((await areOne(pair, session)) !== isJoined(pair)) {
      at += 1;
      continue;
    }
    await io.print(
      await printPair(pair, `${words.people.reviewHead(at + 1, pairs.length)}`, session, look),
    );
    const pressed = await askKey(key, io, look, isOfEvents(pair));
    if (pressed === "q") break;
    if (pressed === "n") at += 1;
    if (pressed === "w") await io.print(await printReasons(pair, session, look));
    if (pressed === "b") {
      const last = entered.pop();
      if (last === undefined) continue;
      await undoLinks(session, last.entries, told());
      await relink(session.archive, io, words);
      await io.print(`${words.line(words.people.reviewUndone)}\n`);
      at = last.at;
    }
    const verdict = VERDICTS[pressed as keyof typeof VERDICTS];
    if (verdict === undefined) continue;
    entered.push({ at, entries: await decidePair(session, pair, verdict, told()) });
    await relink(session.archive, io, words);
    at += 1;
  }
  return entered.length;
}

/** An earlier decision may have joined or parted them. */
async function areOne({ a, b }: Pair, { archive }: Session): Promise<boolean> {
  const named = isOfEvents({ a, b }) ? eventNamed : personNamed;
  return (await named(archive, a)) === (await named(archive, b));
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
  areEvents: boolean,
): Promise<string> {
  io.tell(words.line(areEvents ? words.events.reviewKeys : words.people.reviewKeys));
  const keys = areEvents ? "sdubnq" : "sduwbnq";
  for (;;) {
    const pressed = await key();
    if (!keys.includes(pressed) || pressed.length !== 1) continue;
    io.tell(`${pressed}\n`);
    return pressed;
  }
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
      const person = await showPerson(archive, await personNamed(archive, mention));
      return printPerson({ ...person, perhaps: [] }, look);
    }),
  );
  return `${headed}${shown.join("")}`;
}

async function printReasons({ a, b }: Pair, { archive }: Session, look: Look): Promise<string> {
  const { pair } = await whyPeople(archive, a, b);
  return pair === null ? "" : `\n${printWhy(pair, look)}\n`;
}
