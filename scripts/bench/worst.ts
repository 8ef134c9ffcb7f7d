import { Worker } from "node:worker_threads";

type Stages = ReadonlyMap<string, number>;

/** Seconds of each stage on a text, as far as it came within the cap of time and memory. */
export async function timeStages(text: string, path: string, capSeconds: number): Promise<Stages> {
  const stages = new Map<string, number>();
  const worker = new Worker(new URL("./worstWorker.ts", import.meta.url), {
    workerData: { text, path },
    execArgv: ["--import", "tsx"],
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  });
  await new Promise<void>((resolve) => {
    const timer = setTimeout(() => void worker.terminate(), capSeconds * 1000);
    worker.on("message", (message: { stage: string; seconds: number }) => {
      stages.set(message.stage, message.seconds);
    });
    worker.on("error", (error) => stages.set(error.message.slice(0, 60), Number.NaN));
    worker.on("exit", () => {
      clearTimeout(timer);
      resolve();
    });
  });
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
    if (seconds === undefined) return `${stage} OVER ${capSeconds} s`;
    const growth =
      before !== undefined && seconds > 0.2 ? ` (${(seconds / before).toFixed(1)} ×)` : "";
    return `${stage} ${seconds.toFixed(2)}${growth}`;
  });
  const errors = [...whole]
    .filter(([, seconds]) => Number.isNaN(seconds))
    .map(([message]) => message);
  return [...told, ...errors].join("  ");
}
