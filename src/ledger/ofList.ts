/** Behind the reader's name where a list's columns were read, not its words: no reader of words reads that again. */
export const OF_LIST = " (list)";
