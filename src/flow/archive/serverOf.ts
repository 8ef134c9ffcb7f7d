import { Failure } from "../../base/failure.ts";

/** The server that the environment names, or null; an empty variable is one that is not set. Throws `input-refused`. */
export function serverOf(env: Readonly<Record<string, string | undefined>>): string | null {
  const url = (env["DATABASE_URL"] ?? "").trim();
  if (url === "") return null;
  if (!/^postgres(ql)?:\/\/./i.test(url))
    throw new Failure(
      "input-refused",
      "DATABASE_URL is no address of a PostgreSQL server; it looks like postgres://user@host/database",
    );
  return url;
}
