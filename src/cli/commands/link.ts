import { Failure } from "../../base/failure.ts";
import { systemFailure } from "../../base/systemFailure.ts";
import {
  eventNamed,
  type LinkErrors,
  type Linked,
  type LinkStage,
  linkPeople,
  clashOf,
  mergePeople,
  personNamed,
  reportLinks,
  splitPerson,
  type ToldApart,
  whyPeople,
} from "../../flow/archive/people/index.ts";
import {
  type Doing,
  type Done,
  doJob,
  doJobs,
  type JobPayload,
  type Task,
} from "../../flow/archive/jobs.ts";
import { readSize } from "../../flow/archive/look.ts";
import {
  closeArchive,
  databaseFailure,
  isDiskFull,
  openSession,
  openToRead,
  type Session,
} from "../../flow/archive/session.ts";
import { idsGiven, reasonGiven, surroundings } from "../archiveAt.ts";
import type { Arguments } from "../parseArguments.ts";
import type { Command } from "../command.ts";
import { startWaiting } from "../progress.ts";
import type { Io } from "../io.ts";
import { clashLine } from "../print/clashLine.ts";
import { clean, isolate } from "../print/screenText.ts";
import { doingHere } from "../doingHere.ts";
import type { CliWords } from "../words/cliWords.ts";

type Archive = Session["archive"];

/** `sanad link`: namings become people; `--report` says how many and how sure. */
export const link: Command = async (given, _config, io, words) => {
  const isJson = given.switches.has("json");
  if (given.switches.has("refit")) return refit(given, io, words);
  const archive = await openToRead(surroundings(given, io, words));
  try {
    if (given.switches.has("report")) {
      await relink(archive, io, words);
      const report = await reportLinks(archive);
      const own = words.people.report;
      const { counts, byModel, byDecisions, decided, crowded } = report;
      const lines = [
        own.people(report.people),
        own.mentions(report.mentions),
        own.links(report.links),
        own.band(report.reviewBand),
        own.counts(counts.low, counts.best, counts.high),
        "",
        own.byModel,
        ...errorLines(byModel, own),
        "",
        byDecisions === null
          ? own.tooFewDecisions(decided)
          : own.byDecisions(decided, byDecisions.byModel),
        ...(byDecisions === null ? [] : errorLines(byDecisions, own)),
        "",
        own.note,
        ...(crowded.namings === 0
          ? []
          : [
              own.crowded(
                crowded.namings,
                crowded.names.map((name) => isolate(clean(name))),
              ),
            ]),
      ];
      await io.print(
        isJson
          ? `${JSON.stringify(report)}\n`
          : `${lines.map((line) => (line === "" ? "" : words.line(line))).join("\n")}\n`,
      );
      return 0;
    }
    const linked = await relink(
      archive,
      io,
      words,
      given.switches.has("all") ? { task: "relink" } : null,
    );
    const lines = [
      ...words.people.linked(linked),
      ...linked.stale.map((one) => words.people.staleDecision(one)),
    ].map(words.line);
    await io.print(isJson ? `${JSON.stringify(linked)}\n` : `${lines.join("\n")}\n`);
    return 0;
  } finally {
    await closeArchive(archive);
  }
};

/** What one method expects to be wrong. */
function errorLines(
  { wrong, missed, people }: LinkErrors,
  own: CliWords["people"]["report"],
): readonly string[] {
  return [
    own.wrong(wrong.low, wrong.high),
    own.missed(missed.low, missed.high),
    own.peopleBy(people.low, people.best, people.high),
  ];
}

/** `sanad link --refit`: how common names are is counted anew, and everything is linked by it. */
async function refit(given: Arguments, io: Io, words: CliWords): Promise<number> {
  const session = await openSession(surroundings(given, io, words));
  try {
    await relink(session.archive, io, words);
    const { archive, actor } = session;
    const payload = { size: await readSize(archive) };
    const { refitted } = await relink(archive, io, words, { task: "refit", payload, actor });
    const linked = await relink(session.archive, io, words);
    if (given.switches.has("json")) {
      await io.print(`${JSON.stringify({ ...linked, refitted })}\n`);
      return 0;
    }
    const told = refitted === null ? [] : [words.people.refitted(refitted)];
    const lines = [...told, ...words.people.linked(linked)].map(words.line);
    await io.print(`${lines.join("\n")}\n`);
    return 0;
  } finally {
    await closeArchive(session.archive);
  }
}

