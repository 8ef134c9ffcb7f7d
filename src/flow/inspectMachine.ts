import { serverOf } from "./archive/serverOf.ts";
import { existsSync } from "node:fs";
import { totalmem } from "node:os";
import { clusterFolder, isArchive } from "../ledger/archiveFile.ts";
import { databaseFailure } from "../ledger/database.ts";
import { nameOfOwner } from "../ledger/postgres/owner.ts";
import { askServer } from "../ledger/postgres/askServer.ts";
import { findServer } from "../ledger/postgres/findServer.ts";
import { mayWrite } from "../ledger/postgres/startEmbedded.ts";
import { OLDEST_VERSION } from "../ledger/postgres/settings.ts";
import { inspectDisk, inspectSwap } from "./diskEncryption.ts";
import type { Language } from "./interfaceLanguage.ts";
import type { Config } from "./readConfig.ts";
import { loadPacks, rowsOf } from "./loadPacks.ts";

/** One thing that was looked at. `missing` is needed, `absent` is not there and need not be. */
export type Finding = {
  readonly what: string;
  readonly state: "works" | "missing" | "absent";
  readonly detail: string;
};

/** The folder that is looked at, whether somebody named it, and the settings of the surroundings. */
type Where = {
  readonly folder: string;
  readonly isNamed: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
};

const OLDEST_NODE = [20, 11] as const;

/** Packages that read one format each; without one, the other formats still work. */
const PARSERS: readonly (readonly [name: string, format: string])[] = [
  ["htmlparser2", "web pages (.html)"],
  ["@mozilla/readability", "main text of web pages"],
  ["unpdf", "PDF"],
  ["fflate", "Word documents (.docx) and workbooks (.xlsx)"],
  ["papaparse", "lists of people (.csv)"],
  ["write-excel-file/node", "replies as workbooks (.xlsx)"],
  ["postal-mime", "e-mail (.eml)"],
  ["iconv-lite", "old character sets such as windows-1256"],
];

/** What is not part of this version, so that nobody looks for it. */
const NOT_HERE: readonly (readonly [what: string, detail: string])[] = [
  ["scanned pages", "no text recognition (OCR); a scanned PDF is refused with a message"],
  ["network", "never used; save a page first, then read the file"],
  ["language models", "none is called"],
];

/** Looks at what reading needs on this machine. */
export async function inspectMachine(
  config: Config,
  language: Language,
  { folder, isNamed, env }: Where,
): Promise<readonly Finding[]> {
  const { server, wrong } = serverAsked(env);
  return [
    inspectNode(process.versions.node),
    ...(await inspectParsers()),
    ...inspectPacks(),
    wrong === null ? await inspectDatabase(env, server) : missing("database", wrong),
    ...inspectUser(server === null ? userOf(folder) : null, folder),
    inspectArchive(folder, isNamed, server !== null),
    ...(await inspectJobs(folder, server)),
    ...(existsSync(folder) ? inspectEncryption(folder, server) : []),
    works("memory", `${Math.round(totalmem() / 2 ** 30)} GB in this machine`),
    works("settings", config.file ?? "no sanad.config.json here, defaults are used"),
    works("time zone", `publication times become days in ${config.timeZone}`),
    works("language", language),
    works("page language", config.pageLanguage ?? language),
    ...NOT_HERE.map(([what, detail]) => ({ what, state: "absent" as const, detail })),
  ];
}

function inspectNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const isNew = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  if (isNew) return works("node", version);
  return missing("node", `${version} is too old; install ${OLDEST_NODE.join(".")} or newer`);
}

async function inspectParsers(): Promise<readonly Finding[]> {
  return Promise.all(
    PARSERS.map(async ([name, format]) => {
      try {
        await import(name);
        return works(name, format);
      } catch {
        return missing(name, `${format} cannot be read; install again with npm ci`);
      }
    }),
  );
}

/** The server that is asked for, or why that is none. */
function serverAsked(env: Where["env"]): {
  readonly server: string | null;
  readonly wrong: string | null;
} {
  try {
    return { server: serverOf(env), wrong: null };
  } catch (error) {
    return { server: null, wrong: messageOf(error) };
  }
}

/** Reading needs no database; an archive does. */
async function inspectDatabase(env: Where["env"], url: string | null): Promise<Finding> {
  if (url !== null) return inspectServer(url);
  try {
    const { version, from } = findServer(env);
    return works("database", `PostgreSQL ${version} from ${from}, for archives`);
  } catch (error) {
    const detail = `no archives here: ${messageOf(error)}`;
    return { what: "database", state: "absent", detail };
  }
}

