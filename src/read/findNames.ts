/**
 * In: a document's tokens and sentences, compiled name rows. Out: every naming of a person, organisation, place or
 * prison, each with the fullest form that the document gives it.
 * Never: counts a capitalised name as a person without evidence; infers a sex, an age or an origin from a name.
 */
import type { NameGrammar } from "./nameGrammar.ts";
import { attachAcronyms } from "./name/acronyms.ts";
import { classifyRun } from "./name/classifyRun.ts";
import { joinLists, shareAges } from "./name/lists.ts";
import { linkNames, writtenName } from "./name/linkNames.ts";
import type { NameDraft } from "./name/nameDraft.ts";
import { CASE, type NameView, viewNames } from "./name/nameView.ts";
import { ageBefore, readPersonDetail } from "./name/personDetail.ts";
import { opensRun, readRun } from "./name/run.ts";
import { findUncasedNames } from "./name/uncasedNames.ts";
import type { Sentence } from "./sentences.ts";
import { TOKEN, type Tokens } from "./tokens.ts";

/** One naming in a document. */
export type NameMatch = {
  /** Token range of the name proper: no title, no age, no possessive. */
  readonly from: number;
  readonly to: number;
  /** unknown: a capitalised name that could not be told; never counted as a person. */
  readonly type: "person" | "organisation" | "place" | "prison" | "unknown";
  /** Fullest form of this entity in the document, as written. */
  readonly name: string;
  /** Id of a country pack ("ir/prison/evin"), or null. */
  readonly id: string | null;
  /** Where a title or role in front begins; else `from`. */
  readonly titleFrom: number;
  readonly person: null | {
    readonly age: number | null;
    readonly father: string | null;
    readonly sex: "female" | "male" | null;
    /** Where the age, father or the like behind the name ends; else `to`. */
    readonly detailTo: number;
    readonly initialsOnly: boolean;
  };
  /** The title says official, judge, minister, commander, prosecutor … */
  readonly isTitleOfficial: boolean;
};

/** Finds the names of a whole document, in order, none over another. */
export function findNames(
  tokens: Tokens,
  sentences: readonly Sentence[],
  grammar: NameGrammar,
): NameMatch[] {
  const view = viewNames(tokens, sentences, grammar);
  const drafts: NameDraft[] = [];
  for (const sentence of sentences) findInSentence(view, sentence, drafts);
  drafts.push(...findUncasedNames(view));
  drafts.sort((left, right) => left.from - right.from || right.to - left.to);
  attachAcronyms(view, drafts);
  joinLists(view, drafts);
  shareAges(view, drafts);
  linkNames(view, drafts);
  const kept = dropOverlaps(view, drafts);
  const nameById = collectFullForms(view, kept);
  return kept.map((draft) => matchOf(view, draft, nameById));
}

function findInSentence(view: NameView, sentence: Sentence, drafts: NameDraft[]): void {
  let at = sentence.from;
  while (at < sentence.to) {
    if (view.tokens.kind[at] !== TOKEN.word || !opensRun(view, at, sentence.to)) {
      at++;
      continue;
    }
    const run = readRun(view, at, sentence.to);
    let end = run.to;
    for (const draft of classifyRun(view, run, sentence.to)) {
      drafts.push(draft);
      end = Math.max(end, draft.to);
    }
    at = Math.max(end, at + 1);
  }
}

/** Nothing over another; a father's name belongs to his child's naming. */
function dropOverlaps(view: NameView, drafts: readonly NameDraft[]): NameDraft[] {
  const kept: NameDraft[] = [];
  let end = 0;
  for (const draft of drafts) {
    if (draft.from < end) continue;
    kept.push(draft);
    end = draft.type === "person" ? fatherEnd(view, draft) : draft.to;
  }
  return kept;
}

function fatherEnd(view: NameView, draft: NameDraft): number {
  if (draft.detailTo !== null) return draft.detailTo;
  const sentence = view.sentences[view.sentenceOf[draft.from] ?? -1];
  const detail = readPersonDetail(view, draft.to, sentence?.to ?? draft.to);
  return detail.father === null ? draft.to : detail.to;
}

/** Organisations and prisons of one id share the longest form the document writes. */
function collectFullForms(
  view: NameView,
  drafts: readonly NameDraft[],
): ReadonlyMap<string, string> {
  const nameById = new Map<string, string>();
  for (const draft of drafts) {
    if (draft.id === null || (draft.type !== "organisation" && draft.type !== "prison")) continue;
    const name = draft.name ?? writtenName(view, draft.from, draft.to);
    const was = nameById.get(draft.id) ?? "";
    if (name.length > was.length) nameById.set(draft.id, name);
  }
  return nameById;
}

function matchOf(
  view: NameView,
  draft: NameDraft,
  nameById: ReadonlyMap<string, string>,
): NameMatch {
  const full = draft.id === null ? undefined : nameById.get(draft.id);
  const written = draft.name ?? writtenName(view, draft.from, draft.to);
  const isPlace = draft.type === "place";
  return {
    from: draft.from,
    to: draft.to,
    type: draft.type,
    name: full !== undefined && !isPlace && isShortFor(written, full) ? full : written,
    id: draft.type === "person" || draft.type === "unknown" ? null : draft.id,
    titleFrom: draft.type === "person" ? draft.titleFrom : draft.from,
    person: draft.type === "person" ? personOf(view, draft) : null,
    isTitleOfficial: draft.type === "person" && draft.isOfficial,
  };
}

/** Every word of the short form is in the full one, or its letters begin the full one's words. */
function isShortFor(short: string, full: string): boolean {
  if (short === full) return true;
  const fuller = full.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const words = short.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  if (words.every((word) => fuller.includes(word))) return true;
  const initials = fuller.map((word) => word.charAt(0)).join("");
  const letters = words.join("");
  return (
    letters.length > 1 && letters.startsWith(initials.slice(0, 2)) && short === short.toUpperCase()
  );
}

function personOf(view: NameView, draft: NameDraft): NonNullable<NameMatch["person"]> {
  const sentence = view.sentences[view.sentenceOf[draft.from] ?? -1];
  const detail = readPersonDetail(view, draft.to, sentence?.to ?? draft.to);
  return {
    age: detail.age ?? draft.age ?? ageBefore(view, draft.titleFrom),
    father: detail.father ?? draft.father,
    sex: draft.sex ?? detail.sex,
    detailTo: Math.max(detail.to, draft.detailTo ?? draft.to),
    initialsOnly: draft.wordTokens.every((at) => view.letterCase[at] === CASE.initial),
  };
}
