import assert from "node:assert/strict";
import { test } from "node:test";
import { openPacks, trace } from "./reading.ts";

/** Lists and tables of the same three people in many layouts: each row is one of them, with what its cells say. */
const PEOPLE = [
  { name: "Omid Zand", age: "34", prison: "Karun Prison", date: "3 May", day: "2025-05-03" },
  { name: "Reza Moradi", age: "27", prison: "Tabas Prison", date: "5 May", day: "2025-05-05" },
  { name: "Behnam Karimzad", age: "41", prison: "Dorud Prison", date: "7 May", day: "2025-05-07" },
] as const;
type Person = (typeof PEOPLE)[number];
const NAMES = PEOPLE.map(({ name }) => name);

const COLUMNS: Readonly<Record<string, (person: Person, row: number) => string>> = {
  "No.": (_, row) => String(row + 1),
  Name: ({ name }) => name,
  Age: ({ age }) => age,
  Prison: ({ prison }) => prison,
  Date: ({ date }) => date,
  Charge: () => "murder",
};

const HEADERS = [
  ["Name", "Age"],
  ["No.", "Name", "Age"],
  ["Name", "Age", "Prison", "Date"],
  ["No.", "Name", "Age", "Charge", "Prison", "Date"],
  ["Date", "Name", "Prison", "Charge"],
  ["Prison", "Name", "Date"],
  ["Age", "Name"],
] as const;

const LAYOUTS: readonly ((rows: readonly string[][]) => string)[] = [
  ([head = [], ...rows]) =>
    [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n"),
  (rows) => rows.map((row) => row.join(" | ")).join("\n"),
  (rows) => rows.map((row) => row.join("\t")).join("\n"),
];

test("each row of a table is one person with what its cells say, in any layout and order of columns", () => {
  const wrong: string[] = [];
  for (const header of HEADERS)
    for (const layout of LAYOUTS) {
      const rows = PEOPLE.map((person, row) => header.map((name) => COLUMNS[name]?.(person, row)));
      const table = layout([[...header], ...rows.map((row) => row.map((cell) => cell ?? ""))]);
      const text = `Prisoners executed in May 2025\n\n${table}\n\nThe union published the list.`;
      const claims = trace(text, "en", openPacks).map(({ claim }) => claim);
      if (claims.some(({ kind }) => kind !== "execution")) wrong.push(`another kind: ${text}`);
      for (const { name, age, prison, day } of PEOPLE) {
        const claim = claims.find(({ persons }) => persons.some((one) => one.name === name));
        const told = [
          claim?.persons.length,
          header.includes("Age" as never) ? claim?.persons[0]?.age : Number(age),
          header.includes("Prison" as never) ? claim?.places[0]?.words : prison,
          header.includes("Date" as never) ? claim?.period?.earliest : day,
        ];
        if (told.join() !== [1, age, prison, day].join()) wrong.push(`${told.join()}: ${text}`);
      }
    }
  assert.deepEqual(wrong, []);
});

const HEADS = [
  "The victims are:",
  "The dead were identified as:",
  "Names of those killed:",
  "Those killed are:",
];
const LINES: readonly ((person: Person) => string)[] = [
  ({ name }) => name,
  ({ name, age }) => `${name}, ${age}`,
  ({ name, age }) => `${name} (${age})`,
  ({ name, age }) => `${name}, ${age}, from Karun`,
  ({ name, age }) => `${name}, aged ${age}`,
  ({ name, age }) => `${name}, a ${age}-year-old baker`,
];
const MARKS: readonly ((row: number) => string)[] = [
  () => "",
  () => "- ",
  () => "• ",
  (row) => `${row + 1}. `,
  (row) => `(${row + 1}) `,
  (row) => `${row + 1}, `,
];

test("a list below a count names those counted, whatever its marks", () => {
  const wrong: string[] = [];
  for (const head of HEADS)
    for (const line of LINES)
      for (const mark of MARKS) {
        const list = PEOPLE.map((person, row) => mark(row) + line(person)).join("\n");
        const text = `Three men were shot dead in Karun on Monday.\n\n${head}\n${list}\n\nThe governor spoke.`;
        const claims = trace(text, "en", openPacks)
          .map(({ claim }) => claim)
          .filter(({ kind }) => kind === "killing");
        const names = new Set(claims.flatMap(({ persons }) => persons.map(({ name }) => name)));
        const most = Math.max(...claims.map(({ quantity }) => quantity?.min ?? 0));
        if ([...names].sort().join() !== [...NAMES].sort().join() || most !== 3)
          wrong.push(`${most} ${[...names].join()}: ${text}`);
      }
  assert.deepEqual(wrong, []);
});

const LABELS: readonly (readonly [string, (person: Person) => string])[] = [
  ["Name", ({ name }) => name],
  ["Age", ({ age }) => age],
  ["Date of execution", ({ date }) => `${date} 2025`],
  ["Place", ({ prison }) => prison],
  ["Lawyer", () => "Ali Saberi"],
  ["Charge", () => "murder"],
];

const CARDS: readonly ((fields: readonly (readonly [string, string])[]) => string)[] = [
  (fields) => fields.map(([label, value]) => `${label}: ${value}`).join("\n"),
  (fields) => fields.map(([label, value]) => `${label} | ${value}`).join("\n"),
  (fields) => fields.map(([label, value]) => `${label}: ${value}`).join("; "),
  (fields) => fields.map(([label, value]) => `- ${label}: ${value}`).join("\n\n"),
];

test("each card of labels is a claim about the one whom it names", () => {
  const wrong: string[] = [];
  for (const card of CARDS)
    for (const without of ["", "Age", "Place", "Charge", "Lawyer"]) {
      const labels = LABELS.filter(([label]) => label !== without);
      const text = PEOPLE.map((person) =>
        card(labels.map(([label, value]) => [label, value(person)] as const)),
      ).join("\n\n");
      const claims = trace(text, "en", openPacks).map(({ claim }) => claim);
      if (claims.length !== PEOPLE.length) wrong.push(`${claims.length} claims: ${text}`);
      for (const { name, age, prison, day } of PEOPLE) {
        const claim = claims.find(({ persons }) => persons.some((one) => one.name === name));
        const told = [
          claim?.kind,
          claim?.persons.length,
          without === "Age" ? Number(age) : claim?.persons[0]?.age,
          without === "Place" ? prison : claim?.places[0]?.words,
          claim?.period?.earliest,
          without === "Charge" ? "murder" : claim?.charges[0]?.words,
        ];
        if (told.join() !== ["execution", 1, age, prison, day, "murder"].join())
          wrong.push(`${told.join()}: ${text}`);
      }
    }
  assert.deepEqual(wrong, []);
});
