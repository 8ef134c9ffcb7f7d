import { dayNumber, swappedGregorian, swappedJalali } from "../../../src/base/dayNumbers.ts";
import { rowsOf, type PackRows } from "../../../src/flow/loadPacks.ts";
import type { ListDate, ListRecord } from "../../../src/model/listRecord.ts";
import { type Chance, makeChance } from "./chance.ts";
import { type NameWord, type NameWords, readNameWords } from "./nameWords.ts";
import type { Scenario, Script } from "./scenario.ts";

/** Two lists of invented people, and which records are one person: "id of a\tid of b". */
export type MadeLists = {
  readonly a: readonly ListRecord[];
  readonly b: readonly ListRecord[];
  readonly truth: ReadonlySet<string>;
  /** Person of each record by id, for measures of clusters; of two people the first. */
  readonly personOf: ReadonlyMap<string, number>;
};

export type MadePerson = {
  readonly given: readonly NameWord[];
  readonly surnames: readonly NameWord[];
  readonly title: boolean;
  readonly alias: NameWord | null;
  readonly day: number;
  readonly age: number;
  readonly sex: "female" | "male";
  readonly town: Town;
};
type Town = { readonly en: string; readonly fa: string; readonly province: Province };
type Province = { readonly id: string; readonly en: string; readonly fa: string };

/** Ways of a list: how it spells each word, unless it happens to spell it otherwise. */
export type House = {
  readonly seed: number;
  readonly script: Script;
  readonly isPersianPlaces: boolean;
};

