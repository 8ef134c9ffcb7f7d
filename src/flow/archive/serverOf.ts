/** The server that the environment names, or null; an empty variable is one that is not set. */
export function serverOf(env: Readonly<Record<string, string | undefined>>): string | null {
  const url = (env["DATABASE_URL"] ?? "").trim();
  return url === "" ? null : url;
}
