import { writeFileSync } from "node:fs";

/** Tells the bench what linking took, and writes the pairs that are one person. */
export function report(
  out: string,
  startedAt: number,
  pairs: readonly (readonly [a: string, b: string])[],
  people: number,
): void {
  const { user, system } = process.cpuUsage();
  const wallSeconds = (performance.now() - startedAt) / 1000;
  writeFileSync(out, pairs.map(([a, b]) => `${a}\t${b}\n`).join(""));
  console.log(
    JSON.stringify({
      cpuSeconds: (user + system) / 1e6,
      wallSeconds,
      megabytes: process.resourceUsage().maxRSS / 1024,
      people,
    }),
  );
}
