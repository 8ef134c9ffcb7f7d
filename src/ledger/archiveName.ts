/** The file that marks a folder as an archive; by itself, since whoever only reads reports needs no database. */
export const ARCHIVE_FILE = "sanad.archive.json";
