/**
 * In: the plain text of an e-mail. Out: the same without what it quotes of mails before it.
 * Never: leaves the words of another to be read as the sender's; drops more than they and the line that leads to them.
 */

/** The line before a quotation that says whose it is ("On Sat, 15 Nov 2025 Omid wrote:"). */
const LEAD = /^.{0,200}:\s*$/u;
const QUOTED = /^\s*>/;

/** The text without quoted lines (marked with >) and the lines that introduce them; null where nothing was quoted. */
export function withoutReplies(text: string): string | null {
  const lines = text.split("\n");
  if (!lines.some((line) => QUOTED.test(line))) return null;
  const kept: string[] = [];
  for (const line of lines) {
    if (!QUOTED.test(line)) {
      kept.push(line);
      continue;
    }
    while (kept.at(-1)?.trim() === "") kept.pop();
    if (LEAD.test(kept.at(-1) ?? "")) kept.pop();
  }
  const own = kept.join("\n").trim();
  return own === "" ? null : own;
}
