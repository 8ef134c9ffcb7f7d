import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Failure } from "../../base/failure.ts";
import { cosign as cosignCheckpoint, makeCosignerKey } from "../../flow/archive/cosign.ts";
import type { Command } from "../command.ts";
import type { Io } from "../io.ts";

/** `sanad cosign`: signs another's checkpoint, after it was held against the last one. Needs no archive. */
export const cosign: Command = async (given, _config, io, words) => {
  const key = given.values.get("key");
  if (key === undefined)
    throw new Failure("input-refused", "sanad cosign needs --key, the file of your own key");
  const file = resolve(io.folder, key);
  const name = given.values.get("new-key");
  if (name !== undefined) {
    const made = makeCosignerKey(file, name);
    await io.print(`${made}\n`);
    io.tell(
      `${words.message("This is your public key: hand it to whom you cosign for. The file keeps the secret one; copy it to no other machine")}\n`,
    );
    return 0;
  }
  const [path, ...others] = given.paths;
  if (path === undefined || others.length > 0)
    throw new Failure(
      "input-refused",
      "sanad cosign needs one file that sanad checkpoint --for printed",
    );
  const { note, from, size, origin } = cosignCheckpoint(await readText(path, io), file, {
    log: given.values.get("log") ?? null,
    isLogReplaced: given.switches.has("replace-log"),
    seconds: Math.floor(Date.parse(io.now()) / 1000),
  });
  await io.print(note);
  io.tell(
    `${words.message(
      from === 0
        ? `You signed ${size} entries of ${origin}, which you saw for the first time`
        : `You signed ${size} entries of ${origin}; they begin with the ${from} that you signed before`,
    )}\n`,
  );
  return 0;
};

async function readText(path: string, io: Io): Promise<string> {
  const parts: Uint8Array[] = [];
  try {
    if (path === "-") for await (const part of io.stdin) parts.push(part);
    else parts.push(readFileSync(resolve(io.folder, path)));
  } catch (error) {
    throw new Failure("not-found", `There is no checkpoint ${path}`, { cause: error });
  }
  return Buffer.concat(parts).toString("utf8");
}
