/** In: people, pairs and reasons. Out: what a person reads of them on a terminal. */
import {
  type PairWeighed,
  type ListedPerson,
  type ShownPerson,
  statesOf,
  type ToldApart,
} from "../../flow/archive/people/index.ts";
import { foldForSearch } from "../../base/foldForSearch.ts";
import { nameKey } from "../../base/nameKey.ts";
import type { CaseHistory, CaseStep } from "../../model/caseHistory.ts";
import type { Reason, TokenPair } from "../../model/pairFound.ts";
import type { CliWords } from "../words/cliWords.ts";
import type { PersonLabel } from "../words/peopleWords.ts";
import type { Look } from "./look.ts";
import { decisionLine } from "./decisionLine.ts";
import { printColumns } from "./printColumns.ts";
import { whenOf, whereOf } from "./placeAndDay.ts";
import { clean, isolate, padEnd, widthOf, wrap } from "./screenText.ts";

/** People in a list, a line each; of whom is found by another name (`sought`) that name too. */
export function printPeople(
  people: readonly ListedPerson[],
  look: Look,
  sought: string | null = null,
): string {
  const { paint, words, stage } = look;
  const own = words.people;
  const rows = people.map((one) => [
    one.person,
    [
      nameOf(one),
      ...otherNames(one, sought).map((name) => own.alsoNamed(isolate(clean(name)))),
    ].join(" · "),
    [
      ...(one.state === null ? [] : [own.state(one.state)]),
      ...(statesOf(one).length > 0 ? [own.statesDiffer(statesOf(one))] : []),
      own.standsAt(one.stage === null ? null : stage(one.stage), one.risk),
      ...(numberIn(one, "perhaps") > 0 ? [own.perhapsBack] : []),
      ...(one.disputed ? [own.perhapsAlive] : []),
      ...(one.perhapsTwo === null ? [] : [own.perhapsTwo]),
    ].join(" · "),
    own.seenIn(one.documents),
  ]);
  const table = printColumns(own.columns, rows, look);
  return [
    ...table.head,
    ...table.rows.map((text, at) => {
      const risk = people[at]?.risk ?? 0;
      return risk >= 4 && risk < 9 ? paint("red", text) : text;
    }),
    "",
  ].join("\n");
}

/** Of somebody whose shown names have nothing of what was sought the first name that has most of it. */
function otherNames({ name, body }: ListedPerson, sought: string | null): readonly string[] {
  if (sought === null) return [];
  const keys = foldForSearch(sought).split(" ").map(nameKey);
  const heard = (words: string): number => {
    const own = new Set(foldForSearch(words).split(" ").map(nameKey));
    return keys.filter((key) => own.has(key)).length;
  };
  const persian = persianIn(body);
  const all = isRecord(body) && Array.isArray(body["names"]) ? body["names"] : [];
  const names = all.filter((one) => typeof one === "string");
  const shown = Math.max(heard(name), persian === null ? 0 : heard(persian));
  const [best] = names.toSorted((a, b) => heard(b) - heard(a));
  return best !== undefined && heard(best) > shown ? [best] : [];
}

function isRecord(body: unknown): body is Readonly<Record<string, unknown>> {
  return typeof body === "object" && body !== null && !Array.isArray(body);
}

function persianIn(body: unknown): string | null {
  const persian = isRecord(body) ? body["nameFa"] : null;
  return typeof persian === "string" ? persian : null;
}

function numberIn({ body }: ListedPerson, key: "perhaps" | "contradictions"): number {
  const values = typeof body === "object" && body !== null ? Object.entries(body) : [];
  const value: unknown = values.find(([name]) => name === key)?.[1];
  return typeof value === "number" ? value : 0;
}

function nameOf({ name, body }: ListedPerson): string {
  const persian = persianIn(body);
  const names = [name, persian === name ? null : persian];
  return names.flatMap((one) => (one === null ? [] : [isolate(clean(one))])).join(" · ");
}

const FIELDS = ["age", "sex", "father", "died", "city", "province", "prison", "charge"] as const;

