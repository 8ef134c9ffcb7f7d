/**
 * In: the sentences of a document. Out: the embedded posts in it, each the speech of its author with its date.
 * Never: lets a post begin before a paragraph that ends like the report's own prose.
 */
import type { SentenceReading, Speech, SpeechContext, TokenRange } from "./speech.ts";
import { TOKEN, type Tokens } from "./tokens.ts";

/** Embedded posts: `… — Author (@handle) October 30, 2022`. The words before the dash are the post. */
export function findPosts(readings: readonly SentenceReading[], context: SpeechContext): Speech[] {
  const { tokens } = context;
  const posts: Speech[] = [];
  for (let at = 0; at < tokens.size; at++) {
    if (
      tokens.kind[at] !== TOKEN.handle ||
      tokens.form[at - 1] !== "(" ||
      tokens.form[at + 1] !== ")"
    )
      continue;
    const dash = dashBefore(tokens, at);
    if (dash < 0) continue;
    const hostIndex = sentenceAt(readings, dash);
    const host = readings[hostIndex];
    const { start, isForeign } = postStart(readings, hostIndex, dash, tokens);
    if (start >= dash) continue;
    const range: TokenRange = [dash + 1, at - 1];
    const words = tokens.text.slice(tokens.start[range[0]], tokens.end[range[1] - 1]);
    posts.push({
      kind: "post",
      sentence: host?.index ?? 0,
      speaker: {
        range,
        source: words,
        name: null,
        isNamed: true,
        isUnnamed: false,
        isPlural: false,
      },
      cue: null,
      contents: [[start, dash]],
      whole: [start, at + 2],
      quotes: [],
      isDenial: false,
      isAuthor: false,
      isInQuote: false,
      date: [at + 2, lineEnd(tokens, at + 2)],
      isForeign,
      isCarried: false,
    });
  }
  return posts;
}

/** Index of the last sentence that begins at or before a token. */
function sentenceAt(readings: readonly SentenceReading[], token: number): number {
  let low = 0;
  let high = readings.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((readings[middle]?.sentence.from ?? 0) <= token) low = middle;
    else high = middle - 1;
  }
  return low;
}

function dashBefore(tokens: Tokens, handle: number): number {
  for (let at = handle - 2; at > Math.max(0, handle - 24); at--) {
    const sign = tokens.text.charAt(tokens.start[at] ?? 0);
    if (sign === "—" || sign === "–") return at;
    if (tokens.kind[at] === TOKEN.newline) return -1;
  }
  return -1;
}

function lineEnd(tokens: Tokens, from: number): number {
  let at = from;
  while (at < tokens.size && tokens.kind[at] !== TOKEN.newline) at++;
  return at;
}

/** Walks back over the short paragraphs of the post to the last paragraph that ends like prose. */
function postStart(
  readings: readonly SentenceReading[],
  host: number,
  dash: number,
  tokens: Tokens,
): { readonly start: number; readonly isForeign: boolean } {
  let start = dash;
  let wasForeign = false;
  for (let i = host; i >= 0; i--) {
    const { sentence } = readings[i] as SentenceReading;
    if (sentence.from > dash) continue;
    const isHost = sentence.to > dash;
    const last = tokens.form[sentence.to - 1] ?? "";
    const block = sentence.block;
    const isForeign = readings[i]?.isForeign === true;
    if (!isHost && wasForeign && !isForeign) break;
    if (!isHost && !isForeign && endsLikeProse(readings, i, block, tokens, last)) break;
    wasForeign = isForeign;
    start = sentence.from;
    if (dash - start > 160) break;
  }
  return { start, isForeign: wasForeign };
}

function endsLikeProse(
  readings: readonly SentenceReading[],
  i: number,
  block: number,
  tokens: Tokens,
  last: string,
): boolean {
  const next = readings[i + 1]?.sentence;
  if (next !== undefined && next.block === block) return false;
  if (last !== "." && last !== "”") return false;
  for (let at = readings[i]?.sentence.from ?? 0; at < (readings[i]?.sentence.to ?? 0); at++) {
    if (tokens.kind[at] === TOKEN.hashtag) return false;
  }
  return true;
}
