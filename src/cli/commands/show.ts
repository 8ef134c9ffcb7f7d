import { Failure } from "../../base/failure.ts";
import { claimsOf, decisionsOf, showClaim, showDocument } from "../../flow/archive/look.ts";
import { closeArchive, openToRead } from "../../flow/archive/session.ts";
import { idsGiven, surroundings } from "../archiveAt.ts";
import type { Command } from "../command.ts";
import { screenWidth } from "../inputs.ts";
import type { Io } from "../io.ts";
import { makePaint, type Paint } from "../print/paint.ts";
import { printClaim } from "../print/printReading.ts";
import { clean, isolate } from "../print/screenText.ts";

type Archive = Awaited<ReturnType<typeof openToRead>>;
type Look = {
  readonly isJson: boolean;
  readonly isText: boolean;
  readonly width: number;
  readonly paint: Paint;
};

/** `sanad show`: claims and documents with what they rest on. */
export const show: Command = async (given, config, io) => {
  const ids = idsGiven(given, "show");
  const look = {
    isJson: given.switches.has("json"),
    isText: given.switches.has("text"),
    width: screenWidth(config, io),
    paint: makePaint(io.stdout.hasColor),
  };
  const archive = await openToRead(surroundings(given, io));
  try {
    for (const id of ids)
      await (id.startsWith("d-")
        ? showOneDocument(id, archive, look, io)
        : showOneClaim(id, archive, look, io));
    return 0;
  } finally {
    await closeArchive(archive);
  }
};

async function showOneClaim(id: string, archive: Archive, look: Look, io: Io): Promise<void> {
  const claim = await showClaim(archive, id);
  if (claim === null) throw new Failure("not-found", `There is no claim or document ${id}`);
  const decisions = await decisionsOf(archive, id);
  if (look.isJson)
    return io.print(`${JSON.stringify({ ...claim.body, status: claim.status, decisions })}\n`);
  const document = await showDocument(archive, claim.document);
  const { paint } = look;
  const made = decisions.map(
    ({ decided_at: at, actor, verdict, body, undone_by: undone }) =>
      `   ${at.slice(0, 16)}  ${clean(actor)} ${verdict} it: ${isolate(clean(body.reason))}${undone === null ? "" : " (taken back)"}`,
  );
  const from =
    document === null
      ? claim.document
      : `${document.document} · ${clean(document.title ?? document.path ?? "without a title")} · ${clean(document.publisher ?? "publisher unknown")} · ${document.published ?? "date unknown"}`;
  const text = document?.text ?? "";
  return io.print(
    [
      `${paint("bold", id)} · ${claim.status}`,
      printClaim(claim.body, (other) => other, text, { width: look.width, paint, number: null }),
      `   ${paint("dim", isolate(from))}`,
      ...made,
      "\n",
    ].join("\n"),
  );
}

async function showOneDocument(id: string, archive: Archive, look: Look, io: Io): Promise<void> {
  const document = await showDocument(archive, id);
  if (document === null) throw new Failure("not-found", `There is no claim or document ${id}`);
  const claims = await claimsOf(archive, id);
  if (look.isText)
    return io.print(document.text.endsWith("\n") ? document.text : `${document.text}\n`);
  if (look.isJson)
    return io.print(
      `${JSON.stringify({ ...document, claims: claims.map(({ body, status }) => ({ ...body, status })) })}\n`,
    );
  const { paint, width } = look;
  const facts = [
    document.publisher ?? "publisher unknown",
    document.published ?? "date unknown",
    document.language ?? "language unknown",
    document.path ?? "standard input",
    `captured ${document.captured_at.slice(0, 16)}`,
    document.reader,
    ...(document.previous === null ? [] : [`a new version of ${document.previous}`]),
  ];
  return io.print(
    [
      `${paint("bold", id)} ${isolate(clean(document.title ?? "without a title"))}`,
      `   ${paint("dim", isolate(clean(facts.join(" · "))))}`,
      ...claims.map(
        ({ claim, status, body }) =>
          `\n${paint("bold", claim)} · ${status}\n${printClaim(body, (other) => other, document.text, { width, paint, number: null })}`,
      ),
      "\n",
    ].join("\n"),
  );
}