/** A job that a command puts in. */
type Put = {
  readonly task: Task;
  readonly payload?: JobPayload;
  /** Who asks, where it becomes an entry. */
  readonly actor?: string;
  readonly onReread?: Doing["onReread"];
};

/**
 * Does the jobs that wait, with progress on a terminal, and one that is put in now; people are linked after that. Tells of
 * decisions that speak against each other.
 */
export async function relink(
  archive: Archive,
  io: Io,
  words: CliWords,
  put: Put | null = null,
): Promise<Linked & Pick<Done, "refitted" | "rebuilt">> {
  const isWatched = io.stderr.isTerminal;
  const waiting = startWaiting(io, words.line(words.people.linkingBegins));
  const linking = (done: number, all: number, stage: LinkStage): void => {
    if (isWatched && (all > FEW || (all > 0 && done > 0 && waiting.isShown())))
      io.tell(`\r\u001B[K${words.line(words.people.linking(done, all, stage))}`);
  };
  const { task, payload = {}, ...asked } = put ?? {};
  const doing = { ...doingHere(io, words), ...asked, linking };
  try {
    const done =
      task === undefined
        ? await doJobs(archive, doing)
        : await doJob(archive, task, payload, doing);
    // Newer packs link otherwise, and that is no job of anybody; nor is what another program did meanwhile.
    const linked = done.linked ?? (await linkPeople(archive, { isAll: false, step: linking }));
    waiting.end();
    if (isWatched) io.tell("\r\u001B[K");
    tellLinked(linked, io, words);
    return { ...linked, refitted: done.refitted, rebuilt: done.rebuilt };
  } finally {
    waiting.end();
  }
}

/**
 * The same behind what was entered: that stands, whatever keeps people from being linked, and the next command that shows them links them.
 * Answers whether they are.
 */
export async function relinkBehind(
  archive: Archive,
  io: Io,
  words: CliWords,
  put: Put | null = null,
): Promise<boolean> {
  try {
    await relink(archive, io, words, put);
    return true;
  } catch (error) {
    const failure =
      error instanceof Failure ? error : (databaseFailure(error) ?? systemFailure(error));
    if (failure === null) throw error;
    const isToldBelow = isDiskFull(error) || failure.code === "unavailable";
    if (!isToldBelow) io.tell(`${words.line(words.message(failure.message))}\n`);
    io.tell(
      `${words.line(words.message(isDiskFull(error) ? LINKING_NEEDS_ROOM : LINKING_WAITS))}\n`,
    );
    return false;
  }
}

const LINKING_NEEDS_ROOM =
  "What was asked for is done and entered, and people and events could not be linked behind it, since the disk is full: make space, and the next sanad command that shows them does it";
const LINKING_WAITS =
  "What was asked for is done and entered, and people and events could not be linked behind it; the next sanad command that shows them does it (sanad jobs)";

/** The same for who only looks: where another program is linking it is not waited for. */
export async function relinkToLook(archive: Archive, io: Io, words: CliWords): Promise<void> {
  const { isBusy, linked } = await doJobs(archive, {
    ...doingHere(io, words),
    onBusy: () => {
      io.tell(`${words.line(words.jobs.busy(false))}\n`);
      return false;
    },
  });
  if (isBusy) return;
  const step = (): void => undefined;
  tellLinked(linked ?? (await linkPeople(archive, { isAll: false, step })), io, words);
}

