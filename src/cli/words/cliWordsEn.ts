import type { ErasurePlan } from "../../flow/archive/erase.ts";
import { NOTE_MEANINGS } from "../../flow/noteMeanings.ts";
import {
  formatChain,
  formatPeriod,
  formatPerson,
  formatPlace,
  formatQuantity,
} from "../print/formatValues.ts";
import { clean, isolate, onScreen } from "../print/screenText.ts";
import type { CliWords, CorrectedField } from "./cliWords.ts";
import { eventWordsEn } from "./eventWordsEn.ts";
import { jobWordsEn } from "./jobWordsEn.ts";
import { many } from "./many.ts";
import { peopleWordsEn } from "./peopleWordsEn.ts";

/** Languages by name; any other stands as its code. */
const LANGUAGE_NAMES: Readonly<Record<string, string>> = {
  ar: "Arabic",
  az: "Azerbaijani",
  ckb: "Central Kurdish",
  de: "German",
  en: "English",
  es: "Spanish",
  fa: "Persian",
  fr: "French",
  it: "Italian",
  kmr: "Northern Kurdish",
  ku: "Kurdish",
  ru: "Russian",
  tr: "Turkish",
};

const CORRECTED_FIELDS: Readonly<Record<CorrectedField, string>> = {
  kind: "kind",
  modality: "modality",
  stage: "stage of the case",
  number: "number",
  period: "when",
  places: "where",
  persons: "persons",
  source: "said by",
};

const REPORT_FIELDS: Readonly<Record<string, string>> = {
  publisher: "publisher",
  published: "date",
};

