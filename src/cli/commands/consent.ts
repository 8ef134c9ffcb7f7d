import { Failure } from "../../base/failure.ts";
import { closeArchive, openSession, openToRead } from "../../flow/archive/session.ts";
import {
  changeConsent,
  type ConsentChange,
  type ListedTestimony,
  listTestimonies,
} from "../../flow/archive/testimony.ts";
import { readList, readPurposes } from "../../flow/archive/testimonyForm.ts";
import { dayGiven, surroundings } from "../archiveAt.ts";
import type { Command } from "../command.ts";
import type { Arguments } from "../parseArguments.ts";
import { consentLine, printTestimonies } from "../print/printConsent.ts";

const CHANGES = ["purposes", "until", "given", "readers"] as const;

/** `sanad consent`: which testimonies there are and what they may be used for; how that changes. */
export const consent: Command = async (given, _config, io, words) => {
  const [id, ...others] = given.paths;
  if (others.length > 0) throw new Failure("input-refused", "sanad consent takes one id at a time");
  const change = id === undefined ? null : changeOf(given);
  const around = surroundings(given, io, words);
  if (id === undefined || change === null) {
    const archive = await openToRead(around);
    try {
      const list: ListedTestimony[] = [];
      for await (const one of listTestimonies(archive, io.now().slice(0, 10)))
        if (id === undefined || one.testimony === id) list.push(one);
      if (id !== undefined && list.length === 0)
        throw new Failure("not-found", `There is no testimony ${id}, or it was erased`);
      await io.print(
        given.switches.has("json")
          ? list.map((one) => `${JSON.stringify(one)}\n`).join("")
          : printTestimonies(list, words),
      );
      return 0;
    } finally {
      await closeArchive(archive);
    }
  }
  const session = await openSession(around);
  try {
    const now = await changeConsent(session, id, change, io.now());
    const lines = now.isWithdrawn
      ? [
          `The consent to ${id} is withdrawn: it is not shown any more`,
          `To destroy it: sanad erase ${id}`,
        ]
      : [consentLine(now.consent, words)];
    await io.print(lines.map((line) => `${words.message(line)}\n`).join(""));
    return 0;
  } finally {
    await closeArchive(session.archive);
  }
};

/** What is to change; null where nothing is. */
function changeOf(given: Arguments): ConsentChange | null {
  const isWithdrawn = given.switches.has("withdraw");
  const changed = CHANGES.filter((name) => given.values.has(name));
  if (!isWithdrawn && changed.length === 0) return null;
  if (isWithdrawn && changed.length > 0)
    throw new Failure("input-refused", "Consent is either withdrawn or given otherwise");
  const reason = given.values.get("reason");
  if (reason === undefined)
    throw new Failure("input-refused", "sanad consent needs --reason when it changes something");
  const [purposes, until, readers] = [
    given.values.get("purposes"),
    given.values.get("until"),
    given.values.get("readers"),
  ];
  return {
    purposes: purposes === undefined ? null : readPurposes(purposes),
    until: until === undefined ? undefined : until === "none" ? null : dayGiven(given, "until"),
    given: given.values.get("given") ?? null,
    readers: readers === undefined ? null : readList(readers),
    isWithdrawn,
    reason,
  };
}
