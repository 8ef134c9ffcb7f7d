import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Best of some starts of the built program on one small file, in milliseconds. */
export function timeStart(main: string, report: string): number {
  return inFolder((folder) => {
    const file = join(folder, "one.txt");
    writeFileSync(file, report);
    const times = Array.from({ length: 7 }, () => {
      const startedAt = performance.now();
      const { status, stderr } = spawnSync("node", [main, "read", file], { encoding: "utf8" });
      if (status !== 0) throw new Error(stderr);
      return performance.now() - startedAt;
    });
    return Math.min(...times);
  });
}

/** Highest memory of the built program over a JSONL of so many megabytes, and the documents a second. */
export function measureMemory(main: string, texts: readonly string[], megabytes: number) {
  return inFolder((folder) => {
    const file = join(folder, "big.jsonl");
    const documents = writeLines(file, texts, megabytes * 1e6);
    const watch = `process.on("exit", () => process.stderr.write("\\nMAXRSS " + process.resourceUsage().maxRSS));
      process.argv.splice(1, 0, "sanad"); await import(${JSON.stringify(main)});`;
    const startedAt = performance.now();
    const output = openSync(join(folder, "out"), "w");
    const { stderr } = spawnSync(
      "node",
      ["--input-type=module", "-e", watch, "--", "read", file, "--json"],
      { encoding: "utf8", stdio: ["ignore", output, "pipe"] },
    );
    closeSync(output);
    const seconds = (performance.now() - startedAt) / 1000;
    const kilobytes = Number(/MAXRSS (\d+)/.exec(stderr)?.[1]);
    if (!Number.isFinite(kilobytes)) throw new Error(stderr);
    return { megabytes: kilobytes / 1024, documents, perSecond: documents / seconds };
  });
}

function writeLines(file: string, texts: readonly string[], bytes: number): number {
  const out = openSync(file, "w");
  let written = 0;
  let documents = 0;
  while (written < bytes) {
    const text = texts[documents % texts.length] ?? "";
    documents += 1;
    written += writeSync(
      out,
      `${JSON.stringify({ id: `d${documents}`, published: "2025-12-15", text })}\n`,
    );
  }
  closeSync(out);
  return documents;
}

function inFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "sanad-bench-"));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