/** The terminal's English; the default. Numbers are not grouped by Intl: loading its data takes longer than reading a report. */
export const cliWordsEn: CliWords = {
  language: "en",
  line: (text) => text,
  continued: (text) => text,
  inOrder: (lines) => lines,
  embed: (words) => isolate(clean(words)),
  message: (english) => english,
  number: String,
  date: (iso) => iso.slice(0, 16),
  quoted: (words) => `“${words}”`,
  listed: (items, mark) => items.join(mark === "comma" ? ", " : "; "),
  verb: (verb) => verb,
  option: (option) => option,
  noteName: (code) => code,
  noteMeans: (code) => NOTE_MEANINGS.get(code) ?? "",
  languageName: (code) => LANGUAGE_NAMES[code] ?? code,
  languageCode: (code) => code,

  people: peopleWordsEn,
  events: eventWordsEn,
  jobs: jobWordsEn,
  kind: (kind) => kind,
  modality: (modality) => modality,
  role: (role) => role,
  status: (status) => (status === "proposed" ? "undecided" : status),
  entryKind: (kind) => kind,
  quantity: formatQuantity,
  period: formatPeriod,
  place: formatPlace,
  chain: formatChain,
  person: formatPerson,
  charge: (words) => `charge “${isolate(clean(words))}”`,
  stage: (stage) => `stage ${stage}`,
  official: (isOfficial) => (isOfficial ? "announced by the authorities" : "not announced"),
  sameAs: (names) => `same as ${names}`,
  claimNumber: (n) => `claim ${n}`,
  hedged: (words) => `hedged “${clean(words)}”`,
  notCounted: (tier) => `${tier}, not counted`,
  labels: {
    number: "number",
    when: "when",
    where: "where",
    "said by": "said by",
    persons: "persons",
    also: "also",
  },
  noClaims: "No claims found.",
  publishedBy: (name, by) => `by ${onScreen(name)} (${by})`,
  found: (value, by) => `${onScreen(value)} (${by})`,
  publisherUnknown: "publisher unknown",
  dateUnknown: "date unknown",
  languageUnknown: "language unknown",
  path: (path) => path,
  untitled: "without a title",
  standardInput: "standard input",
  capturedAt: (at) => `captured ${at}`,
  newVersionOf: (id) => `a new version of ${id}`,
  newerVersions: (ids) => `an older version; newer: ${ids.join(", ")}`,
  olderVersion: (newer) => `an older version; newer: ${newer}`,
  restsOn: ({ reading, capture }) => [
    `rests on ${reading.id} (entry ${reading.index}), read by ${reading.reader}`,
    ...(capture === null
      ? []
      : [
          `and on ${capture.id} (entry ${capture.index}), captured ${capture.at} by ${capture.by}: ${capture.bytes} bytes, SHA-256 ${capture.sha256}`,
        ]),
  ],
  entryFacts: (kind, index) => `entry ${index}, ${kind}`,
  entryErased: "what it held was erased",
  entrySealed: (record) =>
    record.startsWith("t-")
      ? `sealed testimony: sanad show ${record} opens it, and writes down that it did`
      : "sealed: who a witness is; sanad show t-… --witness opens it, and writes down that it did",
  knownAt: (index) => `As known at entry ${index}`,
  decidedBy: (actor, verdict, reason, isUndone) =>
    `${actor} ${verdict} it: ${reason}${isUndone ? " (taken back)" : ""}`,

  summaryColumns: ["kind", "claims", "counted", "shown", "doubts"],
  summaryWidth: 26,
  summaryAll: "all",
  summaryHead: (reports, failed, doubts) =>
    [
      `${reports} ${reports === 1 ? "report" : "reports"}`,
      ...(failed === 0 ? [] : [`${failed} could not be read`]),
      ...(doubts === 0
        ? []
        : [`${doubts} ${doubts === 1 ? "doubt" : "doubts"} about whole reports`]),
    ].join(", "),
  notesHeading: "Notes",
  progress: (done, total) => `${done}${total === null ? "" : ` of ${total}`} reports read`,

  listsPassedOver: (files) =>
    `Passed over, since a list is no report: ${files}. "sanad match FILE" compares lists of people, "sanad add --list KIND FILE" puts one into an archive`,
  filesPassedOver: (files) =>
    `Passed over, since they are not read: ${files}. Save a document as .docx, .pdf or .txt; there is no text recognition for pictures`,

  passedOver: (count, what) =>
    what === ""
      ? `${count} without an extension`
      : what === "hidden"
        ? `${count} hidden`
        : what === "link"
          ? many(count, "link that leads to no file", "links that lead to no file")
          : what === "special"
            ? `${count} that ${count === 1 ? "is no file" : "are no files"}`
            : `${count} ${what}`,
  restPassedOver: (files) =>
    `Passed over in folders, since their names are not those of reports: ${files}. Given by its name a file is read all the same`,

  ownFault: "A fault in Sanad, not in what it was given; please report it:",
  wrotePage: (file, claims, reports, repeats) =>
    `Wrote ${file}: ${many(claims, "claim")} of ${many(reports, "report")}${repeats === 0 ? "" : ` (${repeats} more ${repeats === 1 ? "has" : "have"} the same text and ${repeats === 1 ? "is" : "are"} not repeated)`}; open it in a browser`,
  noPage: "No report could be read, so no page was written",

  helpIntro: [
    "reads reports of executions, death sentences, detentions and killings into",
    "claims: the exact words, who says it, how many, when, where, how sure.",
    "It works offline, sends nothing anywhere, and asserts nothing of its own.",
  ],
  helpVerbs: "Verbs",
  helpStart: "Start here",
  helpStarts: [
    ["sanad brief examples", "a page about the example reports"],
    ["sanad read report.html", "the claims of one report"],
    ["sanad help read", "all about one verb"],
    ["sanad --version", ""],
  ],
  helpEnd:
    "Exit codes: 0 done, 1 some inputs failed, 2 refused, 3 not found, 4 something changed meanwhile or was not compared: start again, 5 locked or not allowed, 6 unavailable (disk full, database down), 70 stored bytes do not agree: keep them and stop, 99 a fault in Sanad. Settings: sanad.config.json (docs/config.md). Language: SANAD_LANG=en or SANAD_LANG=fa.",
  helpStop: ".",
  helpOptions: "Options",
  helpExamples: "Examples",

  lineOf: (file, line) => `${file}, line ${line}`,
  addSame: (document, name) => `${document}  ${name}: the same bytes are there already`,
  addNew: (document, name, claims) => `${document}  ${name}: ${many(claims, "claim")}`,
  addList: (document, name) =>
    `${document}  ${name}: the list itself; each of its rows is a report of its own`,
  addUncounted: ", not counted: the row's own cells say otherwise",
  addCopy: (document, share) => `; like ${document} (${Math.round(share * 100)}%)`,
  inCopies: (copies, of) =>
    of === null ? `first of ${copies} copies` : `one of ${copies} copies of ${of}`,
  copyOf: (document, share) => `like ${document} (${Math.round(share * 100)}%)`,
  sameTextAs: (documents) =>
    `one text, so one voice, with ${documents.length} other${documents.length === 1 ? "" : "s"}: ${documents.join(", ")}`,
  addVersion: (previous, gone, come, changed) =>
    `; a new version of ${previous}: ${gone + come + changed === 0 ? "the same claims" : `${gone} gone, ${come} come${changed === 0 ? "" : `, ${changed} told otherwise`}`}`,
  toldOtherwise: (quote, fields) =>
    `${quote} (otherwise: ${fields.map((field) => CORRECTED_FIELDS[field]).join(", ")})`,
  notTaken: (field, given, stands) =>
    field === "publisher"
      ? `Not taken: --publisher ${given}; ${stands === null ? "its publisher stays unknown" : `it stays a report of ${stands}`}`
      : `Not taken: --published ${given}; ${stands === null ? "its date stays unknown" : `it stays of ${stands}`}`,
  putRight: (document) =>
    `To put that right: sanad correct ${document} --published DAY or --publisher NAME, and --reason`,
  listOf: (path, publisher) =>
    `${path} was added before as a list of ${publisher}, and is taken for theirs again; --publisher says whose it is`,
  addEnd: ({ added, same, claims, uncounted }, failed) =>
    `${added} added with ${many(claims, "claim")}${uncounted === 0 ? "" : ` (${many(uncounted, "row")} not counted)`}, ${same} ${same === 1 ? "was" : "were"} there already, ${failed} could not be read`,
  addStatuses: ({ told, silent }) =>
    `${many(told + silent, "row")} with a status that does not say what the list is of: ${told} told as the status says, ${silent} not told`,
  undoneReport: (document) =>
    `took back the last correction of the report ${document}, and read it again`,
  correctedReport: (document) => `corrected the report ${document}, and read it again`,
  correctedParticular: (field, before, now) =>
    `${REPORT_FIELDS[field] ?? field}: ${before ?? "unknown"} → ${now ?? "unknown"}`,
  madeArchive: (folder, log, isOnServer) => [
    `Made an archive in ${folder}`,
    "",
    `Its log is named ${log}; checkpoints carry that name.`,
    "Keep the passphrase or key file in a second place: without it nobody can open the archive again.",
    isOnServer
      ? "Evidence and entries are encrypted. The text that is searched is not."
      : "Evidence and entries are encrypted. The text that is searched is not: keep the folder on an encrypted disk.",
    "",
    "Next: sanad add FILE…",
  ],
  foundClaims: (shown, count, isCountWhole) =>
    count === 0
      ? "No claim fits; sanad help search shows other ways to ask"
      : `${shown} of ${isCountWhole ? "" : "more than "}${many(count, "claim")}`,
  foundDocuments: (shown, count, isCountWhole) =>
    count === 0
      ? "No report fits; sanad help reports shows other ways to ask"
      : `${shown} of ${isCountWhole ? "" : "more than "}${many(count, "report")}`,
  alsoInTexts: (count, isCountWhole) =>
    `${isCountWhole ? "" : "More than "}${count} ${count === 1 ? "report holds" : "reports hold"} these words, in claims or outside of them: --documents`,
  claimsIn: (count) => `${count} ${count === 1 ? "claim" : "claims"}`,
  nextPage: (after) => `Next page: the same with --after ${after}`,
  matches: (names) => `matches ${names}`,
  takenBackOf: (what, isUndoing) => (isUndoing ? `${what}: taken back` : what),
  fieldName: (field) => REPORT_FIELDS[field] ?? CORRECTED_FIELDS[field as CorrectedField] ?? field,
  wasErased: (on, by, entry) =>
    `Erased on ${on} by ${by}: what it said is gone. That it stood here holds and is still proved: sanad prove ${entry}`,
  stoodBefore: (decided, on, isSame) =>
    isSame
      ? `   It stood so already: ${decided} (${on})`
      : `   That changes what stood: ${decided} (${on}); undo brings it back`,
  accepted: (id, words) => `Accepted ${id}: ${words}`,
  rejected: (id, words) => `Rejected ${id}: ${words}`,
  corrected: (id, words) => `Corrected ${id}: ${words}`,
  takenBack: (entry) => `taken back by ${entry}: it holds no longer`,
  strangePlace: (doubt) =>
    `No place called ${doubt.name} is known, nor does the report hold these words${
      "near" in doubt && doubt.near.length > 0 ? `; near: ${doubt.near.join(", ")}` : ""
    }`,
  correctionDoubt: (doubt, claim) =>
    `   Look again: ${
      doubt.kind === "day"
        ? `${doubt.name} is still to come`
        : doubt.kind === "place"
          ? `no place called ${doubt.name} is known, nor does the report hold these words`
          : `the report does not hold ${doubt.name}`
    }; it stands as you put it${
      "near" in doubt && doubt.near.length > 0 ? ` (near: ${doubt.near.join(", ")})` : ""
    }. sanad undo ${claim} takes it back`,
  correctedField: (field, read, put) =>
    `   ${CORRECTED_FIELDS[field]}: read ${read}, corrected to ${put}`,
  undone: (id, verdict, now, by) =>
    now === "proposed"
      ? `${id} is no longer ${verdict}; nobody has decided on it now`
      : now === verdict
        ? `Took back the last decision; ${id} stays ${now}, as ${by} decided before`
        : `${id} is no longer ${verdict}; it is ${now} again, as ${by} decided before`,
  wouldErase: (plan) => [
    plan.actor === null
      ? `Goes for good: ${thingsOf(plan)}`
      : `Goes for good: the name and role of ${plan.actor}; entries stay under that pseudonym`,
    `${many(plan.entries, "entry", "entries")}, ${many(plan.claims, "claim")}, ${many(plan.decisions, "decision")}, ${many(plan.evidence.files, "piece of evidence", "pieces of evidence")} (${plan.evidence.bytes} bytes)`,
    ...plan.aboutPeople.map(({ entry, verdict, isKept }) =>
      isKept
        ? `Decided about people: ${entry} (${verdict}) is entered anew for namings of other reports; its reason goes`
        : `Decided about people: ${entry} (${verdict}) goes`,
    ),
    ...(plan.models === 0
      ? []
      : [
          "How common names are was counted over it, too: those counts go, and are made anew without it",
        ]),
    ...staying(plan, [plan.id]),
    ...plan.people.map(goesBy),
    ...namedElsewhere(plan),
    ...(plan.backups.length === 0 ? [] : [heldByBackups(plan)]),
  ],
  erased: (plan) => [
    `Erased: ${plan.entries === 1 ? "1 entry and its" : `${plan.entries} entries and their`} evidence can no longer be opened, by anybody. ${plan.entries === 1 ? "Its proof still holds" : "Their proofs still hold"}.`,
    ...staying(plan, []),
    ...plan.people.map(goesBy),
    ...namedElsewhere(plan),
    ...(plan.backups.length === 0 ? [] : [heldByBackups(plan)]),
    "Put erasures.json of the archive's folder beside your backups: sanad restore takes out what it lists.",
    "Not reached: copies that others made, and the disk below the file system. docs/erasure.md says more.",
  ],
  nothingErased: "Nothing was erased",
  eraseQuestion: (id) =>
    `Destroy everything that belongs to ${id}? It cannot be taken back. Type its id: `,
  stopped: "Stopped",
  nothingRan: "Nothing was running",
  rebuilding: (done) =>
    `This version lists otherwise: views are made again, ${many(done, "entry", "entries")} done`,
  making: "The database is being made; this takes some seconds",
  opening: "The archive is being opened; its database may have to start",
  interrupted: ({ added, same }) =>
    `Stopped. What is listed above is entered and stays (at least ${added} added, ${same} there already); the same command again goes on with the rest`,
  striking: (done, all) => `What was erased is struck from the files: ${done} of ${all} tables`,
  readAgain: (done) => `${many(done, "document")} looked at`,
  linesWritten: (done) => `${many(done, "line")} written`,
  linesRestored: (done) => `${many(done, "line")} restored`,
  restored: ({ entries, evidence }, folder, faults) =>
    `Restored ${many(entries, "entry", "entries")} and ${many(evidence, "piece")} of evidence into ${folder}; ${faults === 0 ? "everything agrees" : faults === 1 ? "one thing does not agree" : `${faults} things do not agree`}`,
  erasedAgain: (records) =>
    records === 0
      ? "Nothing in it was on the list of erasures"
      : `${many(records, "record")} erased after the backup was made: erased in it too`,
  noErasures:
    "No list of erasures was found (--erasures): what was erased after the backup was made is in it again",
  checking: (done) => `${many(done, "entry", "entries")} checked`,
  looked: ({ entries, evidence, erased }) =>
    `${many(entries, "entry", "entries")} and ${many(evidence, "piece")} of evidence looked at${erased === 0 ? "" : `, ${many(erased, "entry", "entries")} erased`}`,
  disagree: (looked, faults) =>
    `${looked}; ${faults === 1 ? "one thing does" : `${faults} things do`} not agree. Nothing was changed: keep this state and a copy of it; sanad restore makes the archive of the last backup, in an empty folder`,
  agrees: (looked) => `${looked}; everything agrees`,
  compared: (rows) =>
    rows === 1
      ? "1 row that is searched is what the entries make of it"
      : `${rows} rows that are searched are what the entries make of them`,
  comparedPeople: (rows) =>
    `${rows === 1 ? "1 row of people, events and links is" : `${rows} rows of people, events and links are`} what linking makes of the entries`,
  notLinked:
    "People and events were not compared: something new is not linked yet; run sanad link, then verify again",
  otherViews:
    "What is searched was made by another version of Sanad and not compared; any other command, such as sanad jobs, makes it again, then verify again",
  isErasing:
    "Something is being erased, or an erasure was cut short: words of it may stand in the files still; the next command goes on with it, then verify again",
  orphans: (count) =>
    `${many(count, "piece of evidence", "pieces of evidence")} of no entry: left by what was interrupted, and nobody can open them; they may go, and sanad tidy removes those older than a day`,
  tidied: (count, isDry) =>
    count === 0
      ? "No evidence of no entry is older than a day; nothing to remove"
      : `${many(count, "piece of evidence", "pieces of evidence")} of no entry ${isDry ? "would be removed" : count === 1 ? "was removed" : "were removed"}`,
  young: (count) =>
    `${many(count, "piece", "pieces")} younger than a day ${count === 1 ? "stays" : "stay"}: a report may be being added just now`,
  moreFaults: (count) => `and ${count} more`,
  selfAttested:
    "Self-attested: no checkpoint from outside was compared (--since). That nothing was changed does not make it true",
  stillBegins: (size) =>
    `The ledger still begins with the ${many(size, "entry", "entries")} of that checkpoint. That nothing was changed does not make it true`,
  proved: (id, index, kind) => `Proof of entry ${index} (${kind}), which ${id} stands on`,
  proofHolds: (path, { index, kind, id, on, size, origin, key, isKeyGiven, isShown }) => [
    `${path}: entry ${index} of the ${size} that ${origin} signed: ${kind}, ${id}, of ${on}${isShown ? "; what it shows is what was entered" : ""}`,
    isKeyGiven
      ? "Signed with the key you gave"
      : `Self-attested: it names its own key, ${key}; compare it with the one that was handed out (--key)`,
  ],
  proofCosigned: (name, at, key) =>
    key === null
      ? `Cosigned by ${name} on ${at}, with the key you gave`
      : `Cosigned by ${name} on ${at}; ask them whether this is their key: ${key} (--cosigner)`,
  proofFails: (path, why) => `${path}: ${why}`,
  terminal: (columns, hasColor) => `${columns} columns, ${hasColor ? "colour" : "no colour"}`,
  noTerminal: "output is not a terminal: plain, no colour",
  allHere: "Everything needed is here.",
  someMissing: (count) =>
    count === 1 ? "1 needed part is missing." : `${count} needed parts are missing.`,
};

