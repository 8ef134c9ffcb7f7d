/**
 * A passphrase beside recovery words on one file of age. The format lets its own kind of passphrase stand alone only, so ours is
 * a stanza of another kind (argon2id, RFC 9106), which other programs pass over: they open the file with the words' identity.
 */
import type { Identity, Recipient } from "age-encryption";
import { hashPassphrase, PASSPHRASE_COST } from "./keyring.ts";
import { makeKey, open, seal } from "./seal.ts";

const KIND = "sanad/argon2id-v1";

/** Most that a file may ask of this machine. */
const MOST = { memoryKiB: 1_048_576, passes: 10, lanes: 16 } as const;

/** Wraps a file's key for whoever knows the passphrase. */
export function passphraseRecipient(passphrase: string): Recipient {
  return {
    wrapFileKey: async (fileKey) => {
      const { Stanza } = await import("age-encryption");
      const salt = Buffer.from(makeKey()).toString("base64url");
      const { memoryKiB, passes, lanes } = PASSPHRASE_COST;
      const key = await hashPassphrase(passphrase, { salt, memoryKiB, passes, lanes });
      const cost = [memoryKiB, passes, lanes].map(String);
      return [new Stanza([KIND, salt, ...cost], seal(key, fileKey, KIND))];
    },
  };
}

/** Opens what `passphraseRecipient` wrapped. */
export function passphraseIdentity(passphrase: string): Identity {
  return {
    unwrapFileKey: async (stanzas) => {
      for (const { args, body } of stanzas) {
        const [kind, salt = "", ...cost] = args;
        if (kind !== KIND) continue;
        const [memoryKiB = 0, passes = 0, lanes = 0] = cost.map(Number);
        const isFair = memoryKiB <= MOST.memoryKiB && passes <= MOST.passes && lanes <= MOST.lanes;
        if (!isFair) continue;
        try {
          const key = await hashPassphrase(passphrase, { salt, memoryKiB, passes, lanes });
          return open(key, body, KIND);
        } catch {
          continue;
        }
      }
      return null;
    },
  };
}
