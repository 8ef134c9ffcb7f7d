import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * npm drops from package-lock.json the optional packages of other platforms when it cannot see them
 * (an old node_modules, a registry that holds one platform only), and then `npm ci` refuses the file.
 * This puts their names, versions and platforms back; `npm ci` passes over what is not for its machine.
 */
const file = join(import.meta.dirname, "../package-lock.json");
const OS = [
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "win32",
];
const CPU = ["arm", "arm64", "ia32", "loong64", "ppc64", "riscv64", "s390x", "wasm32", "x64"];

type Entry = {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};
type Lock = { readonly packages: Readonly<Record<string, Entry>> };

/** The optional packages that an entry of the lock file names and that have no entry of their own. */
export function findMissing({ packages }: Lock) {
  return Object.entries(packages).flatMap(([path, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !isThere(name, path, packages))
      .map(([name, version]) => ({ name, version, dev: entry.dev === true })),
  );
}

function isThere(name: string, from: string, packages: Lock["packages"]): boolean {
  const folders = from
    .split("/node_modules/")
    .map((_, index, parts) => parts.slice(0, index + 1).join("/node_modules/"));
  return ["", ...folders].some(
    (folder) => `${folder === "" ? "" : `${folder}/`}node_modules/${name}` in packages,
  );
}

function makeEntry({ name, version, dev }: ReturnType<typeof findMissing>[number]) {
  const words = name.replace(/^@[^/]*\//, "").split("-");
  const os = OS.filter((word) => words.includes(word));
  const cpu = CPU.filter((word) => words.includes(word));
  const libc = words.some((word) => word.startsWith("musl"))
    ? ["musl"]
    : words.includes("gnu")
      ? ["glibc"]
      : [];
  if (os.length + cpu.length === 0)
    throw new Error(`${name} names no platform; run npm install instead`);
  return {
    version,
    ...(cpu.length === 0 ? {} : { cpu }),
    ...(dev ? { dev } : {}),
    ...(libc.length === 0 ? {} : { libc }),
    optional: true,
    ...(os.length === 0 ? {} : { os }),
  };
}

if (import.meta.filename === process.argv[1]) {
  const lock = JSON.parse(readFileSync(file, "utf8")) as Lock;
  const missing = findMissing(lock);
  const packages: Record<string, unknown> = { ...lock.packages };
  for (const one of missing) packages[`node_modules/${one.name}`] = makeEntry(one);
  const sorted = Object.entries(packages).sort(([left], [right]) => (left < right ? -1 : 1));
  const whole = { ...lock, packages: Object.fromEntries<unknown>(sorted) };
  writeFileSync(file, `${JSON.stringify(whole, null, 2)}\n`);
  console.log(`Put ${missing.length} packages of other platforms back into package-lock.json`);
}
