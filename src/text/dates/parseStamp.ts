/**
 * In: a stamp written for machines (ISO 8601, RFC 5322, or a loose form). Out: its date as EDTF, or null.
 * Never: moves a date away from the one the publisher printed, but for stamps in UTC.
 */
import { findWrittenDate, foldDigits, formatDay } from "./writtenDate.ts";

/**
 * Reads the date of a stamp. With an offset or with none, the date stands as printed; a stamp in UTC
 * (`Z`, `GMT`, `+00:00`) becomes the date in `timeZone`, since its publisher's own day is not in it.
 */
export function parseStamp(stamp: string, timeZone: string): string | null {
  const text = foldDigits(stamp).trim();
  if (text.length > 80) return null;
  const iso = ISO.exec(text)?.groups;
  if (iso !== undefined) return fromIso(iso, timeZone);
  const mail = MAIL.exec(text)?.groups;
  if (mail !== undefined) return fromMail(mail, timeZone);
  const partial = /^(?<year>(?:19|20)\d\d)(?:-(?<month>0[1-9]|1[0-2]))?$/.exec(text);
  if (partial !== null) return text;
  return findWrittenDate(text)?.value ?? null;
}

/** True for the name of a zone that this machine knows. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

const ISO =
  /^(?<year>(?:19|20)\d\d)-?(?<month>\d\d)-?(?<day>\d\d)(?:[T ]+(?<hour>\d\d):?(?<minute>\d\d)(?::?(?<second>\d\d)(?:[.,]\d+)?)?\s*(?<zone>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?$/i;
const MAIL =
  /^(?:[a-z]{3},?\s+)?(?<day>\d{1,2})\s+(?<name>[a-z]{3})[a-z]*\s+(?<year>\d{4})\s+(?<hour>\d\d):(?<minute>\d\d)(?::\d\d)?\s*(?<zone>Z|UTC?|GMT|[+-]\d{4}|[a-z]{1,5})?(?:\s*\([^)]*\))?$/i;

type Groups = Readonly<Record<string, string | undefined>>;

function fromIso(groups: Groups, timeZone: string): string | null {
  const { year, month, day, hour, minute, zone } = groups;
  const printed = formatDay(Number(year), Number(month), Number(day));
  if (printed === null || hour === undefined || !isUtc(zone)) return printed;
  return inZone(Date.parse(`${printed}T${hour}:${minute}:00Z`), timeZone) ?? printed;
}

function fromMail(groups: Groups, timeZone: string): string | null {
  const { year, name, day, hour, minute, zone } = groups;
  const printed = findWrittenDate(`${day} ${name} ${year}`)?.value ?? null;
  if (printed === null || !isUtc(zone)) return printed;
  return inZone(Date.parse(`${printed}T${hour}:${minute}:00Z`), timeZone) ?? printed;
}

function isUtc(zone: string | undefined): boolean {
  return zone !== undefined && /^(?:Z|UTC?|GMT|[+-]00:?(?:00)?)$/i.test(zone);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function inZone(instant: number, timeZone: string): string | null {
  if (Number.isNaN(instant)) return null;
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat("en-CA", {
      timeZone: isTimeZone(timeZone) ? timeZone : "UTC",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    });
  formats.set(timeZone, format);
  return format.format(instant);
}
