/** What reports tell, read from their words to events, without an archive: who is who is given by construction. */
import { foldForSearch } from "../../../src/base/foldForSearch.ts";
import { loadPeoplePack } from "../../../src/flow/archive/people/peoplePack.ts";
import { loadPacks } from "../../../src/flow/loadPacks.ts";
import { countEvent } from "../../../src/link/countEvent.ts";
import { mentionsOf } from "../../../src/link/mentions.ts";
import { groupTellings } from "../../../src/link/sameEvent.ts";
import { tellingsOf } from "../../../src/link/tellings.ts";
import type { Claim } from "../../../src/model/claim.ts";
import type { CountedEvent, PlacedTelling } from "../../../src/model/telling.ts";
import { readClaims } from "../../../src/read/readClaims.ts";

export type Report = {
  readonly id: string;
  readonly text: string;
  readonly published?: string;
  readonly publisher?: string;
};

/** The claims of a report. */
export function claimsOf({
  id,
  text,
  published = "2025-11-20",
  publisher,
}: Report): readonly Claim[] {
  const language = /\p{Script=Arabic}/u.test(text) ? "fa" : "en";
  const { claims } = readClaims(
    {
      id,
      path: null,
      sha256: "",
      text,
      title: null,
      author: null,
      publisher: publisher === undefined ? null : { value: publisher, by: "given" },
      published: { value: published, by: "given" },
      language: { value: language, by: "given" },
      url: null,
      notes: [],
    },
    loadPacks().packs,
  );
  return claims;
}

/** The events of some reports, in the order in which they arrived; names of one person stand beside each other in `alike`. */
export function eventsTold(
  reports: readonly Report[],
  alike: readonly (readonly string[])[] = [],
): readonly CountedEvent[] {
  const { country } = loadPeoplePack();
  const same = new Map(
    alike.flatMap(([first = "", ...others]) =>
      others.map((name) => [foldForSearch(name), foldForSearch(first)] as const),
    ),
  );
  const tellings = reports.flatMap((report, arrived): readonly PlacedTelling[] => {
    const claims = claimsOf(report);
    const mentions = mentionsOf(claims, country);
    const personOf = new Map(
      mentions.map(({ key, names: [name = key] }) => {
        const folded = foldForSearch(name);
        return [key, same.get(folded) ?? folded] as const;
      }),
    );
    return tellingsOf(claims, mentions, country).map((told) => ({
      ...told,
      id: `${report.id} ${told.key}`,
      document: report.id,
      arrived,
      published: report.published ?? "2025-11-20",
      publisher: report.publisher ?? null,
      copies: null,
      people: [...new Set(told.namings.map((key) => personOf.get(key) ?? key))],
    }));
  });
  const byId = new Map(tellings.map((one) => [one.id, one]));
  return groupTellings(tellings, []).groups.map((group) =>
    countEvent(group.flatMap((id) => byId.get(id) ?? [])),
  );
}
