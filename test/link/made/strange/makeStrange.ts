import { dayNumber, swappedGregorian, swappedJalali } from "../../../../src/base/dayNumbers.ts";
import { rowsOf, type PackRows } from "../../../../src/flow/loadPacks.ts";
import type { ListDate, ListRecord } from "../../../../src/model/listRecord.ts";
import { type Chance, makeChance } from "../chance.ts";
import type { MadeLists } from "../makeLists.ts";
import type { Shape, StrangeCase, Style } from "./cases.ts";
import { type House, respellTown, spell } from "./houses.ts";
import { BASES, MEN, type SoundWord, SUFFIXES, SURNAMES, WOMEN } from "./words.ts";

type Town = { readonly en: string; readonly fa: string; readonly province: Province };
type Province = { readonly id: string; readonly en: string; readonly fa: string };
type Person = {
  readonly given: SoundWord;
  readonly surnames: readonly SoundWord[];
  readonly father: SoundWord;
  readonly day: number;
  readonly age: number;
  readonly sex: "female" | "male";
  readonly town: Town;
  readonly charge: readonly string[];
};

/** Two lists of another make than makeLists: by sounds, each in its own spelling and its own bad habits. */
export function makeStrange(one: StrangeCase, rows: PackRows): MadeLists {
  const chance = makeChance(one.seed);
  const people = makePeople(one, readTowns(rows), chance);
  const a: ListRecord[] = [];
  const b: ListRecord[] = [];
  const personOf = new Map<string, number>();
  const inA = new Map<number, string[]>();
  const truth = new Set<string>();
  people.forEach((person, number) => {
    for (let turn = 0; turn < 2; turn++) {
      if (turn === 0 ? !chance.is(one.inA) : !chance.is(one.a.twice) || !inA.has(number)) continue;
      const id = `a${a.length + 1}`;
      a.push(writeRecord(person, id, a.length + 1, one.a, chance));
      personOf.set(id, number);
      inA.set(number, [...(inA.get(number) ?? []), id]);
    }
  });
  for (const number of shuffle(people.length, chance)) {
    const person = people[number];
    if (person === undefined) continue;
    /** Where nobody is to be in both, the second list is of all others. */
    const isIn = one.inB === 0 ? !inA.has(number) : chance.is(one.inB);
    if (!isIn) continue;
    for (let turn = 0; turn < 2; turn++) {
      if (turn > 0 && !chance.is(one.b.twice)) continue;
      const id = `b${b.length + 1}`;
      b.push(writeRecord(person, id, b.length + 1, one.b, chance));
      personOf.set(id, number);
      for (const other of inA.get(number) ?? []) truth.add(`${other}\t${id}`);
    }
  }
  return { a, b, truth, personOf };
}