/** Everything about one person: every value beside the documents that say it. */
export function printPerson(person: ShownPerson, look: Look): string {
  const { paint, words, width, stage } = look;
  const own = words.people;
  const names = person.names.map(({ value }) => isolate(clean(value)));
  const { standsAt, risk } = person.history;
  const heads = Object.values(own.labels).map(widthOf);
  const indent = Math.max(...heads) + 3;
  const labelled = (label: PersonLabel, lines: readonly string[]): readonly string[] =>
    lines
      .flatMap((text) => wrap(text, Math.max(20, width - indent - 2)))
      .map((text, at) =>
        at === 0
          ? words.line(`  ${padEnd(own.labels[label], indent - 2)}${text}`)
          : words.continued(`${" ".repeat(indent)}${text}`),
      );
  const said = FIELDS.flatMap((field) => {
    const values = person.fields[field].map(({ value, documents }) => {
      const shown = showValue(field, value, look);
      return `${shown} (${documents.join(", ")})`;
    });
    return values.length === 0 ? [] : labelled(field, values);
  });
  const documents = person.mentions.flatMap(
    ({ mention, document, title, publisher, published, newer, claims }) => [
      [
        document,
        title === null ? words.untitled : words.embed(title),
        publisher === null ? words.publisherUnknown : words.embed(publisher),
        published === null ? words.dateUnknown : words.date(published),
        mention,
        ...(newer === null ? [] : [own.olderVersion(newer)]),
      ].join(" · "),
      ...claims.map(({ claim, quote }) => `  ${claim} ${words.quoted(words.embed(quote))}`),
    ],
  );
  return [
    `${paint("bold", person.person)}  ${paint("bold", names.join(" · "))}`,
    words.line(
      `  ${own.standsAt(standsAt === null ? null : stage(standsAt.stage), risk)} · ${own.state(person.state)}`,
    ),
    ...(person.states.length > 0 ? [words.line(`  ${own.statesDiffer(person.states)}`)] : []),
    ...(person.disputed ? [words.line(`  ${own.lifeDisputed}`)] : []),
    ...perhapsTwoLine(person, look),
    "",
    ...labelled(
      "names",
      person.names.map(({ value, documents: of }) => `${isolate(clean(value))} (${of.join(", ")})`),
    ),
    ...said,
    ...labelled("case", historyLines(person.history, look)),
    ...labelled(
      "events",
      person.events.map((one) =>
        words.events.inPerson(
          words.kind(one.kind),
          whenOf(one.firstDay, one.lastDay, look),
          whereOf(one, look),
          one.event,
        ),
      ),
    ),
    ...labelled(
      "kin",
      person.kin.map((one) =>
        [
          isolate(clean(one.name)),
          one.person,
          words.quoted(words.embed(one.words)),
          `(${one.document})`,
        ].join("  "),
      ),
    ),
    ...labelled("documents", documents),
    ...labelled(
      "decisions",
      person.decisions.map((one) => decisionLine(one, words)),
    ),
    ...labelled(
      "perhaps",
      person.perhaps.map(({ name, person: other, probability }) =>
        own.perhaps(isolate(clean(name)), other, percentOf(probability)),
      ),
    ),
    "",
    "",
  ].join("\n");
}

/** Who may be two is told at once, with what shows why and what parts them. */
function perhapsTwoLine({ perhapsTwo }: ShownPerson, { words, width }: Look): readonly string[] {
  if (perhapsTwo === null) return [];
  const { a, b, probability } = perhapsTwo;
  const text = words.people.perhapsTwoOf(a, b, percentOf(probability));
  return wrap(text, Math.max(20, width - 2)).map((line) => words.line(`  ${line}`));
}

/** Nothing is certain that a machine compared. */
function percentOf(probability: number): number {
  return Math.min(99, Math.round(probability * 100));
}

function showValue(field: (typeof FIELDS)[number], value: string, look: Look): string {
  const { words } = look;
  if (field === "sex") return words.people.sex(value);
  if (field === "died")
    return value
      .split(" – ")
      .map((day) => words.date(day))
      .join(" – ");
  if (field === "age") return value.replaceAll(/\d+/g, (age) => words.number(Number(age)));
  return words.embed(look.named(field, value));
}

