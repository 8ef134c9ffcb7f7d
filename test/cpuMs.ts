/** Milliseconds of work that this process did so far: what a busy machine makes longer does not count. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
