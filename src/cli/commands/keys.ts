import { Failure } from "../../base/failure.ts";
import {
  addKeyFile,
  addPassphrase,
  addPutAway,
  changePassphrase,
  endWay,
  listWays,
  makeRecovery,
  makeShares,
} from "../../flow/archive/changeKeys.ts";
import {
  closeArchive,
  folderAtHand,
  openWith,
  secretOf,
  type Session,
  type Surroundings,
} from "../../flow/archive/session.ts";
import { rotateMaster, rotateSigning, secretsAtHand } from "../../flow/archive/rotateKeys.ts";
import { isLeftOver, tellGap, type TurnGap } from "../../flow/archive/sweepGaps.ts";
import { surroundings, wholeNumber } from "../archiveAt.ts";
import type { Command } from "../command.ts";
import { EXIT_CODES } from "../exitCodes.ts";
import { suggest } from "../../flow/nearest.ts";
import type { Io } from "../io.ts";
import type { Arguments } from "../parseArguments.ts";
import { printWays, nameWay } from "../print/printWays.ts";
import { printWords } from "../print/printWords.ts";
import type { CliWords } from "../words/cliWords.ts";

type Told = {
  readonly given: Arguments;
  readonly io: Io;
  readonly words: CliWords;
  readonly around: Surroundings;
};
type Secret = Awaited<ReturnType<typeof secretOf>>;
/** The lines that are printed about what was done, and what of it is left. */
type Acted = { readonly lines: readonly string[]; readonly gaps: readonly TurnGap[] };
/** What is done to an open archive. */
type Act = (session: Session, told: Told, secret: Secret) => Promise<readonly string[] | Acted>;

const ACTS: Readonly<Record<string, Act>> = {
  passphrase: replacePassphrase,
  add: addWay,
  end: endNamed,
  recovery: giveWords,
  split: giveShares,
  rotate,
};

/** `sanad keys`: the ways into an archive, and how they change. */
export const keys: Command = async (given, _config, io, words) => {
  const around = surroundings(given, io, words);
  const [what] = given.paths;
  if (what === undefined) {
    const ways = listWays(around);
    await io.print(
      given.switches.has("json")
        ? ways.map((way) => `${JSON.stringify(way)}\n`).join("")
        : printWays(ways, words),
    );
    return 0;
  }
  const act = ACTS[what];
  if (act === undefined)
    throw new Failure(
      "input-refused",
      `sanad keys knows no ${what}${suggest(what, Object.keys(ACTS)) || "; sanad help keys shows what it knows"}`,
    );
  folderAtHand(around);
  const secret = await secretOf(around, false);
  const session = await openWith(around, secret);
  try {
    const acted = await act(session, { given, io, words, around }, secret);
    const { lines, gaps } = "gaps" in acted ? acted : { lines: acted, gaps: [] };
    const all = [...lines, ...gaps.map(tellGap)];
    await io.print(all.map((line) => `${words.message(line)}\n`).join(""));
    return isLeftOver(gaps) ? EXIT_CODES.unavailable : 0;
  } finally {
    await closeArchive(session.archive);
  }
};

const OLD_COPIES =
  "Whoever kept a copy of keys.json and what opened it can still open that copy, and what was entered until now";

/** Clears the screen and what was scrolled out of it. */
const CLEARED = "\u001B[2J\u001B[3J\u001B[H";

async function replacePassphrase(
  session: Session,
  { around }: Told,
  secret: Secret,
): Promise<readonly string[]> {
  const way = await changePassphrase(session, around, secret);
  return [
    `The new passphrase unlocks the archive (${way.id}); the old one no longer does`,
    OLD_COPIES,
  ];
}

async function addWay(session: Session, { given, around }: Told): Promise<readonly string[]> {
  const path = given.values.get("key-file");
  const way =
    path === undefined
      ? await addPassphrase(session, around)
      : await addKeyFile(session, around, path);
  const also =
    path === undefined
      ? []
      : [
          "Keep the key file on another medium, not beside the archive; SANAD_KEY_FILE names it to Sanad",
        ];
  return [`Added ${way.id}: ${nameWay(way)}`, ...also];
}