async function inspectServer(url: string): Promise<Finding> {
  try {
    const { version, isNewEnough } = await askServer(url);
    const detail = `PostgreSQL ${version} on the server that DATABASE_URL names`;
    return isNewEnough
      ? works("database", detail)
      : missing("database", `Sanad needs PostgreSQL ${OLDEST_VERSION} or newer`);
  } catch (error) {
    return missing("database", messageOf(databaseFailure(error) ?? error));
  }
}

/** Whom the database runs as under root; null where that is nobody else, or cannot be told. */
function userOf(folder: string): string | null {
  const database = clusterFolder(folder);
  try {
    return nameOfOwner(existsSync(database) ? database : "/");
  } catch {
    return null;
  }
}

/** Under root what is searched lies with another user, and whoever has that one reads it. */
export function inspectUser(user: string | null, folder: string): readonly Finding[] {
  const what = "user of the database";
  if (user === null) return [];
  if (user === OWN_USER) return [works(what, user)];
  const detail = `${user}: other programs may run as this user and read what an archive searches; make a user of its own (useradd --system ${OWN_USER}) before sanad init, or sanad stop and chown -R ${OWN_USER} ${clusterFolder(folder)}`;
  return [{ what, state: "absent", detail }];
}

const OWN_USER = "sanad";

/** Is there an archive? Who names a folder means one; elsewhere none is needed. */
function inspectArchive(folder: string, isNamed: boolean, isOnServer: boolean): Finding {
  const what = "archive";
  if (isArchive(folder)) {
    if (isOnServer || mayWrite(clusterFolder(folder))) return works(what, folder);
    return missing(
      what,
      `${folder} cannot be written to, and its database cannot run there; let it be written to, or look at a copy`,
    );
  }
  const detail = `There is no archive in ${folder}; sanad init makes one`;
  return isNamed ? missing(what, detail) : { what, state: "absent", detail };
}

/** What waits in the archive at hand, where its database runs: looking must not start one. */
async function inspectJobs(folder: string, server: string | null): Promise<readonly Finding[]> {
  if (!isArchive(folder)) return [];
  const { countJobs } = await import("./archive/countJobs.ts");
  const counted = await countJobs(folder, server);
  if (counted === null)
    return [{ what: "jobs", state: "absent", detail: "the archive's database does not run now" }];
  const { waiting, failed } = counted;
  if (waiting + failed === 0) return [works("jobs", "none waits")];
  const detail = `${waiting} wait and ${failed} were given up; sanad jobs lists them, sanad jobs --run does them`;
  return [{ what: "jobs", state: "absent", detail }];
}

const ON_SERVER =
  "the text that an archive searches lies in clear on the server of DATABASE_URL; what its disk is cannot be seen from here, ask its keeper";

/** An archive's searched text is in clear on the disk, and may be in what the machine puts aside from memory. */
function inspectEncryption(folder: string, server: string | null): readonly Finding[] {
  const what = "disk encryption";
  if (server !== null) return [{ what, state: "absent", detail: ON_SERVER }];
  const { state, on } = inspectDisk(folder);
  const swap = inspectSwap();
  const aside =
    swap?.state === "clear" ? `; what is swapped out is not encrypted (${swap.on})` : "";
  const said: Readonly<Record<typeof state, string>> = {
    encrypted: `${folder} looks encrypted (${on})${aside}`,
    clear: `${folder} looks not encrypted (${on}): what an archive searches is in clear there${aside}`,
    memory: `${folder} lies in memory (${on})${aside}`,
    unknown: `not known for ${folder}; what an archive searches is in clear, keep it on an encrypted disk${aside}`,
  };
  const isGood = state === "encrypted" && aside === "";
  return [{ what, state: isGood ? "works" : "absent", detail: said[state] }];
}

function inspectPacks(): readonly Finding[] {
  try {
    const { rows } = loadPacks();
    const folders = new Map<string, number>();
    for (const [file, content] of Object.entries(rows)) {
      const folder = file.split("/").slice(0, 2).join("/");
      folders.set(folder, (folders.get(folder) ?? 0) + rowsOf(content).length);
    }
    if (folders.size === 0) return [missing("packs", "none found; install again with npm ci")];
    return [...folders].map(([folder, count]) => works(`pack ${folder}`, `${count} rows`));
  } catch (error) {
    return [missing("packs", messageOf(error))];
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function works(what: string, detail: string): Finding {
  return { what, state: "works", detail };
}

function missing(what: string, detail: string): Finding {
  return { what, state: "missing", detail };
}
