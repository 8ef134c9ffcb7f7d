/**
 * In: drafts, and the embedded posts they stand in. Out: the same, where undated acts and sayings of a post have the day of its first
 * line ("October 30 – Karun"), with a note.
 * Never: takes a day from a line that says more than when and where; dates what a post plans, asks for or denies.
 */
import { changeDraft, type Draft } from "./draft.ts";
import type { DraftContext } from "./draftContext.ts";
import type { PeriodMatch } from "./findPeriods.ts";
import type { Item } from "./items.ts";
import type { Speech } from "./speech.ts";

/** Dates what posts tell by the line that heads them. */
export function dateByPosts(drafts: readonly Draft[], context: DraftContext): readonly Draft[] {
  const posts = context.speeches.filter(({ kind, isForeign }) => kind === "post" && !isForeign);
  if (posts.length === 0) return drafts;
  const days = posts.flatMap((post) => {
    const period = dayOfHead(post, context);
    return period === null ? [] : [{ post, period }];
  });
  return drafts.map((draft) => {
    if (draft.period !== null || !TOLD.has(draft.modality) || UNDATED.has(draft.kind)) return draft;
    const found = days.find(({ post }) =>
      post.contents.some(([from, to]) => from <= draft.anchor && draft.anchor < to),
    );
    return found === undefined
      ? draft
      : changeDraft(draft, {
          period: found.period,
          notes: [...draft.notes, { code: "period-inherited", level: "info", span: null }],
        });
  });
}

const TOLD: ReadonlySet<Draft["modality"]> = new Set(["happened", "ongoing"]);
const UNDATED: ReadonlySet<Draft["kind"]> = new Set(["statistic", "call", "other"]);
/** A line that says when and where has few words. */
const LONGEST_HEAD = 10;

/** The day of a post's first line, where the line says nothing but when and where. */
function dayOfHead({ contents }: Speech, context: DraftContext): PeriodMatch | null {
  const start = contents[0]?.[0] ?? -1;
  const head = context.readings.find(({ sentence }) => sentence.from === start);
  if (head === undefined || head.items.length > LONGEST_HEAD) return null;
  const times = head.items.filter(({ period }) => period !== null);
  const [only] = times;
  if (only?.period == null || times.length > 1 || only.period.kind !== "point") return null;
  return head.items.every((item) => item === only || isWhere(item, context)) ? only.period : null;
}

function isWhere(item: Item, { classes, tokens }: DraftContext): boolean {
  const { place, dash, comma, preposition } = classes;
  if ([place, dash, comma, preposition].some((members) => members[item.set] === 1)) return true;
  return (tokens.form[item.from] ?? "").startsWith("#");
}
