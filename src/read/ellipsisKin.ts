/**
 * In: a participle with a number, whose auxiliary stands with the claim before ("killed three and 287 wounded"). Out:
 * its draft.
 * Never: takes a participle that describes a noun.
 */
import type { ClaimKind } from "../model/claim.ts";
import { type Draft, changeDraft } from "./draft.ts";
import type { EllipsisRow } from "./ellipsisGrammar.ts";
import type { EllipsisContext, Memory, Plain } from "./ellipsisMemory.ts";
import { UNREAL, preferred } from "./ellipsisTopic.ts";
import { spanOf, unitBehind } from "./ellipsisWords.ts";
import type { Item } from "./items.ts";
import { LISTED, has } from "./listContext.ts";
import { speechesOver } from "./makeDrafts.ts";
import type { PatternMatch } from "./pattern.ts";
import { toQuantity } from "./quantityOf.ts";
import { TOKEN } from "./tokens.ts";

/** "and 287 wounded", "with 12 injured": the auxiliary stands with the claim before. */
export function kinDraft(
  row: EllipsisRow,
  match: PatternMatch,
  at: number,
  sentence: Plain,
  memory: Memory,
  context: EllipsisContext,
): Draft | null {
  const { items } = sentence;
  const { tokens } = context;
  const index = match.parts["t"]?.[0] ?? -1;
  const trigger = items[index] as Item;
  const number = items[at] as Item;
  if (number.quantity?.measure !== "count" || isAttributive(items, index, context)) return null;
  const kind = context.pack.triggersByWords
    .get(tokens.form.slice(trigger.from, trigger.to).join(" "))
    ?.find(({ form }) => form === "part")?.row.kind;
  const drafts = memory.of(sentence.index);
  if (
    kind === undefined ||
    !LISTED.has(kind) ||
    drafts.some((draft) => draft.anchor === trigger.from)
  )
    return null;
  const topic = preferred(
    drafts.filter(
      (draft) =>
        draft.anchor < number.from &&
        HARMED.has(draft.kind) &&
        !UNREAL.has(draft.modality) &&
        draft.quantity !== null,
    ),
  );
  if (topic === null || topic.kind === kind) return null;
  return changeDraft(topic, {
    kind,
    range: [number.from, trigger.to],
    anchor: trigger.from,
    quantity: toQuantity(number.quantity, tokens, unitBehind(items, at, context), null),
    persons: [],
    hedge: null,
    stage: null,
    subsetOf: null,
    speeches: speechesOver(trigger.from, context.speeches),
    notes: [{ code: "topic-continued", level: "info", span: spanOf(topic, context) }],
    rows: [row.id, ...topic.rows.slice(0, 1)],
  });
}

const HARMED: ReadonlySet<ClaimKind> = new Set([
  "killing",
  "injury",
  "arrest",
  "execution",
  "protest",
]);

/** "with 12 arrested students": the participle describes a noun. */
function isAttributive(items: readonly Item[], at: number, context: EllipsisContext): boolean {
  const next = items[at + 1];
  return (
    next !== undefined &&
    context.tokens.kind[next.from] === TOKEN.word &&
    has(next, context.classes.of("HUMAN", "LOWER", "ADJ")) &&
    !has(next, context.classes.preposition)
  );
}