export function makeLists(scenario: Scenario, rows: PackRows): MadeLists {
  const chance = makeChance(scenario.seed);
  const words = readNameWords(rows);
  const people = makePeople(scenario, words, readTowns(rows), chance);
  const houseA: House = {
    seed: 1,
    script: scenario.scripts.a,
    isPersianPlaces: scenario.scripts.a === "persian",
  };
  const houseB: House = {
    seed: 2,
    script: scenario.scripts.b,
    isPersianPlaces: scenario.scripts.b === "persian",
  };
  const a: ListRecord[] = [];
  const b: ListRecord[] = [];
  const inA: [number, string][] = [];
  const inB: [number, string][] = [];
  const personOf = new Map<string, number>();
  const put = (
    list: ListRecord[],
    into: [number, string][],
    person: number,
    record: ListRecord,
  ) => {
    list.push(record);
    into.push([person, record.id]);
    if (!personOf.has(record.id)) personOf.set(record.id, person);
  };
  const order = people.map((_, index) => index);
  for (let at = order.length - 1; at > 0; at--) {
    const other = chance.below(at + 1);
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
  for (const index of order) {
    const person = people[index];
    if (person === undefined) continue;
    const isInA = chance.is(scenario.inA);
    const isInB = chance.is(isInA ? scenario.inBToo : scenario.inBOnly);
    if (isInA) {
      put(
        a,
        inA,
        index,
        writeRecord(person, `a${a.length + 1}`, a.length + 1, houseA, scenario, chance),
      );
      if (chance.is(scenario.twice))
        put(
          a,
          inA,
          index,
          writeRecord(person, `a${a.length + 1}`, a.length + 1, houseA, scenario, chance),
        );
    }
    if (!isInB) continue;
    const last = a.at(-1);
    const id = `b${b.length + 1}`;
    const isCopy = isInA && last !== undefined && chance.is(scenario.copied);
    const written = writeRecord(person, id, b.length + 1, houseB, scenario, chance);
    put(b, inB, index, isCopy ? copyRecord(last, written) : written);
    if (chance.is(scenario.twice))
      put(
        b,
        inB,
        index,
        writeRecord(person, `b${b.length + 1}`, b.length + 1, houseB, scenario, chance),
      );
  }
  for (let at = 0; at + 1 < b.length; at++) {
    const one = b[at];
    const two = b[at + 1];
    if (one?.name == null || two?.name == null || !chance.is(scenario.twoPeople)) continue;
    const nameFa =
      one.nameFa !== null && two.nameFa !== null ? `${one.nameFa} و ${two.nameFa}` : null;
    b[at] = { ...one, name: `${one.name} and ${two.name}`, nameFa };
    const other = inB.find(([, id]) => id === two.id);
    if (other !== undefined) other[1] = one.id;
    b.splice(at + 1, 1);
  }
  const truth = new Set<string>();
  const byPerson = new Map<number, string[]>();
  for (const [person, id] of inB) byPerson.set(person, [...(byPerson.get(person) ?? []), id]);
  for (const [person, id] of inA)
    for (const other of byPerson.get(person) ?? []) truth.add(`${id}\t${other}`);
  return { a, b, truth, personOf };
}

/** What a list copies from another one: all but what that one leaves out. */
function copyRecord(from: ListRecord, own: ListRecord): ListRecord {
  return {
    ...own,
    name: own.name === null ? null : (from.name ?? own.name),
    nameFa: own.nameFa === null ? null : (from.nameFa ?? own.nameFa),
    date: from.date ?? own.date,
    age: from.age ?? own.age,
  };
}

export function makePeople(
  scenario: Scenario,
  words: NameWords,
  towns: readonly Town[],
  chance: Chance,
): readonly MadePerson[] {
  const people: MadePerson[] = [];
  const start = dayNumber(scenario.from);
  const days = dayNumber(scenario.to) - start + 1;
  const townsOf = scenario.events.map((event) => {
    const from = chance.below(Math.max(1, towns.length - event.towns));
    return towns.slice(from, from + event.towns);
  });
  while (people.length < scenario.people) {
    let rest = chance.next();
    const at = scenario.events.findIndex((event) => (rest -= event.share) < 0);
    const event = scenario.events[at];
    const tribal = event?.tribal ?? chance.is(0.05);
    const near = townsOf[at] ?? towns;
    /** Few towns have most of the dead. */
    const town = near[Math.floor(chance.next() ** 2.5 * near.length)] ?? chance.pick(towns);
    const day = event === undefined ? start + chance.below(days) : dayNumber(event.day);
    const size = chance.is(scenario.kin) ? 2 + chance.below(3) : 1;
    const surname = makeSurname(words, chance, tribal);
    let before: NameWord | null = null;
    for (let member = 0; member < size; member++) {
      const sex = chance.is(0.12) ? "female" : "male";
      const from = sex === "female" ? words.women : words.men;
      let first = chance.weighted(from);
      /** Kin are often named alike. */
      if (before !== null && chance.is(0.35)) {
        const like: NameWord = before;
        const alike = from.filter(
          ([word]) => word.persian !== like.persian && isAlike(word.persian, like.persian),
        );
        if (alike.length > 0) first = chance.pick(alike)[0];
      }
      if (first.persian === before?.persian) continue;
      before = first;
      const second = chance.is(scenario.secondGiven) ? [chance.weighted(from)] : [];
      const behind = chance.is(scenario.secondSurname) ? [makeSurname(words, chance, tribal)] : [];
      people.push({
        given: [first, ...second],
        surnames: [surname, ...behind],
        title: chance.is(scenario.title),
        alias: chance.is(scenario.alias) ? chance.weighted(from) : null,
        day: size > 1 && chance.is(0.2) ? start + chance.below(days) : day,
        age: Math.max(1, Math.round(14 + chance.next() ** 1.6 * 55)),
        sex,
        town,
      });
    }
  }
  return people;
}

function makeSurname(words: NameWords, chance: Chance, tribal: boolean): NameWord {
  if (tribal && chance.is(0.5)) return TRIBES[chance.below(TRIBES.length)] ?? TRIBES[0];
  return chance.is(tribal ? 0.2 : 0.4)
    ? chance.weighted(words.surnames)
    : words.makeSurname(chance, tribal);
}

/** Tribes whose name is the surname of hundreds. */
const TRIBES: readonly [NameWord, ...NameWord[]] = [
  {
    persian: "براهویی",
    latin: [
      ["barahui", 4],
      ["brahui", 2],
      ["barahoui", 3],
      ["barahouei", 2],
      ["brahouei", 2],
    ],
  },
  {
    persian: "نارویی",
    latin: [
      ["narui", 4],
      ["naroui", 4],
      ["narouei", 3],
      ["naroei", 1],
    ],
  },
  {
    persian: "شهبخش",
    latin: [
      ["shahbakhsh", 8],
      ["shah bakhsh", 2],
      ["shehbakhsh", 1],
    ],
  },
  {
    persian: "گرگیج",
    latin: [
      ["gorgij", 6],
      ["gargij", 1],
      ["gorgich", 1],
    ],
  },
  {
    persian: "ریگی",
    latin: [
      ["rigi", 9],
      ["rigy", 1],
    ],
  },
  {
    persian: "شهنوازی",
    latin: [
      ["shahnavazi", 7],
      ["shahnawazi", 2],
    ],
  },
  {
    persian: "گمشادزهی",
    latin: [
      ["gamshadzehi", 6],
      ["gamshadzahi", 2],
      ["gomshadzehi", 2],
    ],
  },
  {
    persian: "هاشم زهی",
    latin: [
      ["hashemzehi", 6],
      ["hashem zehi", 2],
      ["hashemzahi", 2],
    ],
  },
];

function isAlike(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let same = 0;
  for (let at = 0; at < Math.min(a.length, b.length); at++) if (a[at] === b[at]) same++;
  return same >= Math.max(a.length, b.length) - 2 && a[0] === b[0];
}

export function writeRecord(
  person: MadePerson,
  id: string,
  row: number,
  house: House,
  scenario: Scenario,
  chance: Chance,
): ListRecord {
  const drops = () => chance.is(scenario.leftOut);
  const given =
    person.given.length > 1 && drops() ? [person.given[chance.is(0.75) ? 0 : 1]] : person.given;
  const surnames =
    person.surnames.length > 1 && drops() ? person.surnames.slice(0, 1) : person.surnames;
  const alias = person.alias !== null && drops() ? person.alias : null;
  const isAliasAlone = person.alias !== null && chance.is(0.25);
  const first = isAliasAlone && person.alias !== null ? [person.alias] : given;
  const words = [...first, ...surnames].flatMap((word) => (word === undefined ? [] : [word]));
  const title = person.title && !drops();
  const hasPersian =
    house.script === "persian" ||
    (house.script === "both" && chance.is(0.96)) ||
    (house.script === "some persian" && chance.is(0.4));
  const hasLatin =
    house.script !== "persian" && (house.script === "latin" || !hasPersian || chance.is(0.97));
  const latin = words.map((word) => spellLatin(word, house, scenario, chance));
  const join = person.given.length > 1 && given.length > 1 && chance.is(0.4);
  const nameLatin = [
    ...(title ? [chance.pick(["Seyed", "Seyyed", "Sayed"])] : []),
    ...(join ? [latin.slice(0, 2).join(chance.is(0.5) ? "-" : ""), ...latin.slice(2)] : latin),
    ...(alias !== null ? [`(${spellLatin(alias, house, scenario, chance)})`] : []),
  ]
    .map(capitalise)
    .join(" ");
  const persian = words.map((word) => spellPersian(word.persian, scenario, chance));
  const namePersian = [
    ...(title ? ["سید"] : []),
    ...(join
      ? [persian.slice(0, 2).join(chance.is(0.5) ? "\u200c" : ""), ...persian.slice(2)]
      : persian),
  ].join(" ");
  const town = person.town;
  const place = writePlace(person, scenario, chance);
  return {
    id,
    row,
    name: hasLatin ? nameLatin : null,
    nameFa: hasPersian ? namePersian : null,
    date: writeDate(person, house, scenario, chance),
    age: writeAge(person, scenario, chance),
    sex: chance.is(scenario.sexMissing) ? null : person.sex,
    city:
      place === "none" || place === "province"
        ? null
        : house.isPersianPlaces
          ? (place === "town" ? town : place).fa
          : (place === "town" ? town : place).en,
    province:
      place === "none" || (chance.is(0.3) && place !== "province")
        ? null
        : provinceOf(
            place === "town" || place === "province" ? town.province : place.province,
            house,
          ),
    father: null,
    charge: null,
    prison: null,
  };
}

function provinceOf(province: Province, house: House): string {
  return house.isPersianPlaces ? province.fa : province.en;
}

let allTowns: readonly Town[] = [];

function writePlace(
  person: MadePerson,
  scenario: Scenario,
  chance: Chance,
): "none" | "province" | "town" | Town {
  const { missing, provinceOnly, near, other } = scenario.place;
  let rest = chance.next();
  if ((rest -= missing) < 0) return "none";
  if ((rest -= provinceOnly) < 0) return "province";
  if ((rest -= near) < 0) {
    const neighbours = allTowns.filter((town) => town.province === person.town.province);
    return chance.pick(neighbours);
  }
  if ((rest -= other) < 0) return chance.pick(allTowns);
  return "town";
}

function writeAge(person: MadePerson, scenario: Scenario, chance: Chance): ListRecord["age"] {
  if (chance.is(scenario.age.missing)) return null;
  let age = person.age;
  if (chance.is(0.2)) age += chance.is(0.5) ? 1 : -1;
  if (chance.is(scenario.age.off / 2)) age += (chance.is(0.5) ? 1 : -1) * (2 + chance.below(8));
  age = Math.max(0, age);
  return { min: age, max: age };
}

function writeDate(
  person: MadePerson,
  house: House,
  scenario: Scenario,
  chance: Chance,
): ListDate | null {
  const { missing, day, three, year, exchanged, month, anywhere, monthOnly } = scenario.dates;
  const sign = chance.is(0.5) ? 1 : -1;
  let rest = chance.next();
  let at = person.day;
  if ((rest -= missing) < 0) return null;
  if ((rest -= day / 2) < 0) at += sign;
  else if ((rest -= three / 2) < 0) at += sign * (2 + chance.below(2));
  else if ((rest -= year) < 0) {
    /** A list that gets years wrong gets them wrong in one direction. */
    at += (house.seed === 1 ? -1 : 1) * (chance.is(0.85) ? 365 : 730);
    if (chance.is(0.2)) at += chance.below(200) - 100;
  } else if ((rest -= exchanged) < 0) {
    const other = chance.is(0.5) ? swappedJalali(at) : swappedGregorian(at);
    if (!Number.isNaN(other)) at = other;
  } else if ((rest -= month / 2) < 0) at += sign * (4 + chance.below(26));
  else if ((rest -= anywhere / 2) < 0) at += chance.below(900) - 450;
  else if ((rest -= monthOnly) < 0) {
    const words = isoOf(at).slice(0, 7);
    return { earliest: words, latest: words, calendar: "gregorian", words };
  }
  const words = isoOf(at);
  return { earliest: words, latest: words, calendar: "gregorian", words };
}

function isoOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

function spellLatin(word: NameWord, house: House, scenario: Scenario, chance: Chance): string {
  const own = makeChance(hashOf(word.persian) * 31 + house.seed).weighted(
    word.latin.map(([text, weight]) => [text, weight ** 2] as const),
  );
  const text = chance.is(scenario.ownSpelling) ? own : chance.weighted(word.latin);
  return chance.is(scenario.slips) ? slipLatin(text, chance) : text;
}

/** The edits of the lists, the commonest first. */
const SLIPS: readonly (readonly [readonly [string, string], number])[] = [
  [["a", "e"], 12],
  [["e", "a"], 12],
  [["y", "i"], 6],
  [["i", "y"], 3],
  [["y", ""], 6],
  [["e", ""], 8],
  [["a", "o"], 5],
  [["o", "a"], 3],
  [["o", ""], 4],
  [["ou", "u"], 5],
  [["u", "ou"], 5],
  [["o", "u"], 4],
  [["u", "o"], 4],
  [["ss", "s"], 4],
  [["gh", "q"], 5],
  [["q", "gh"], 5],
  [["h", ""], 4],
  [["ei", "ey"], 3],
  [["v", "w"], 2],
  [["j", "zh"], 2],
  [["kh", "k"], 1],
  [["i", "e"], 2],
  [["mm", "m"], 4],
  [["n", "m"], 0.5],
  [["r", ""], 0.5],
];

function slipLatin(text: string, chance: Chance): string {
  const possible = SLIPS.filter(([[from]]) => text.includes(from, 1));
  if (possible.length === 0) return text;
  const [from, to] = chance.weighted(possible);
  const places: number[] = [];
  for (let at = text.indexOf(from, 1); at > 0; at = text.indexOf(from, at + 1)) places.push(at);
  const at = chance.pick(places);
  return text.slice(0, at) + to + text.slice(at + from.length);
}

function spellPersian(text: string, scenario: Scenario, chance: Chance): string {
  let word = text;
  if (chance.is(0.1)) word = word.replaceAll("ی", "ي").replaceAll("ک", "ك");
  if (!chance.is(scenario.persianSlips)) return word;
  const slips: readonly [string, string][] = [
    ["الله", "اله"],
    ["یی", "ئی"],
    ["پور", " پور"],
    ["زاده", "‌زاده"],
    ["نژاد", " نژاد"],
    ["زهی", "‌زهی"],
    ["اسماعیل", "اسمعیل"],
    ["وو", "و"],
    ["ط", "ت"],
    ["ص", "س"],
    ["ا", ""],
    ["ی", ""],
    ["ه", ""],
  ];
  const possible = slips.filter(([from]) => word.includes(from, 1));
  if (possible.length === 0) return word;
  const [from, to] = chance.pick(possible.slice(0, 4));
  return word.slice(0, 1) + word.slice(1).replace(from, to);
}

function capitalise(word: string): string {
  return word.replace(
    /(^|[\s(-])(\p{L})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
}

function hashOf(text: string): number {
  let hash = 7;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return hash >>> 0;
}

export function readTowns(rows: PackRows): readonly Town[] {
  const provinces = new Map(
    (rowsOf(rows["country/ir/provinces.json"]) as readonly Province[]).map((row) => [row.id, row]),
  );
  allTowns = (
    rowsOf(rows["country/ir/cities.json"]) as readonly {
      en?: string;
      fa?: string;
      province?: string;
    }[]
  ).flatMap(({ en, fa, province }) => {
    const within = provinces.get(province ?? "");
    return en === undefined || fa === undefined || within === undefined
      ? []
      : [{ en, fa, province: within }];
  });
  return allTowns;
}
