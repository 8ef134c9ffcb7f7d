/** Settings the embedded server starts with. Its log carries no statement, parameter or detail: those hold names. */
export const SERVER_SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: "",
  unix_socket_permissions: "0700",
  max_connections: "40",
  shared_buffers: "96MB",
  // A file of the change log is taken away when it is done with, not kept for the next: rows that were erased stand in it.
  wal_recycle: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
  jit: "off",
  log_statement: "none",
  // Messages of errors quote what was sent: they go to whoever sent it, and into no file.
  log_min_messages: "log",
  log_min_error_statement: "panic",
  log_min_duration_statement: "-1",
  log_error_verbosity: "terse",
  log_parameter_max_length: "0",
  log_parameter_max_length_on_error: "0",
  timezone: "UTC",
};

/** Since release 18 other processes read for a query unless told not to: of single pages, handing each over takes longer than reading it. */
export function readingSettings(version: number): Readonly<Record<string, string>> {
  return version >= 18 ? { io_method: "sync" } : {};
}

/** The change log may take an eighth of what a disk has free, so that a small one is filled by what it is there for. */
export function changeLogSettings(freeBytes: number): Readonly<Record<string, string>> {
  const megabytes = Math.floor(freeBytes / 8 / 2 ** 20);
  const most = Math.min(MOST_CHANGE_LOG_MB, Math.max(LEAST_CHANGE_LOG_MB, megabytes));
  return { min_wal_size: `${LEAST_CHANGE_LOG_MB}MB`, max_wal_size: `${most}MB` };
}

/** Two of its files are the fewest that PostgreSQL takes. */
const LEAST_CHANGE_LOG_MB = 32;
const MOST_CHANGE_LOG_MB = 512;

/** Locale of the cluster: in plain C `show_trgm('محمد')` is empty, and Persian names could not be searched. */
export const INIT_OPTIONS = [
  "--auth=trust",
  "--encoding=UTF8",
  "--data-checksums",
  "--no-instructions",
] as const;

/** PostgreSQL 17 has a built-in UTF-8 locale that is the same on every machine; older ones take the system's. */
export function localeOptions(version: number): readonly string[] {
  return version >= 17
    ? ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C.UTF-8"]
    : ["--locale=C.UTF-8"];
}

/** Who owns the database and who works in it; the second owns nothing. */
export const OWNER_ROLE = "sanad_owner";
export const APP_ROLE = "sanad_app";

/** Without a command for so long, the server stops by itself. */
export const IDLE_MINUTES = 10;

/** The oldest release whose features are used. */
export const OLDEST_VERSION = 15;
