import { Failure } from "../../base/failure.ts";
import { foldForSearch } from "../../base/foldForSearch.ts";
import type { TypedCorrection } from "../../flow/archive/correct.ts";
import type { CorrectionDoubt } from "../../flow/archive/correctionDoubts.ts";
import {
  changesLinks,
  correct as correctClaim,
  decideAll,
  type Decided,
  undoDecisions,
} from "../../flow/archive/decide.ts";
import { undoLinks } from "../../flow/archive/people/index.ts";
import { closeArchive, openSession, type Session } from "../../flow/archive/session.ts";
import { idsGiven, reasonGiven, surroundings } from "../archiveAt.ts";
import { CLAIM_KINDS, MODALITIES, PERSON_ROLES } from "../../model/claim.ts";
import type { Command } from "../command.ts";
import type { Io } from "../io.ts";
import type { Arguments } from "../parseArguments.ts";
import { stageNames } from "../../flow/archive/people/index.ts";
import { correctionLines } from "../print/printCorrection.ts";
import { decisionMade } from "../print/printShown.ts";
import { clean } from "../print/screenText.ts";
import type { CliWords } from "../words/cliWords.ts";
import { loadWords } from "../words/loadWords.ts";
import { changeLines } from "../print/changeLines.ts";
import { publishedGiven } from "../inputs.ts";
import { readerName } from "../version.ts";
import {
  type CorrectedReport,
  correctReport,
  undoCorrection,
} from "../../flow/archive/correctReport.ts";
import { decisionsOf, readEntry } from "../../flow/archive/look.ts";
import { relinkBehind } from "./link.ts";

/** `sanad accept`: the words say so. */
export const accept: Command = deciding("accept", (session, ids, told) =>
  decideOn(session, ids, "accepted", told),
);

/** `sanad reject`: the words do not say so. */
export const reject: Command = deciding("reject", (session, ids, told) =>
  decideOn(session, ids, "rejected", told),
);

async function decideOn(
  session: Session,
  ids: readonly string[],
  verdict: "accepted" | "rejected",
  { reason, at, words, io }: Told,
): Promise<Acted> {
  const decided = await decideAll(session, ids, { verdict, reason, at });
  const isOther = decided.some(changesLinks);
  if (verdict === "rejected" || isOther) await relinkBehind(session.archive, io, words);
  return {
    lines: decided.flatMap(({ claim, before }) => [
      words[verdict](claim.claim, words.embed(claim.body.span.quote)),
      ...beforeLines(before, verdict, words),
    ]),
    told: decided.map(({ claim: { claim, document }, before }) => ({
      claim,
      document,
      verdict,
      before: decisionTold(before),
    })),
  };
}

/** A decision that stood before, for a program. */
function decisionTold(before: Decided["before"]): object | null {
  if (before === null) return null;
  const { entry, verdict, actor, decided_at: decidedAt, body } = before;
  return { entry, verdict, actor, decidedAt, reason: body.reason };
}

/** What stood before is said: nobody changes what somebody else decided without knowing. */
function beforeLines(
  before: Decided["before"],
  verdict: string,
  words: CliWords,
): readonly string[] {
  if (before === null) return [];
  const { actor, verdict: stood, decided_at: at, body } = before;
  const decision = words.decidedBy(clean(actor), stood, words.embed(body.reason), false);
  return [words.stoodBefore(decision, words.date(at), stood === verdict)];
}

