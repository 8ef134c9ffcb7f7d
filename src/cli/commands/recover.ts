import { recoverPassphrase } from "../../flow/archive/changeKeys.ts";
import { closeArchive, folderAtHand, openWith } from "../../flow/archive/session.ts";
import { surroundings } from "../archiveAt.ts";
import { putAwaySecret } from "../askWords.ts";
import type { Command } from "../command.ts";

/** `sanad recover`: a new passphrase, by words or shares that were put away. */
export const recover: Command = async (given, _config, io, words) => {
  const around = surroundings(given, io, words);
  folderAtHand(around);
  const session = await openWith(around, await putAwaySecret(given.values.get("words"), io, words));
  try {
    const { made, ended } = await recoverPassphrase(session, around);
    const lines = [
      `The new passphrase unlocks the archive (${made.id}); old passphrases that no longer do: ${ended}`,
      "The words were typed on this machine: make new ones (sanad keys recovery, sanad keys split) and end the old (sanad keys end)",
    ];
    await io.print(lines.map((line) => `${words.message(line)}\n`).join(""));
    return 0;
  } finally {
    await closeArchive(session.archive);
  }
};