function historyLines(history: CaseHistory, { words, stage }: Look): readonly string[] {
  const own = words.people;
  const isContradiction = (step: CaseStep): boolean => history.contradictions.includes(step);
  const isDoubtful = (step: CaseStep): boolean => history.perhaps.includes(step);
  return history.steps.flatMap((step) => [
    [
      padEnd(dayOf(step, words), 12),
      stage(step.stage),
      [...new Set(step.claims.map(({ document }) => document))].join(", "),
      ...(isWithdrawn(step)
        ? [`(${own.withdrawn(stage(saidOf(step)))})`]
        : step.moves
          ? []
          : [`(${own.notMoving})`]),
    ].join("  "),
    ...(isContradiction(step) ? [own.contradiction(stage(step.stage), isDenial(step))] : []),
    ...(isDoubtful(step) ? [own.perhapsLater] : []),
  ]);
}

/** Of deaths only a denial is held against a death. */
function isDenial({ moves }: CaseStep): boolean {
  return !moves;
}

/** What was said, where in doubt it counts as something else. */
function saidOf({ stage, claims }: CaseStep): string {
  return claims.find(({ said }) => said !== undefined)?.said ?? stage;
}

function isWithdrawn({ claims }: CaseStep): boolean {
  return claims.every((claim) => claim.isWithdrawn === true);
}

function dayOf({ earliest, latest, reported }: CaseStep, { people: own, date }: CliWords): string {
  if (earliest !== null && earliest === latest) return date(earliest);
  if (earliest !== null && latest !== null) return spanOf(earliest, latest, date);
  return reported === null ? own.undated : own.reportedOn(reported);
}

/** A whole month or year as such. */
function spanOf(earliest: string, latest: string, date: CliWords["date"]): string {
  const next = new Date(Date.parse(latest) + 86_400_000).toISOString().slice(0, 10);
  const isWhole = (length: number): boolean =>
    earliest.slice(length) === "-01-01".slice(length - 4) &&
    next.slice(length) === "-01-01".slice(length - 4) &&
    earliest.slice(0, length) === latest.slice(0, length);
  if (isWhole(7)) return earliest.slice(0, 7);
  if (isWhole(4)) return earliest.slice(0, 4);
  return `${date(earliest)} – ${date(latest)}`;
}

const BAR = 12;

/** The waterfall of a pair: what speaks for one person and against it, in bits, from what holds before anything is compared. */
export function printWhy(
  pair: PairWeighed,
  { paint, words }: Look,
  apart: ToldApart | null = null,
): string {
  const own = words.people;
  const most = Math.max(1, Math.abs(pair.prior), ...pair.why.map(({ bits }) => Math.abs(bits)));
  const fieldWidth = Math.max(
    widthOf(own.whyPrior.head),
    ...pair.why.map(({ field }) => widthOf(own.fields[field])),
  );
  const line = (head: string, bits: number, text: string): string => {
    const bar = "█".repeat(Math.max(1, Math.round((Math.abs(bits) / most) * BAR)));
    const side = bits < 0 ? paint("red", padEnd(bar, BAR)) : paint("green", padEnd(bar, BAR));
    return words.line(
      `  ${padEnd(head, fieldWidth)}  ${own.bits(bits).padStart(6)}  ${side}  ${text}`,
    );
  };
  const reasonLine = ({ field, level, bits, a, b, tokens }: Reason): string => {
    const values = [a, b].map((value) => (value === "" ? own.wordless : isolate(clean(value))));
    const text = `${values.join(" | ")}  (${own.level(level)})`;
    const aligned =
      tokens === undefined ? "" : `\n${" ".repeat(fieldWidth + 24)}${alignTokens(tokens)}`;
    return line(own.fields[field], bits, text) + aligned;
  };
  return [
    line(own.whyPrior.head, pair.prior, own.whyPrior.text),
    ...pair.why.map(reasonLine),
    "",
    ...(apart === null ? [] : [words.line(`  ${own.toldApart(apart.document, apart.kin)}`)]),
    words.line(
      `  ${apart !== null ? own.whyApart(percentOf(pair.probability)) : own.whySum(percentOf(pair.probability), pair.decision)}`,
    ),
    "",
  ].join("\n");
}

function alignTokens(tokens: readonly TokenPair[]): string {
  const marks = { exact: "=", variant: "≈", initial: "·", extra: "+", conflict: "≠" } as const;
  return tokens
    .map(({ a, b, level }) => `${isolate(a ?? "–")} ${marks[level]} ${isolate(b ?? "–")}`)
    .join("   ");
}
