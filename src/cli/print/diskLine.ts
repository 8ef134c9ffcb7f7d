import { inspectDisk } from "../../flow/diskEncryption.ts";

/** Where the text that is searched lies when a server keeps it. */
export const ON_SERVER =
  "The text that is searched lies in clear on the server of DATABASE_URL, open to whoever may read its database or its disk; ask its keeper for an encrypted disk";

/** What is known of the disk under a folder, as a line. */
export function diskLine(folder: string): string {
  const { state, on } = inspectDisk(folder);
  switch (state) {
    case "encrypted":
      return `The disk under it looks encrypted (${on})`;
    case "clear":
      return `The disk under it looks not encrypted (${on}): whoever has it reads the names`;
    case "memory":
      return `It lies in memory (${on}) and is gone when the machine stops`;
    case "unknown":
      return "Whether the disk under it is encrypted is not known";
  }
}
