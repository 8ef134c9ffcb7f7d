import { nameStage } from "../../flow/archive/people/index.ts";
import type { Claim } from "../../model/claim.ts";
import { CORRECTED_FIELDS, type Correction, correctClaim } from "../../model/correction.ts";
import type { CliWords, CorrectedField } from "../words/cliWords.ts";

/** Every corrected field: what was read, and what a person put in its place. */
export function correctionLines(
  claim: Claim,
  correction: Correction,
  words: CliWords,
): readonly string[] {
  const now = correctClaim(claim, correction);
  return CORRECTED_FIELDS.flatMap((field) => {
    const [read = "", put = ""] = [claim, now].map((one) =>
      valueOf(one, field, words, one === now),
    );
    // Another kind has other roles and another stage.
    const isPut = correction[field] !== undefined || (FOLLOWING.has(field) && read !== put);
    return isPut ? [words.correctedField(field, read, put)] : [];
  });
}

const FOLLOWING: ReadonlySet<CorrectedField> = new Set(["stage", "persons"]);

function valueOf(claim: Claim, field: CorrectedField, words: CliWords, isPut: boolean): string {
  switch (field) {
    case "kind":
      return words.kind(claim.kind);
    case "modality":
      return words.modality(claim.modality);
    case "stage":
      return claim.stage === null ? "–" : nameStage(claim.stage, words.language);
    case "number":
      return claim.quantity === null ? "–" : words.quantity(claim.quantity, (id) => id);
    case "period":
      return claim.period === null ? "–" : words.period(claim.period, isPut);
    case "places":
      return words.listed(claim.places.map(words.place), "comma") || "–";
    case "persons":
      return words.listed(claim.persons.map(words.person), "comma") || "–";
    case "source":
      return words.chain(claim.attribution);
  }
}