function tellLinked({ contradicted, stale }: Linked, io: Io, words: CliWords): void {
  if (stale.length > 0) io.tell(`${words.line(words.people.stale(stale.length))}\n`);
  if (contradicted.length > 0)
    io.tell(`${words.line(words.people.contradicted(contradicted.length))}\n`);
}

/** Fewer are done before a person looks. */
const FEW = 2_000;

/** `sanad merge`: these are one person. */
export const merge: Command = deciding("merge", async (session, ids, told, words) => {
  const { isUnlike, apart } = await doubtsOf(session.archive, ids);
  const areEvents = ids.some((id) => /^[vh]-/.test(id));
  const clash = areEvents ? null : clashLine(await clashOf(session.archive, ids), words);
  const { ids: people, entry } = await mergePeople(session, ids, told);
  const [first = ""] = people;
  const isDoubted = isUnlike || apart !== null;
  return async () =>
    first.startsWith("v-")
      ? [
          words.events.merged(people.length, await eventNamed(session.archive, first)),
          words.people.takenBack(entry),
        ].join("\n")
      : [
          words.people.merged(people.length, await personNamed(session.archive, first)),
          ...(apart === null ? [] : [words.people.mergedApart(apart.document, apart.kin, entry)]),
          ...(isUnlike && apart === null ? [words.people.mergedUnlike(entry)] : []),
          ...(isDoubted ? [] : [words.people.takenBack(entry)]),
          ...(clash === null ? [] : [clash]),
        ].join("\n");
});

/** Below this nothing in two people speaks for their being one. */
const UNLIKE = 0.01;

/** Has one of some people nothing in common with the first of them that speaks for one person, or does a report tell them apart? */
async function doubtsOf(
  archive: Archive,
  ids: readonly string[],
): Promise<{ readonly isUnlike: boolean; readonly apart: ToldApart | null }> {
  const [first, ...others] = [...new Set(ids)];
  if (first === undefined || ids.some((id) => !/^[pm]-/.test(id)))
    return { isUnlike: false, apart: null };
  let isUnlike = false;
  const told: ToldApart[] = [];
  for (const other of others) {
    const { pair, apart } = await whyPeople(archive, first, other);
    isUnlike ||= (pair?.probability ?? 0) < UNLIKE;
    if (apart !== null) told.push(apart);
  }
  return { isUnlike, apart: told.find(({ kin }) => kin !== null) ?? told[0] ?? null };
}

/** `sanad split`: these namings are of somebody else than the others of their person. */
export const split: Command = deciding("split", splitting);

/** `sanad unlink`: this naming is of nobody else. */
export const unlink: Command = deciding("unlink", splitting);

async function splitting(
  session: Session,
  ids: readonly string[],
  told: Told,
  words: CliWords,
): Promise<() => Promise<string>> {
  const wrong = ids.find((id) => !/^[hm]-/.test(id));
  if (wrong !== undefined)
    throw new Failure(
      "input-refused",
      `${wrong} is no naming (m-…) or telling (h-…); sanad person and sanad event list them`,
    );
  const { person, stay, ended } = await splitPerson(session, ids, told);
  const own = person.startsWith("v-") ? words.events : words.people;
  return async () =>
    [
      own.split(ids.length, stay, person),
      ...ended.map((state) => words.people.stateEnded(state, person)),
    ].join("\n");
}

type Told = { readonly reason: string; readonly at: string };

function deciding(
  verb: string,
  act: (
    session: Session,
    ids: readonly string[],
    told: Told,
    words: CliWords,
  ) => Promise<() => Promise<string>>,
): Command {
  return async (given, _config, io, words) => {
    const ids = idsGiven(given, verb);
    const reason = reasonGiven(given, verb);
    const session = await openSession(surroundings(given, io, words));
    try {
      const tell = await act(session, ids, { reason, at: io.now() }, words);
      // What is told of people is how they are linked now.
      if (!(await relinkBehind(session.archive, io, words))) return 0;
      for (const line of (await tell()).split("\n")) await io.print(`${words.line(line)}\n`);
      return 0;
    } finally {
      await closeArchive(session.archive);
    }
  };
}