function thingsOf({ id, documents }: ErasurePlan): string {
  if (documents.length === 0) return id;
  return documents
    .map(({ document, path }) =>
      path === null ? document : `${document} (${path === "-" ? "standard input" : path})`,
    )
    .join(", ");
}

/** Reports that hold the same words, and how they are erased. */
function staying(
  { alsoHeld: { otherVersions, lists, rows, copies, pseudonyms } }: ErasurePlan,
  ids: readonly string[],
): string[] {
  const own = (ids: readonly string[], one: string, more: string): string =>
    `Stays: ${many(ids.length, one, more)}, ${ids.length === 1 ? "a report of its own" : "reports of their own"}: ${first(ids)}`;
  return [
    ...(otherVersions.length === 0
      ? []
      : [own(otherVersions, "other version of the same page", "other versions of the same page")]),
    ...(copies.length === 0
      ? []
      : [own(copies, "copy with the same words", "copies with the same words")]),
    ...(rows.length === 0 ? [] : [own(rows, "row of the list", "rows of the list")]),
    ...(pseudonyms.length === 0
      ? []
      : [
          `Stays: the same name under another pseudonym, to be erased by itself: ${first(pseudonyms)}`,
        ]),
    ...(lists.length === 0
      ? []
      : [
          `Stays: the whole list, with this row in clear: ${lists.join(", ")}. Erase it too (sanad erase ${[...ids, ...lists].join(" ")}), then add the file again without the row: its other rows stay as they are`,
        ]),
  ];
}

/** So many ids are told; all of them stand in what --json prints. */
const MOST_IDS = 20;

function first(ids: readonly string[]): string {
  const more = ids.length - MOST_IDS;
  return ids.slice(0, MOST_IDS).join(", ") + (more > 0 ? `, and ${more} more` : "");
}

/** Whoever promised somebody to be forgotten must know where else the name stands. */
function namedElsewhere({ alsoNamedIn }: ErasurePlan): readonly string[] {
  if (alsoNamedIn.length === 0) return [];
  const reports = many(alsoNamedIn.length, "other report that stays", "other reports that stay");
  return [`Who is named in it is named in ${reports}, too: ${first(alsoNamedIn)}`];
}

/** A person whose id was made of what goes. */
function goesBy({ person, next }: ErasurePlan["people"][number]): string {
  return `${person} goes by ${next} from then on: the report that named him or her first goes`;
}

function heldByBackups({ backups }: ErasurePlan): string {
  const names = backups.map(({ id, madeOn }) => `${id} of ${madeOn}`);
  return `Still held by ${many(backups.length, "backup")}: ${names.join(", ")}. Destroy them, or restore them only with erasures.json`;
}
