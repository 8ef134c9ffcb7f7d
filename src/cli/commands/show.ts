import { Failure } from "../../base/failure.ts";
import { claimsOf, decisionsOf, showClaim, showDocument } from "../../flow/archive/look.ts";
import { closeArchive, openToRead } from "../../flow/archive/session.ts";
import { idsGiven, surroundings } from "../archiveAt.ts";
import type { Command } from "../command.ts";
import { screenWidth } from "../inputs.ts";
import type { Io } from "../io.ts";
import { makePaint, type Paint } from "../print/paint.ts";
import { printClaim } from "../print/printReading.ts";
import { clean } from "../print/screenText.ts";
import type { CliWords } from "../words/cliWords.ts";

type Archive = Awaited<ReturnType<typeof openToRead>>;
type Look = {
  readonly isJson: boolean;
  readonly isText: boolean;
  readonly width: number;
  readonly paint: Paint;
  readonly words: CliWords;
};

/** `sanad show`: claims and documents with what they rest on. */
export const show: Command = async (given, config, io, words) => {
  const ids = idsGiven(given, "show");
  if (ids.some((id) => id.startsWith("t-")))
    return (await import("./showTestimony.ts")).showTestimony(given, config, io, words);
  const look = {
    isJson: given.switches.has("json"),
    isText: given.switches.has("text"),
    width: screenWidth(config, io),
    paint: makePaint(io.stdout.hasColor),
    words,
  };
  const archive = await openToRead(surroundings(given, io, words));
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
  const { paint, words, width } = look;
  const made = decisions.map(
    ({ decided_at: at, actor, verdict, body, undone_by: undone }) =>
      `   ${words.line(words.date(at))}  ${words.line(words.decidedBy(clean(actor), verdict, words.embed(body.reason), undone !== null))}`,
  );
  const from =
    document === null
      ? claim.document
      : [
          document.document,
          titleOf(document.title ?? document.path, words),
          publisherOf(document.publisher, words),
          publishedOn(document.published, words),
        ].join(" · ");
  const text = document?.text ?? "";
  return io.print(
    [
      `${paint("bold", id)} · ${words.line(words.status(claim.status))}`,
      printClaim(claim.body, (other) => other, text, { width, paint, number: null, words }),
      `   ${paint("dim", words.line(from))}`,
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
  const { paint, width, words } = look;
  const facts = [
    publisherOf(document.publisher, words),
    publishedOn(document.published, words),
    document.language === null ? words.languageUnknown : words.languageCode(document.language),
    document.path === null ? words.standardInput : words.path(clean(document.path)),
    words.capturedAt(words.date(document.captured_at)),
    document.reader,
    ...(document.previous === null ? [] : [words.newVersionOf(document.previous)]),
  ];
  return io.print(
    [
      `${paint("bold", id)} ${words.line(titleOf(document.title, words))}`,
      `   ${paint("dim", words.line(facts.join(" · ")))}`,
      ...claims.map(
        ({ claim, status, body }) =>
          `\n${paint("bold", claim)} · ${words.line(words.status(status))}\n${printClaim(body, (other) => other, document.text, { width, paint, number: null, words })}`,
      ),
      "\n",
    ].join("\n"),
  );
}

function titleOf(title: string | null, words: CliWords): string {
  return title === null ? words.untitled : words.embed(title);
}

function publisherOf(publisher: string | null, words: CliWords): string {
  return publisher === null ? words.publisherUnknown : words.embed(publisher);
}

function publishedOn(published: string | null, words: CliWords): string {
  return published === null ? words.dateUnknown : words.date(published);
}
