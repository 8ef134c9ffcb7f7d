import {
  type Copies,
  claimsOf,
  decisionsOf,
  newerVersions,
  readCapture,
  readCopies,
  readEntry,
  readReading,
  showClaim,
  showDocument,
  undoneBy,
} from "../../flow/archive/look.ts";
import { closeArchive, openToRead } from "../../flow/archive/session.ts";
import { asKnownGiven, idsGiven, surroundings } from "../archiveAt.ts";
import type { Command } from "../command.ts";
import { refuseUnknown } from "../refuseUnknown.ts";
import { screenWidth } from "../inputs.ts";
import { makePaint } from "../print/paint.ts";
import {
  type ClaimFacts,
  type DocumentFacts,
  printEntry,
  printShownClaim,
  printShownDocument,
} from "../print/printShown.ts";
import type { CliWords, RestFacts } from "../words/cliWords.ts";

type Archive = Awaited<ReturnType<typeof openToRead>>;
/** Index of the last entry that is known; null is now. */
type Asked = { readonly asKnown: number | null; readonly words: CliWords };

/** `sanad show`: claims, documents and entries with what they rest on. */
export const show: Command = async (given, config, io, words) => {
  const ids = idsGiven(given, "show");
  if (ids.some((id) => id.startsWith("t-")))
    return (await import("./showTestimony.ts")).showTestimony(given, config, io, words);
  const isJson = given.switches.has("json");
  const look = { width: screenWidth(config, io), paint: makePaint(io.stdout.hasColor), words };
  const archive = await openToRead(surroundings(given, io, words));
  try {
    const asKnown = await asKnownGiven(given, archive, io);
    if (asKnown !== null && !isJson) await io.print(`${words.line(words.knownAt(asKnown))}\n\n`);
    for (const id of ids) {
      if (id.startsWith("e-")) {
        const entry = await readEntry(archive, id);
        if (entry === null) return await refuseUnknown(archive, id);
        const undone = await undoneBy(archive, id);
        await io.print(
          isJson
            ? `${JSON.stringify({ ...entry, undoneBy: undone })}\n`
            : printEntry(entry, undone, look),
        );
      } else if (id.startsWith("d-")) {
        const facts = await documentFacts(archive, id, asKnown);
        const { text } = facts.document;
        await io.print(
          given.switches.has("text")
            ? text.replace(/\n?$/, "\n")
            : isJson
              ? documentJson(facts)
              : printShownDocument(facts, look),
        );
      } else {
        const facts = await claimFacts(archive, id, { asKnown, words });
        await io.print(isJson ? claimJson(facts) : printShownClaim(facts, look));
      }
    }
    return 0;
  } finally {
    await closeArchive(archive);
  }
};

async function claimFacts(
  archive: Archive,
  id: string,
  { asKnown, words }: Asked,
): Promise<ClaimFacts> {
  const claim = await showClaim(archive, id, asKnown);
  if (claim === null) return refuseUnknown(archive, id);
  const { document, reading, record } = claim;
  // One after another, here and below: the first question of a further session takes longer than all of these.
  const decisions = await decisionsOf(archive, id, asKnown);
  const shown = await showDocument(archive, document, asKnown);
  const copies = await readCopies(archive, document, asKnown);
  const newer = await newerVersions(archive, document);
  const rests = await restFacts(archive, { document, reading, record }, words);
  const previous = shown?.previous ?? null;
  return {
    claim,
    decisions,
    document: shown,
    newer,
    copies: withoutVersions(copies, [previous, ...newer]),
    rests,
  };
}

async function documentFacts(
  archive: Archive,
  id: string,
  asKnown: number | null,
): Promise<DocumentFacts> {
  const document = await showDocument(archive, id, asKnown);
  if (document === null) return refuseUnknown(archive, id);
  const claims = await claimsOf(archive, id, asKnown);
  const newer = await newerVersions(archive, id);
  const capture = await readCapture(archive, document.record);
  const copies = await readCopies(archive, id, asKnown);
  return {
    document,
    claims,
    newer,
    copies: withoutVersions(copies, [document.previous, ...newer]),
    sha256: capture?.entry.body.sha256 ?? null,
  };
}

/** Versions of one page are no copies of each other. */
function withoutVersions(
  { alike, share, others }: Copies,
  versions: readonly (string | null)[],
): Copies {
  const isVersion = alike !== null && versions.includes(alike);
  return {
    alike: isVersion ? null : alike,
    share: isVersion ? null : share,
    others: others.filter(({ document }) => !versions.includes(document)),
  };
}

async function restFacts(
  archive: Archive,
  at: { readonly document: string; readonly reading: number; readonly record: string },
  words: CliWords,
): Promise<RestFacts> {
  const reading = await readReading(archive, at.reading, at.document);
  const capture = await readCapture(archive, at.record);
  const { reader } = reading.body;
  return {
    reading: { id: reading.id, index: at.reading, reader },
    capture:
      capture === null
        ? null
        : {
            id: capture.id,
            index: capture.index,
            at: words.date(capture.entry.body.capturedAt),
            by: capture.actor,
            bytes: capture.entry.body.bytes,
            sha256: capture.entry.body.sha256,
          },
  };
}

function claimJson({ claim, decisions, copies, rests }: ClaimFacts): string {
  const { body, status, correction } = claim;
  return `${JSON.stringify({ ...body, status, correction, decisions, copies, rests })}\n`;
}

function documentJson({ document, claims, newer, copies, sha256 }: DocumentFacts): string {
  const own = claims.map(({ body, status, correction }) => ({ ...body, status, correction }));
  return `${JSON.stringify({ ...document, sha256, newer, copies, claims: own })}\n`;
}
