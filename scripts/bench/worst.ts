import { fork } from "node:child_process";

type Stages = ReadonlyMap<string, number>;
type Told = { readonly stage: string; readonly seconds: number; readonly claims: number | null };

/**
 * Seconds of each stage on a text, as far as it came within the cap of time and memory.
 * @throws Error where a text that was read made no claim: each of them holds one, and a stage that reads nothing is not fast.
 */
export async function timeStages(text: string, path: string, capSeconds: number): Promise<Stages> {
  const stages = new Map<string, number>();
  let isSilent = false;
  const child = fork(new URL("./worstChild.ts", import.meta.url), {
    execArgv: ["--import", "tsx", "--max-old-space-size=1024"],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  await new Promise<void>((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    child.on("message", ({ stage, seconds, claims }: Told) => {
      if (stage === "ready") timer = setTimeout(() => child.kill("SIGKILL"), capSeconds * 1000);
      else stages.set(stage, seconds);
      if (claims === 0) isSilent = true;
    });
    child.on("exit", () => {
      clearTimeout(timer);
      resolve();
    });
    child.send({ text, path });
  });
  if (isSilent) throw new Error(`Read no claim in a text that begins "${text.slice(0, 60)}"`);
  return stages;
}

/** `read 0.41 (4.1 × for 4 × the text)`: beside the time, how it grew, since 4 is a straight line and 16 a square. */
export function describeStages(
  whole: Stages,
  quarter: Stages,
  wanted: readonly string[],
  capSeconds: number,
): string {
  const told = wanted.map((stage) => {
    const seconds = whole.get(stage);
    const before = quarter.get(stage);
    if (seconds === undefined) return `${stage} OVER ${capSeconds} s OR 1 GB`;
    const growth =
      before !== undefined && seconds > 0.2 ? ` (${(seconds / before).toFixed(1)} ×)` : "";
    return `${stage} ${seconds.toFixed(2)}${growth}`;
  });
  return told.join("  ");
}