function shuffle(size: number, chance: Chance): readonly number[] {
  const order = Array.from({ length: size }, (_, at) => at);
  for (let at = size - 1; at > 0; at--) {
    const other = chance.below(at + 1);
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
  return order;
}

/** Few words are common, most are rare. */
function pickWord(words: readonly SoundWord[], stock: number, chance: Chance): SoundWord {
  const size = Math.max(1, Math.floor(words.length * stock));
  return words[Math.floor(chance.next() ** 1.7 * size)] ?? { sounds: "ali", persian: "علی" };
}

function makeSurname(one: StrangeCase, chance: Chance): SoundWord {
  if (chance.is(one.region === "any" ? 0.15 : 0.5))
    return pickWord(SURNAMES[one.region] ?? BASES, one.stock, chance);
  const base = chance.is(0.35)
    ? pickWord(MEN, one.stock, chance)
    : pickWord(BASES, one.stock, chance);
  const suffix = chance.pick(SUFFIXES);
  const isClosed = /[iu@]$/.test(base.sounds) && suffix.sounds === "i";
  const end = isClosed ? { sounds: "+pur", persian: "‌پور" } : suffix;
  return {
    sounds: base.sounds.replaceAll("+", "") + end.sounds,
    persian: base.persian + end.persian,
  };
}

function makePeople(one: StrangeCase, towns: readonly Town[], chance: Chance): readonly Person[] {
  const people: Person[] = [];
  const from = dayNumber(one.days.from);
  const days = dayNumber(one.days.to) - from + 1;
  const eventTown = chance.pick(towns);
  while (people.length < one.people) {
    const isEvent = chance.is(one.event);
    const town = isEvent
      ? eventTown
      : (towns[Math.floor(chance.next() ** 2 * towns.length)] ?? eventTown);
    const day = isEvent ? from + 300 : from + chance.below(days);
    const surname = makeSurname(one, chance);
    const father = pickWord(MEN, one.stock, chance);
    const size = chance.is(one.kin) ? 2 : 1;
    const givenNames = new Set<string>();
    const firsts: SoundWord[] = [];
    for (let member = 0; member < size; member++) {
      const sex = chance.is(one.women) ? "female" : "male";
      const given = pickGiven(one, sex, firsts, chance);
      if (givenNames.has(given.sounds)) continue;
      givenNames.add(given.sounds);
      const second = chance.is(one.secondSurname) ? [makeSurname(one, chance)] : [];
      const age = 14 + Math.floor(chance.next() ** 1.5 * 55);
      const isCharged = (one.a.charge ?? one.b.charge) !== undefined && chance.is(CHARGED);
      const charge = isCharged ? chance.pick(CHARGES) : [];
      const person: Person = {
        given,
        surnames: [surname, ...second],
        father,
        day,
        age,
        sex,
        town,
        charge,
      };
      people.push(person);
      if (one.namesakes !== undefined && chance.is(one.namesakes))
        people.push({
          ...person,
          father: pickWord(MEN, 1, chance),
          age: Math.max(5, age + chance.pick([-19, -12, -8, -5, 4, 7, 11, 20])),
        });
    }
  }
  return people;
}

/** A given name of two shares its first part with that of a brother as often as not. */
function pickGiven(
  one: StrangeCase,
  sex: Person["sex"],
  firsts: SoundWord[],
  chance: Chance,
): SoundWord {
  const given = pickWord(sex === "female" ? WOMEN : MEN, one.stock, chance);
  const isCompound = one.compound !== undefined && sex === "male" && chance.is(one.compound);
  if (!isCompound || given.sounds.includes("+")) return given;
  const [before] = firsts;
  const first = before !== undefined && chance.is(0.5) ? before : pickWord(MEN, 0.1, chance);
  firsts.push(first);
  return first.sounds.includes("+") || first.sounds === given.sounds
    ? given
    : {
        sounds: `${first.sounds}+${given.sounds}`,
        persian: `${first.persian}\u200c${given.persian}`,
      };
}

/** Each charge as lists word it. */
const CHARGES: readonly (readonly string[])[] = [
  ["murder", "qisas (murder)", "Qesas-e-nafs for murder", "premeditated murder"],
  ["drug-related", "drug trafficking", "possession of 3 kg of heroin", "narcotics"],
  ["moharebeh", "enmity against God (moharebeh)", "armed rebellion, moharebeh", "security charges"],
  ["rape", "rape and kidnapping", "zena be onf"],
];
/** Of those whose lists name charges, so many have one. */
const CHARGED = 0.95;

const TITLES: Readonly<Record<"latin" | "persian", readonly string[]>> = {
  latin: [
    "Sayyid",
    "Mr.",
    "Dr.",
    "Shaheed",
    "Ostad",
    "Hajji",
    "Mowlavi",
    "Colonel",
    "Kak",
    "Engineer",
    "Martyr",
    "Sardar",
  ],
  persian: [
    "سید",
    "آقای",
    "دکتر",
    "شهید",
    "استاد",
    "حاج",
    "مولوی",
    "سرهنگ",
    "کاک",
    "مهندس",
    "زنده یاد",
    "سردار",
  ],
};

function writeRecord(
  person: Person,
  id: string,
  row: number,
  style: Style,
  chance: Chance,
): ListRecord {
  const houses: House[] = [style.house];
  if (style.also !== undefined) houses.push(style.also);
  const house = chance.pick(houses);
  const name = writeName(person, house, style, chance);
  const isPersian = house === "persian";
  const keep = <T>(value: T | null): T | null => (chance.is(style.empty) ? null : value);
  return {
    id,
    row,
    name: isPersian ? null : name,
    nameFa: isPersian ? name : null,
    date: keep(writeDate(person.day, style, chance)),
    age: keep(writeAge(person.age, style, chance)),
    sex: chance.is(style.sexMissing) ? null : keep(person.sex),
    ...writePlace(person.town, house, style, chance, keep),
    father: chance.is(style.father) ? keep(spell(person.father, house, chance, "joined")) : null,
    charge:
      style.charge !== undefined && person.charge.length > 0 && chance.is(style.charge)
        ? chance.pick(person.charge)
        : null,
    prison: null,
  };
}

function writeName(person: Person, house: House, style: Style, chance: Chance): string {
  const isPersian = house === "persian";
  const joinOf = () =>
    chance.is(style.split) ? "split" : chance.is(style.hyphen) && !isPersian ? "hyphen" : "joined";
  const say = (word: SoundWord) => spell(word, house, chance, joinOf());
  const given = say(person.given);
  const kept = chance.is(style.leavesSecond) ? person.surnames.slice(0, 1) : person.surnames;
  const surname = kept.map(say).join(" ");
  const shape = chance.is(0.15) ? "plain" : style.shape;
  const isSwapped = style.swapped !== undefined && chance.is(style.swapped);
  const nicknamed = nicknameIn(style, given, house, chance);
  const name = arrange(
    isSwapped ? "surname first" : shape,
    nicknamed,
    surname,
    say(person.father),
    isPersian,
    chance,
  );
  const titled = chance.is(style.title)
    ? `${chance.pick(TITLES[isPersian ? "persian" : "latin"])} ${name}`
    : name;
  return style.capitals ? titled.toUpperCase() : titled;
}

/** A given name with another one that the person goes by, or that one alone. */
function nicknameIn(style: Style, given: string, house: House, chance: Chance): string {
  if (style.nicknamed === undefined || !chance.is(style.nicknamed)) return given;
  const other = spell(chance.pick(MEN), house, chance, "joined");
  return house === "persian"
    ? chance.pick([`${given} (${other})`, `${given} معروف به ${other}`, other])
    : chance.pick([
        `${given} "${other}"`,
        `${given} (${other})`,
        `${given} (known as ${other})`,
        other,
      ]);
}

function arrange(
  shape: Shape,
  given: string,
  surname: string,
  father: string,
  isPersian: boolean,
  chance: Chance,
): string {
  switch (shape) {
    case "plain":
      return `${given} ${surname}`;
    case "surname first":
      return `${surname} ${given}`;
    case "comma":
      return `${surname}, ${given}`;
    case "initial":
      return `${given.slice(0, 1)}. ${surname}`;
    case "surname initial":
      return `${given} ${surname.slice(0, 1)}.`;
    case "given only":
      return given;
    case "father within":
      return `${given} ${father} ${surname}`;
    case "son of":
      return isPersian
        ? `${given} ${surname} فرزند ${father}`
        : `${given} ${surname}, son of ${father}`;
    case "bin":
      return isPersian
        ? `${given} بن ${father} ${surname}`
        : `${given} ${chance.pick(["bin", "ibn", "b."])} ${father} ${chance.pick(["al-", "Al ", "el-", ""])}${surname}`;
    default:
      return `${given} ${surname}`;
  }
}

function writeDate(day: number, style: Style, chance: Chance): ListDate | null {
  const { missing, near, year, month, exchanged, monthOnly } = style.dates;
  let rest = chance.next();
  let at = day;
  if ((rest -= missing) < 0) return null;
  if ((rest -= near) < 0) at += chance.pick([-3, -2, -1, -1, 1, 1, 2, 3]);
  else if ((rest -= year) < 0) at += chance.pick([-365, 365, 366, -366]);
  else if ((rest -= month) < 0) at += chance.pick([-31, -30, 30, 31, 29]);
  else if ((rest -= exchanged) < 0) {
    const other = chance.is(0.5) ? swappedJalali(at) : swappedGregorian(at);
    if (!Number.isNaN(other)) at = other;
  }
  const iso = new Date(at * 86_400_000).toISOString().slice(0, 10);
  const words = (rest -= monthOnly) < 0 && rest > -monthOnly ? iso.slice(0, 7) : iso;
  return { earliest: words, latest: words, calendar: "gregorian", words };
}

function writeAge(true_: number, style: Style, chance: Chance): ListRecord["age"] {
  if (chance.is(style.age.missing)) return null;
  const off = chance.is(style.age.off)
    ? chance.pick([-3, -2, 2, 3, 5, -5, 10])
    : style.age.slips !== undefined && chance.is(style.age.slips)
      ? chance.pick([-3, -2, -1, -1, 1, 1, 2, 3])
      : chance.pick([0, 0, 0, 0, 1, -1]);
  const age = Math.max(1, true_ + off);
  /** Of who is known by a birth year, the age is one of two. */
  return style.age.birthYear
    ? { min: age - chance.below(2), max: age + 1 }
    : { min: age, max: age };
}

function writePlace(
  town: Town,
  house: House,
  style: Style,
  chance: Chance,
  keep: <T>(value: T | null) => T | null,
): Pick<ListRecord, "city" | "province"> {
  const { missing, provinceOnly, inCity, respelled, other } = style.place;
  if (chance.is(missing)) return { city: null, province: null };
  const isPersian = house === "persian";
  const at = chance.is(other) ? chance.pick(allTowns) : town;
  const province = isPersian ? at.province.fa : at.province.en;
  if (chance.is(provinceOnly)) return { city: null, province: keep(province) };
  const name = isPersian ? at.fa : respelled ? respellTown(at.en, house) : at.en;
  if (chance.is(inCity))
    return {
      city: chance.pick([
        `${name}, ${province}`,
        `${province} - ${name}`,
        `Near ${name}`,
        province,
        `${name} prison`,
      ]),
      province: null,
    };
  return { city: keep(name), province: chance.is(0.4) ? null : keep(province) };
}

let allTowns: readonly Town[] = [];

function readTowns(rows: PackRows): readonly Town[] {
  const provinces = new Map(
    (rowsOf(rows["country/ir/provinces.json"]) as readonly Province[]).map((row) => [row.id, row]),
  );
  const cities = rowsOf(rows["country/ir/cities.json"]) as readonly {
    en?: string;
    fa?: string;
    province?: string;
  }[];
  allTowns = cities.flatMap(({ en, fa, province }) => {
    const within = provinces.get(province ?? "");
    return en === undefined || fa === undefined || within === undefined
      ? []
      : [{ en, fa, province: within }];
  });
  return allTowns;
}
