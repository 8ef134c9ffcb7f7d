import { type Clash, nameStage } from "../../flow/archive/people/index.ts";
import type { CaseStep } from "../../model/caseHistory.ts";
import type { CliWords } from "../words/cliWords.ts";

/** What two people cannot both be, in a line; null where nothing stands against it. */
export function clashLine(clash: Clash | null, words: CliWords): string | null {
  if (clash === null) return null;
  const told = (step: CaseStep): string => {
    const day = step.latest ?? step.reported;
    const stage = nameStage(step.stage, words.language);
    const said = step.moves ? stage : words.people.deniedStage(stage);
    return day === null ? said : `${said} (${words.date(day)})`;
  };
  return words.line(words.people.clash(told(clash.death), clash.against.map(told)));
}