/** `sanad correct`: the words say something else than was read. */
export const correct: Command = deciding("correct", async (session, ids, told) => {
  const { reason, at, words, given, io } = told;
  const [id = "", ...others] = ids;
  if (others.length > 0)
    throw new Failure("input-refused", "sanad correct takes one claim at a time");
  if (id.startsWith("d-")) return correctParticulars(session, id, told);
  const ofReport = PARTICULARS.find((name) => given.values.has(name));
  if (ofReport !== undefined)
    throw new Failure(
      "input-refused",
      `--${ofReport} is of a whole report: sanad correct d-… --${ofReport}; sanad show ${id} names the report`,
    );
  const typed: TypedCorrection = Object.fromEntries(
    CORRECTED.flatMap((name) => {
      const value = given.values.get(name);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
  if (Object.keys(typed).length === 0)
    throw new Failure(
      "input-refused",
      `sanad correct needs a field, such as --number 3; fields are ${CORRECTED.map((name) => `--${name}`).join(", ")}`,
    );
  const { claim, before, correction, doubts } = await correctClaim(session, id, {
    typed: inCodes(typed, await Promise.all([loadWords("en"), loadWords("fa")])),
    isSure: (strange) => isSure(strange, told),
    reason,
    at,
  });
  await relinkBehind(session.archive, io, words);
  return {
    lines: [
      words.corrected(id, words.embed(claim.body.span.quote)),
      ...correctionLines(claim.body, correction, words),
      ...doubts.map((doubt) => words.correctionDoubt(inWords(doubt, words), id)),
      // A correction goes on from an acceptance or another correction; over a rejection it says the opposite.
      ...(before?.verdict === "rejected" ? beforeLines(before, "corrected", words) : []),
    ],
    told: [
      {
        claim: id,
        document: claim.document,
        verdict: "corrected",
        correction,
        doubts,
        before: decisionTold(before),
      },
    ],
  };
});

const PARTICULARS = ["published", "publisher"] as const;

/** Whose a report is and of which day is put right, and what its claims say otherwise by that is told. */
async function correctParticulars(
  session: Session,
  id: string,
  { reason, at, words, given, io }: Told,
): Promise<Acted> {
  const ofClaim = CORRECTED.find((name) => given.values.has(name));
  if (ofClaim !== undefined)
    throw new Failure(
      "input-refused",
      `--${ofClaim} is of a claim, and ${id} is a report; sanad show ${id} lists its claims (c-…)`,
    );
  const publisher = given.values.get("publisher")?.trim();
  const isUndated = given.values.get("published")?.trim() === NONE;
  const published = isUndated ? null : publishedGiven(given);
  if (publisher === "" || (publisher === undefined && published === undefined))
    throw new Failure(
      "input-refused",
      "A report is corrected by --published DAY or --publisher NAME; none makes it unknown",
    );
  const done = await correctReport(session, id, {
    particulars: {
      ...(publisher === undefined ? {} : { publisher: publisher === NONE ? null : publisher }),
      ...(published === undefined ? {} : { published }),
    },
    reader: readerName(),
    reason,
    at,
  });
  await relinkBehind(session.archive, io, words);
  return reportTold(id, done, words.correctedReport(id), words);
}

/** What a report stands for otherwise now, and what its claims say otherwise by that. */
function reportTold(
  document: string,
  { fields, change, orphaned }: CorrectedReport,
  head: string,
  words: CliWords,
): Acted {
  const shown = (field: (typeof PARTICULARS)[number], value: string | null): string | null =>
    value === null ? null : field === "published" ? words.date(value) : words.embed(value);
  const lines = [
    head,
    ...fields.map(({ field, before, now }) =>
      words.correctedParticular(field, shown(field, before), shown(field, now)),
    ),
    ...changeLines(change, words),
    ...orphaned.map((claim) =>
      words.message(`${claim} had been decided on; look at it: sanad history ${document}`),
    ),
  ];
  const { previous: _same, ...said } = change;
  return { lines, told: [{ document, fields, ...said, orphaned }] };
}

/** Takes a value away. */
const NONE = "none";

/** Whether a place that nobody knows is entered all the same: with --yes, or where somebody who is asked says so. */
async function isSure(
  strange: readonly CorrectionDoubt[],
  { given, io, words }: Told,
): Promise<boolean> {
  if (given.switches.has("yes")) return true;
  if (io.ask === null) return false;
  for (const doubt of strange)
    io.tell(`${words.line(words.strangePlace(inWords(doubt, words)))}\n`);
  const answer = await io.ask(
    words.line(words.message("Enter it all the same? yes or no: ")),
    false,
  );
  return ["yes", "y", "بله"].includes(answer.trim().toLowerCase());
}

function inWords(doubt: CorrectionDoubt, words: CliWords): CorrectionDoubt {
  return "near" in doubt
    ? { ...doubt, name: words.embed(doubt.name), near: doubt.near.map(words.embed) }
    : doubt;
}

const CORRECTED = [
  "kind",
  "modality",
  "stage",
  "number",
  "from",
  "to",
  "place",
  "person",
  "source",
] as const satisfies readonly (keyof TypedCorrection)[];

/** Kinds, modalities, stages and roles may be given by their word in either language, whichever the terminal speaks. */
function inCodes(typed: TypedCorrection, languages: readonly CliWords[]): TypedCorrection {
  const isWord = (word: string | undefined, nameIn: (words: CliWords) => string): boolean =>
    word !== undefined && languages.some((words) => same(nameIn(words), word));
  const kind = CLAIM_KINDS.find((code) => isWord(typed.kind, (words) => words.kind(code)));
  const modality = MODALITIES.find((code) =>
    isWord(typed.modality, (words) => words.modality(code)),
  );
  const [stage] =
    languages
      .flatMap(({ language }) => stageNames(language))
      .find(([, name]) => typed.stage !== undefined && same(name, typed.stage)) ?? [];
  return {
    ...typed,
    ...(kind === undefined ? {} : { kind }),
    ...(modality === undefined ? {} : { modality }),
    ...(stage === undefined ? {} : { stage }),
    ...(typed.person === undefined ? {} : { person: rolesInCodes(typed.person, languages) }),
  };
}

/** "رضا کریمی (قربانی)": the words in brackets by their codes. */
function rolesInCodes(persons: string, languages: readonly CliWords[]): string {
  return persons.replaceAll(/\(([^()]+)\)(?=\s*(?:[;؛]|$))/gu, (whole, word: string) => {
    const role = PERSON_ROLES.find((code) =>
      [code, ...languages.map((words) => words.role(code))].some((name) => same(name, word)),
    );
    return role === undefined ? whole : `(${role})`;
  });
}

/** Whatever the keyboard, the case and the joiners. */
function same(one: string, other: string): boolean {
  return foldForSearch(one) === foldForSearch(other);
}

/** `sanad undo`: the last decision is taken back. */
export const undo: Command = deciding("undo", async (session, ids, { reason, at, words, io }) => {
  const report = ids.find((id) => id.startsWith("d-"));
  if (report !== undefined) {
    if (ids.length > 1)
      throw new Failure(
        "input-refused",
        "Corrections of reports (d-…) are taken back one report at a time; nothing was changed",
      );
    const done = await undoCorrection(session, report, { reader: readerName(), reason, at });
    await relinkBehind(session.archive, io, words);
    return reportTold(report, done, words.undoneReport(report), words);
  }
  const entries = ids.filter((id) => id.startsWith("e-"));
  const claims = ids.filter((id) => !id.startsWith("e-"));
  if (entries.length > 0 && claims.length > 0)
    throw new Failure(
      "input-refused",
      "Decisions about claims (c-…) and about people (e-…) are taken back apart; nothing was changed",
    );
  for (const id of entries) await refuseCorrection(session, id);
  const undone = entries.length > 0 ? [] : await undoDecisions(session, claims, { reason, at });
  const together = await undoLinks(session, entries, { reason, at });
  await relinkBehind(session.archive, io, words);
  const told = await Promise.all(
    undone.map(async ({ id, verdict, now, by }) => [
      words.undone(id, verdict, now, by === null ? null : words.embed(by)),
      ...(by === null ? [] : [await standingLine(session, id, words)]),
    ]),
  );
  return {
    lines: [
      ...[...together].map(([entry, count]) => words.people.undone(entry, count)),
      ...told.flat(),
    ],
    told: [
      ...[...together].map(([entry, decisions]) => ({ entry, decisions })),
      ...undone.map(({ id: claim, ...rest }) => ({ claim, ...rest })),
    ],
  };
});

/** Which decision holds again: of several by one person the name alone does not tell. */
async function standingLine({ archive }: Session, id: string, words: CliWords): Promise<string> {
  const decisions = await decisionsOf(archive, id);
  const at = decisions.findLastIndex(({ undone_by: undone }) => undone === null);
  return decisionMade(decisions, at, words);
}

/** A correction of a report is taken back by the report: the last one that stands first. */
async function refuseCorrection({ archive }: Session, id: string): Promise<void> {
  const entry = (await readEntry(archive, id))?.entry;
  if (entry?.kind !== "report-corrected") return;
  const { document } = entry.body;
  throw new Failure(
    "input-refused",
    `${id} corrected the report ${document}; sanad undo ${document} takes its last correction back`,
  );
}

/** What was done: for a person, and for a program a thing a line. */
type Acted = { readonly lines: readonly string[]; readonly told: readonly object[] };

type Told = {
  readonly reason: string;
  readonly at: string;
  readonly words: CliWords;
  readonly io: Io;
  readonly given: Arguments;
};

function deciding(
  verb: string,
  act: (session: Session, ids: readonly string[], told: Told) => Promise<Acted>,
): Command {
  return async (given, _config, io, words) => {
    const ids = idsGiven(given, verb);
    const reason = reasonGiven(given, verb);
    const session = await openSession(surroundings(given, io, words));
    try {
      const { lines, told } = await act(session, ids, { reason, at: io.now(), words, given, io });
      const printed = given.switches.has("json")
        ? told.map((one) => JSON.stringify(one))
        : lines.map(words.line);
      await io.print(printed.map((line) => `${line}\n`).join(""));
      return 0;
    } finally {
      await closeArchive(session.archive);
    }
  };
}
