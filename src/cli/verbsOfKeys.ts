import { ARCHIVE, JSON_LINES, REASON, UNLOCKING, type Verb } from "./verbParts.ts";

/** What is sealed, and what opens an archive. */
export const KEY_VERBS: readonly Verb[] = [
  {
    name: "checkpoint",
    usage: "sanad checkpoint [options]",
    summary: "Print the signed head of the ledger, to hand out and to have cosigned",
    about: [
      "Print it, send it, publish it: whoever has it can show later what the ledger held. A cosigner on another machine holds each checkpoint against the last one and signs it with the time: --trust names whom you trust, --for prints what to send, --add-cosignature enters what comes back, and sanad verify says then who saw what (docs/cosigning.md).",
      UNLOCKING,
    ],
    options: [
      ARCHIVE,
      JSON_LINES,
      { name: "key", value: null, about: "tell the log's public key too, to hand out" },
      { name: "for", value: "COSIGNER", about: "what to send to this cosigner" },
      { name: "from", value: "SIZE", about: "the same, with the proof from so many entries on" },
      { name: "add-cosignature", value: "FILE", about: "enter what sanad cosign printed" },
      { name: "trust", value: "KEY", about: "trust a cosigner, by their public key" },
      { name: "end-trust", value: "KEY", about: "trust a cosigner no longer" },
    ],
    examples: [
      ["sanad checkpoint > today.txt", "the head as a file"],
      ["sanad checkpoint --for cosigner.example > ask.txt", "what to send to a cosigner"],
      ["sanad checkpoint --add-cosignature signed.txt", "what came back"],
    ],
  },
  {
    name: "cosign",
    usage: "sanad cosign CHECKPOINT --key FILE [options]",
    summary: "Sign another's checkpoint, after holding it against the last one that you signed",
    about: [
      "For whoever keeps watch over another's archive: needs no archive, no database and no secret of theirs. It signs only a ledger that still begins with what was signed before, and remembers that beside the key. Prints the cosigned checkpoint; CHECKPOINT may be - for standard input.",
    ],
    options: [
      { name: "key", value: "FILE", about: "your own key" },
      { name: "new-key", value: "NAME", about: "make that file, and print the public key" },
      { name: "log", value: "KEY", about: "the log's key, the first time you see it" },
      {
        name: "replace-log",
        value: null,
        about: "the log's key is another now, as its owner said",
      },
    ],
    examples: [
      ["sanad cosign --new-key cosigner.example --key my.key", "once, on your machine"],
      ["sanad cosign ask.txt --key my.key > signed.txt", "each time you are asked"],
    ],
  },
  {
    name: "tiles",
    usage: "sanad tiles [DIR] [options]",
    summary: "Write the tree as files that can be mirrored, and look whether they are right",
    about: [
      "The layout is that of C2SP tlog-tiles, which other programs read; what is in it tells nothing of a person. Beside the ledger they are written with each entry; what is missing is made again. With DIR they are written there, to be published or carried away.",
      UNLOCKING,
    ],
    options: [ARCHIVE, JSON_LINES],
    examples: [["sanad tiles /srv/www/log", "for a mirror"]],
  },
  {
    name: "consent",
    usage: "sanad consent [TESTIMONY] [options]",
    summary: "List sealed testimony with what its witnesses consent to, and change that",
    about: [
      "Without an id every testimony is listed: whether consent holds, has expired or was withdrawn, and how often it was opened; no word of it. With --withdraw nothing shows it any more; the other options give consent anew. Every change is an entry, and docs/testimony.md explains the purposes.",
      UNLOCKING,
    ],
    options: [
      ARCHIVE,
      JSON_LINES,
      { name: "withdraw", value: null, about: "the witness takes consent back" },
      { name: "purposes", value: "LIST", about: "read, quote, name, court; or none" },
      { name: "until", value: "DAY", about: "the last day on which it holds, or none" },
      { name: "given", value: "HOW", about: "how consent was given" },
      { name: "readers", value: "ROLES", about: "roles that may open it, commas between" },
      REASON,
    ],
    examples: [
      ["sanad consent", "which testimonies there are, and whose consent has ended"],
      ['sanad consent t-7k2m9qx4bt5v --withdraw --reason "she asked by phone"', "taken back"],
    ],
  },
  {
    name: "keys",
    usage: "sanad keys [passphrase | add | recovery | split | end ID | rotate] [options]",
    summary: "List and change the ways into an archive: passphrases, key files, words, shares",
    about: [
      "Alone it lists the ways, and needs no passphrase. passphrase puts a new one in the place of the old; add adds a passphrase, or with --key-file a key file, which is made where it is missing; recovery shows 24 words to write down; split shows words for several people, of whom some are enough; end ends one way. Every change is an entry.",
      "rotate makes another master key and wraps everything by it, so that who had the old one opens nothing of this archive any more; words and shares stay as they are, other passphrases and key files are asked for. rotate --signing makes another key for checkpoints, which the old one signs over to. Start it again when it was interrupted.",
      "A new passphrase is asked for twice, or taken from SANAD_NEW_PASSPHRASE. docs/keys.md says what each way protects against.",
      UNLOCKING,
    ],
    options: [
      ARCHIVE,
      JSON_LINES,
      { name: "key-file", value: "FILE", about: "with add: a file kept elsewhere that unlocks" },
      { name: "signing", value: null, about: "with rotate: the key that signs checkpoints" },
      {
        name: "end-others",
        value: null,
        about: "with rotate: end passphrases and key files that are not at hand",
      },
      { name: "needed", value: "K", about: "with split: how many shares are enough (default: 2)" },
      { name: "of", value: "N", about: "with split: how many shares are made (default: 3)" },
    ],
    examples: [
      ["sanad keys", "which ways there are"],
      ["sanad keys passphrase", "another passphrase"],
      ["sanad keys add --key-file /media/stick/sanad.key", "a second way in, on a stick"],
      ["sanad keys recovery", "24 words for a sealed envelope"],
      ["sanad keys rotate", "another master key, after a machine or a stick was lost"],
      ["sanad keys split --needed 3 --of 5", "words for five people, of whom three are enough"],
    ],
  },
  {
    name: "recover",
    usage: "sanad recover [--words FILE] [options]",
    summary: "Set a new passphrase with recovery words or shares, when the old one is lost",
    about: [
      "Asks for the words, of as many people as are needed, and for a new passphrase (or SANAD_NEW_PASSPHRASE). Old passphrases no longer unlock; key files still do.",
    ],
    options: [
      ARCHIVE,
      {
        name: "words",
        value: "FILE",
        about: "the words in a file, each person's after an empty line; - is standard input",
      },
    ],
    examples: [["sanad recover", "asks for everything"]],
  },
  {
    name: "lock",
    usage: "sanad lock [options]",
    summary: "Stop the archive's database, forget who worked, and say what is still readable",
    about: [
      "Needs no passphrase. What is searched stays on the disk in clear: an encrypted disk that is shut off protects it, a closed lid does not.",
    ],
    options: [ARCHIVE],
    examples: [["sanad lock", "before leaving the machine"]],
  },
];
