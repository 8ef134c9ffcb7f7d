import { type ResourceLimits, Worker } from "node:worker_threads";

/** Starts a thread of a file beside this one, named without its ending; from source it needs the loader that this thread has. */
export function startThread(
  name: string,
  base: string,
  resourceLimits: ResourceLimits,
  workerData: unknown = null,
): Worker {
  const options = { resourceLimits, workerData, stdout: true, stderr: true };
  if (!base.endsWith(".ts")) return new Worker(new URL(`${name}.js`, base), options);
  const loader = JSON.stringify(import.meta.resolve("tsx/esm/api"));
  const script = JSON.stringify(new URL(`${name}.ts`, base).href);
  const boot = `import(${loader}).then(({ register }) => { register(); return import(${script}); })`;
  return new Worker(boot, { ...options, eval: true });
}