async function endNamed(session: Session, { given, around }: Told): Promise<readonly string[]> {
  const [, id, ...others] = given.paths;
  if (id === undefined || others.length > 0)
    throw new Failure(
      "input-refused",
      "sanad keys end needs the id of one way in; sanad keys lists them",
    );
  const way = await endWay(session, around, id);
  return [`Ended ${id}: ${nameWay(way)}`, OLD_COPIES];
}

async function rotate(
  session: Session,
  { given, io, words, around }: Told,
  secret: Secret,
): Promise<Acted> {
  if (given.switches.has("signing")) {
    const { from, to, gaps } = await rotateSigning(session, around);
    const lines = [
      "Checkpoints are signed with another key from now on; the old one signed over to it, and is destroyed",
      `old key: ${from}`,
      `new key: ${to}`,
      "Hand the new key out; who has the old one can follow the proofs to it",
    ];
    return { lines, gaps };
  }
  const isShown = io.stderr.isTerminal;
  const step = (done: number): void =>
    isShown ? io.tell(`\r\u001B[K${words.message(`Records wrapped anew: ${done}`)}`) : undefined;
  const { isResumed, records, ended, gaps } = await rotateMaster(session, around, {
    secrets: secretsAtHand(around, secret),
    isEndingOthers: given.switches.has("end-others"),
    step,
  });
  if (isShown) io.tell("\r\u001B[K");
  if (isResumed) {
    const line = `A replacement that was cut short is done; records wrapped anew: ${records}`;
    return { lines: [line], gaps };
  }
  const lines = [
    `The master key is another, and the old one opens nothing of this archive; records wrapped anew: ${records}`,
    ...ended.map((id) => `${id} was not brought and has ended`),
    "Copies and backups that were made before are still opened by what opened them then",
  ];
  return { lines, gaps };
}

async function giveWords(
  session: Session,
  { io, words, around }: Told,
): Promise<readonly string[]> {
  const made = await makeRecovery();
  await io.print(
    printWords(made.words, "# Recovery words of the archive; whoever has them can open it", words),
  );
  await checkCopied(made.words, io, words);
  if (io.stdout.isTerminal) await io.print(CLEARED);
  const way = await addPutAway(session, around, { by: "words", recipient: made.recipient });
  return [
    `Added ${way.id}: ${nameWay(way)}`,
    "Keep the paper away from this machine; the words are nowhere else, and are not shown again",
    "When the passphrase is lost: sanad recover",
  ];
}

async function giveShares(
  session: Session,
  { given, io, words, around }: Told,
): Promise<readonly string[]> {
  const needed = wholeNumber(given, "needed", 2);
  const of = wholeNumber(given, "of", 3);
  const made = await makeShares(needed, of);
  for (const [at, share] of made.shares.entries()) {
    const head = `# Share ${at + 1} of ${of}; any ${needed} of them open the archive, fewer tell nothing`;
    await io.print(printWords(share, head, words));
    await checkCopied(share, io, words);
    // The next person must not read the share of the one before.
    if (io.stdout.isTerminal) await io.print(CLEARED);
  }
  const way = await addPutAway(session, around, {
    by: "shares",
    recipient: made.recipient,
    needed,
    of,
  });
  return [
    `Added ${way.id}: ${nameWay(way)}`,
    "Give each share to another person, in another place; they are nowhere else, and are not shown again",
    "When the passphrase is lost: sanad recover",
  ];
}

/** Asks for three of the words, so that nobody keeps a paper that opens nothing. */
async function checkCopied(made: readonly string[], io: Io, words: CliWords): Promise<void> {
  if (io.ask === null) return;
  io.tell(
    `${words.message("Write the words down by hand, with their numbers; a printer or a photograph keeps a copy")}\n`,
  );
  for (const at of [2, Math.floor(made.length / 2), made.length - 1]) {
    for (let tries = 1; ; tries++) {
      const typed = await io.ask(words.message(`Word ${at + 1}: `), false);
      const word = made[at] ?? "";
      const isSame =
        typed.trim().toLowerCase() === word ||
        (typed.trim().length >= 4 && word.startsWith(typed.trim().toLowerCase()));
      if (isSame) break;
      if (tries === 3)
        throw new Failure(
          "input-refused",
          "The words on the paper are others; nothing was added, start again",
        );
      io.tell(`${words.message("That is another word; look at the paper again")}\n`);
    }
  }
}
