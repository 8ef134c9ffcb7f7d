import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { filesWith, wordsIn } from "./marks.ts";
import {
  expectCode,
  killDatabase,
  must,
  query,
  sanad,
  start,
  verified,
  type World,
  worldAt,
} from "./world.ts";

/** Words that nobody else says. What is sealed may stand on no part of the disk; what is searched, in no file once it is erased. */
const SEALED = ["qzvxwkjpyhfgbmdz", "ژغضظثذگپچصخقط"];
const SEARCHED = ["vjxqwzkfmhpgybdq"];
const SIZE = 768 * 2 ** 20;

/** The disk that an archive lies on, and what may be looked through. */
type Disk = { readonly image: string | null; readonly folder: string; readonly world: World };

/**
 * An archive on a small disk of its own, which is looked through byte by byte, deleted blocks and all: locked, crashed in the middle of
 * sealing, after erasures. Temporary files of the program lie there too.
 */
export async function diskImage(world: World, texts: readonly string[]): Promise<string | null> {
  const folder = join(world.parent, "disk");
  const image = join(world.parent, "disk.img");
  mkdirSync(folder);
  writeFileSync(image, "");
  truncateSync(image, SIZE);
  const hasDisk =
    spawnSync("mkfs.ext4", ["-q", image]).status === 0 &&
    spawnSync("mount", ["-o", "loop", image, folder]).status === 0;
  try {
    chmodSync(folder, 0o711);
    const own = worldAt(folder, "archive");
    const TMPDIR = join(folder, "temporary");
    mkdirSync(TMPDIR);
    chmodSync(TMPDIR, 0o711);
    await lookAtAll(
      {
        image: hasDisk ? image : null,
        folder,
        world: { ...own, env: { ...own.env, TMPDIR, HOME: TMPDIR } },
      },
      texts,
    );
  } finally {
    if (hasDisk) spawnSync("umount", ["-l", folder]);
    truncateSync(image);
  }
  return hasDisk ? null : "no file system can be mounted here; its files were looked through";
}

async function lookAtAll(disk: Disk, texts: readonly string[]): Promise<void> {
  const { world } = disk;
  must(world, "init", world.folder);
  const [document = "", claim = ""] = await addReport(world, texts);
  const testimony = seal(world, 1);
  must(world, "accept", claim, "--reason", `because of ${SEALED[0]}`);
  must(world, "show", testimony, "--witness", "--reason", `asked by ${SEALED[0]}`);
  must(world, "backup", join(world.parent, "plain.backup"), "--plain");
  must(world, "link");
  must(world, "verify", "--deep");
  must(world, "prove", document);
  await query(world, "checkpoint", "postgres");
  // A look that finds nothing where something is would find nothing anywhere.
  await expectFound(disk, SEARCHED);

  must(world, "lock");
  await expectNone(disk, "locked");

  for (const milliseconds of [300, 700, 1_100, 1_600]) {
    const child = start(world, ["add", "--testimony", "-"], formOf(milliseconds));
    await wait(milliseconds);
    child.kill("SIGKILL");
    killDatabase(world);
    await expectNone(disk, "crashed");
    verified(world, false);
  }
  const looking = start(world, ["verify", "--deep"]);
  await wait(900);
  looking.kill("SIGKILL");
  killDatabase(world);
  await expectNone(disk, "crashed while it was verified");
  verified(world, false);

  must(world, "erase", document, "--yes", "--reason", `${SEALED[0]} asked`);
  must(world, "erase", testimony, "--yes", "--reason", `${SEALED[0]} asked`);
  for (const state of ["erased", "erased and stopped"]) {
    await expectNone(disk, state);
    const left = await filesWith(world.folder, SEARCHED);
    if (left.length > 0)
      throw new Error(`${state}: erased words stand in ${left.map(({ name }) => name).join(", ")}`);
    must(world, "stop");
  }
  verified(world, true);
  must(world, "stop");
}

/** A long report, which PostgreSQL packs, and a claim of it. */
async function addReport(world: World, texts: readonly string[]): Promise<readonly string[]> {
  const file = join(world.parent, "../long.txt");
  const name = SEARCHED[0] ?? "";
  const own = `Behnam ${name[0]?.toUpperCase()}${name.slice(1)} was hanged in Kerman on 2 May 2025, the desk said.`;
  writeFileSync(file, `${own}\n\n${texts.slice(0, 3).join("\n\n")}\n\n${own}\n`);
  must(world, "add", file);
  const { out } = expectCode(sanad(world, ["search", name, "--json"]), 0);
  return [/d-\w{12}/, /c-\w{12}/].map((id) => id.exec(out)?.[0] ?? "");
}

function seal(world: World, number: number): string {
  const { out } = expectCode(
    sanad(world, ["add", "--testimony", "-", "--json"], {}, formOf(number)),
    0,
  );
  return /t-\w+/.exec(out)?.[0] ?? "";
}

function formOf(number: number): string {
  const [latin = "", persian = ""] = SEALED;
  return `name: Parisa ${latin}
contact: ${latin}@${number}.example
how: ${latin}
readers: ${latin}, editor
purposes: read, quote
consent: in writing, ${latin}

${`They told ${latin} of it in the corridor, ${number}; ${persian}. `.repeat(120)}
`;
}

/** On the whole disk where there is one: what was never written in clear stands in no deleted block either. */
async function lookThrough(
  { image, folder, world }: Disk,
  words: readonly string[],
): Promise<readonly string[]> {
  if (image === null) return (await filesWith(folder, words)).flatMap((file) => file.words);
  spawnSync("sync", ["-f", world.folder]);
  return wordsIn(image, words);
}

async function expectNone(disk: Disk, state: string): Promise<void> {
  const found = await lookThrough(disk, SEALED);
  if (found.length === 0) return;
  const files = (await filesWith(disk.folder, SEALED)).map(({ name }) => name);
  throw new Error(`${state}: sealed words stand on the disk, ${files.join(", ") || "in no file"}`);
}

async function expectFound(disk: Disk, words: readonly string[]): Promise<void> {
  const found = await lookThrough(disk, words);
  if (words.some((word) => !found.includes(word)))
    throw new Error("the look does not find what is there");
}
