/**
 * In: the records of a list. Out: its people in columns of numbers, ready to be compared by the million.
 * Never: fills in what a record leaves out.
 */
import { makeInt16s, makeInt32s, makeUint8s } from "./columns.ts";
import { dayNumber, swappedGregorian, swappedJalali } from "../base/dayNumbers.ts";
import type { ListDate, ListRecord } from "../model/listRecord.ts";
import type { LinkModel } from "./linkModel.ts";
import { findHouse } from "./findHouse.ts";
import { isSurnameFirst, turnName } from "./nameOrder.ts";
import { type NamedPerson, type NameWords, makeNameReader } from "./readName.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What stands where a number is not known. */
export const NONE = -0x7fffffff;

/** People of a list. Person p has forms formStart[p]..formStart[p+1], form f words wordStart[f]..wordStart[f+1], without titles. */
export type Roster = {
  readonly size: number;
  readonly records: readonly ListRecord[];
  /** Index of the record of each person: a record of two people has two. */
  readonly recordOf: Int32Array;
  readonly formStart: Int32Array;
  readonly wordStart: Int32Array;
  readonly words: Int32Array;
  /** Whether a form is in Persian, 0 or 1. */
  readonly isPersian: Uint8Array;
  /** Words of the name of the father of person p: fatherWords[fatherStart[p]..fatherStart[p+1]]. */
  readonly fatherStart: Int32Array;
  readonly fatherWords: Int32Array;
  readonly dayFrom: Int32Array;
  readonly dayTo: Int32Array;
  readonly ageFrom: Int16Array;
  readonly ageTo: Int16Array;
  readonly sex: Uint8Array;
  readonly town: Int32Array;
  readonly town2: Int32Array;
  readonly province: Int32Array;
  readonly province2: Int32Array;
  readonly prison: Int32Array;
  /** Bits of charges. */
  readonly charge: Int32Array;
  /** What comparing asks of each person, side by side: see the places of a row below. */
  readonly rows: Int32Array;
};

/**
 * Places of a person's row. Whoever is compared by the million is met anywhere in a list, and each column that is asked then waits
 * for memory by itself; a row waits once.
 */
export const ROW = 16;
export const DAY_FROM = 0;
export const DAY_TO = 1;
/** The first day on which the last sign of life can have been. */
export const ALIVE_FROM = 2;
/** The day that exchanged month and day would make, in either calendar. */
export const SWAPPED_GREGORIAN = 3;
export const SWAPPED_JALALI = 4;
export const AGE_FROM = 5;
export const AGE_TO = 6;
export const SEX = 7;
export const TOWN = 8;
export const TOWN2 = 9;
export const PROVINCE = 10;
export const PROVINCE2 = 11;
export const PRISON = 12;
export const CHARGE = 13;
/** The first form of the name, and how many there are. */
export const FORM = 14;
/** 1 for a Latin form, 2 for a Persian one, 3 for both; with HAS_FATHER where the father is told; above both how many forms there are. */
export const KINDS = 15;
export const SCRIPTS = 3;
export const HAS_FATHER = 4;
export const FORMS_SHIFT = 3;

/** Grows as it is filled. */
class Column {
  #values: Int32Array = new Int32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = makeInt32s(this.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length++] = value;
  }

  done(): Int32Array {
    const values = makeInt32s(this.length);
    values.set(this.#values.subarray(0, this.length));
    return values;
  }
}

const MOST_WORDS = 8;
/** Records by which it is told in which order a list writes names. */
const LOOKED_AT = 2000;

/** `isOneList` is false where the records come from anywhere: then each is read by itself, as most write. */
export function makeRoster(
  records: readonly ListRecord[],
  vocabulary: Vocabulary,
  model: LinkModel,
  isOneList = true,
): Roster {
  const recordOf = new Column();
  const formStart = new Column();
  const wordStart = new Column();
  const words = new Column();
  const fatherStart = new Column();
  const fatherWords = new Column();
  const readName = makeNameReader(model);
  const namedIn = (text: string | null) => (text === null || text === "" ? NOBODY : readName(text));
  const namesFor = (key: "name" | "nameFa") =>
    records.slice(0, isOneList ? LOOKED_AT : 0).flatMap((record) => {
      const form = namedIn(record[key])[0]?.forms[0];
      return form === undefined ? [] : [takeNames(form, model)];
    });
  vocabulary.house = findHouse(namesFor("name"), model);
  const turned = {
    name: isSurnameFirst(namesFor("name"), model.given),
    nameFa: isSurnameFirst(namesFor("nameFa"), model.given),
  };
  const addWord = (number: number) => {
    vocabulary.counts[number] = (vocabulary.counts[number] ?? 0) + 1;
    words.push(number);
  };
  const isPlain = makePlainWords(model);
  const addForm = (form: NameWords, isTurned: boolean) => {
    wordStart.push(words.length);
    if (!isTurned && form.length <= MOST_WORDS && form.every(isPlain)) {
      for (const word of form) addWord(vocabulary.numberOf(word));
      return;
    }
    const names = takeNames(form, model).slice(0, MOST_WORDS);
    for (const word of isTurned ? turnName(names, model.given) : names)
      addWord(vocabulary.numberOf(word));
  };
  records.forEach((record, index) => {
    const latin = namedIn(record.name);
    const persian = namedIn(record.nameFa);
    const father = namedIn(record.father)[0]?.forms[0] ?? latin[0]?.father ?? persian[0]?.father;
    const ofFather =
      father === undefined ? [] : takeNames(father, model).map((word) => vocabulary.numberOf(word));
    const people = Math.max(latin.length, persian.length, 1);
    for (let person = 0; person < people; person++) {
      recordOf.push(index);
      formStart.push(wordStart.length);
      fatherStart.push(fatherWords.length);
      for (const word of ofFather) fatherWords.push(word);
      for (const form of latin[person]?.forms ?? []) addForm(form, turned.name);
      for (const form of persian[person]?.forms ?? []) addForm(form, turned.nameFa);
    }
  });
  const size = recordOf.length;
  formStart.push(wordStart.length);
  wordStart.push(words.length);
  fatherStart.push(fatherWords.length);
  const roster = {
    size,
    records,
    fatherStart: fatherStart.done(),
    fatherWords: fatherWords.done(),
    recordOf: recordOf.done(),
    formStart: formStart.done(),
    wordStart: wordStart.done(),
    words: words.done(),
    isPersian: readScripts(wordStart.done(), words.done(), vocabulary),
    ...readColumns(records, recordOf.done(), model),
  };
  setKinds(roster);
  return roster;
}

/** Whether a word is a name wherever it stands: no title, no particle, nothing that is bound to its neighbour. */
function makePlainWords({ bound, weak }: LinkModel): (word: string) => boolean {
  const others = new Set([
    ...weak.keys(),
    ...bound.before.keys(),
    ...bound.behind,
    ...bound.ending,
  ]);
  return (word) => !others.has(word);
}

/** Words without titles before them, peoples behind them and particles; all where nothing else is left. */
function takeNames(written: NameWords, model: LinkModel): NameWords {
  const words = joinBound(written, model);
  let from = 0;
  let to = words.length;
  const kindAt = (at: number) => model.weak.get(words[at] ?? "")?.kind;
  while (from < to && kindAt(from) !== undefined) from++;
  while (to > from + 2 && kindAt(to - 1) === "tribe") to--;
  const names = words.slice(from, to).filter((word) => model.weak.get(word)?.kind !== "particle");
  return names.length === 0 ? words : names;
}

/** "Abd al-Rahman", "Nasr Ollah" and "Torkash Zadeh" as the one word that each of them is. */
function joinBound(words: NameWords, { bound, weak }: LinkModel): NameWords {
  const isLoose = (word: string) =>
    bound.before.has(word) || bound.behind.has(word) || bound.ending.has(word);
  if (!words.some(isLoose)) return words;
  const joined: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    const last = joined.length - 1;
    const before = joined[last] ?? "";
    const isBehind =
      last >= 0 &&
      !weak.has(before) &&
      (bound.behind.has(word) || (last >= 1 && bound.ending.has(word)));
    if (isBehind) {
      joined[last] = before + word;
      continue;
    }
    const next = weak.get(words[at + 1] ?? "")?.kind === "particle" ? at + 2 : at + 1;
    if (bound.before.has(word) && next < words.length) {
      joined.push((bound.before.get(word) ?? word) + (words[next] ?? ""));
      at = next;
    } else joined.push(word);
  }
  return joined;
}

function readScripts(wordStart: Int32Array, words: Int32Array, vocabulary: Vocabulary): Uint8Array {
  const isPersian = makeUint8s(wordStart.length - 1);
  for (let form = 0; form < isPersian.length; form++)
    if (vocabulary.isPersian[words[wordStart[form] ?? 0] ?? 0] === true) isPersian[form] = 1;
  return isPersian;
}

/** Which forms each person has, and whether a father. */
function setKinds({ size, rows, formStart, isPersian, fatherStart }: Roster): void {
  for (let person = 0; person < size; person++) {
    const [form = 0, end = 0] = [formStart[person], formStart[person + 1]];
    let kinds = (end - form) << FORMS_SHIFT;
    for (let at = form; at < end; at++) kinds |= isPersian[at] === 1 ? 2 : 1;
    if (fatherStart[person] !== fatherStart[person + 1]) kinds |= HAS_FATHER;
    rows[person * ROW + FORM] = form;
    rows[person * ROW + KINDS] = kinds;
  }
}

const NOBODY: readonly NamedPerson[] = [];

function readColumns(records: readonly ListRecord[], recordOf: Int32Array, model: LinkModel) {
  const size = recordOf.length;
  const column = () => makeInt32s(size).fill(NONE);
  const columns = {
    dayFrom: column(),
    dayTo: column(),
    ageFrom: makeInt16s(size).fill(-1),
    ageTo: makeInt16s(size).fill(-1),
    sex: makeUint8s(size),
    town: makeInt32s(size),
    town2: makeInt32s(size),
    province: makeInt32s(size),
    province2: makeInt32s(size),
    prison: makeInt32s(size),
    charge: makeInt32s(size),
    rows: makeInt32s(size * ROW),
  };
  const { rows } = columns;
  const datesOf = makeDayReader();
  for (let person = 0; person < size; person++) {
    const record = records[recordOf[person] ?? 0];
    if (record === undefined) continue;
    const days = record.date === null ? null : datesOf(record.date);
    if (days !== null) {
      columns.dayFrom[person] = days.from;
      columns.dayTo[person] = days.to;
    }
    if (record.age !== null && record.age.max < 130) {
      columns.ageFrom[person] = record.age.min;
      columns.ageTo[person] = record.age.max;
    }
    columns.sex[person] = record.sex === null ? 0 : record.sex === "female" ? 1 : 2;
    const town = model.places.findTown(record.city ?? "");
    const province = model.places.findProvince(record.province ?? "");
    const [first = 0] = town.provinces.length > 0 ? town.provinces : province.provinces;
    columns.town[person] = town.towns[0] ?? 0;
    columns.town2[person] = town.towns[1] ?? 0;
    columns.province[person] = first;
    columns.province2[person] =
      town.provinces.find((one) => one !== first) ??
      province.provinces.find((one) => one !== first) ??
      0;
    columns.charge[person] = record.charge === null ? 0 : model.charges.find(record.charge);
    columns.prison[person] = record.prison === null ? 0 : model.places.findPrison(record.prison);
    const row = person * ROW;
    rows[row + DAY_FROM] = columns.dayFrom[person] ?? NONE;
    rows[row + DAY_TO] = columns.dayTo[person] ?? NONE;
    rows[row + ALIVE_FROM] =
      record.aliveOn === undefined ? NONE : numberOr(dayNumber(record.aliveOn.earliest));
    rows[row + SWAPPED_GREGORIAN] = days?.swappedGregorian ?? NONE;
    rows[row + SWAPPED_JALALI] = days?.swappedJalali ?? NONE;
    rows[row + AGE_FROM] = columns.ageFrom[person] ?? -1;
    rows[row + AGE_TO] = columns.ageTo[person] ?? -1;
    rows[row + SEX] = columns.sex[person] ?? 0;
    rows[row + TOWN] = columns.town[person] ?? 0;
    rows[row + TOWN2] = columns.town2[person] ?? 0;
    rows[row + PROVINCE] = columns.province[person] ?? 0;
    rows[row + PROVINCE2] = columns.province2[person] ?? 0;
    rows[row + PRISON] = columns.prison[person] ?? 0;
    rows[row + CHARGE] = columns.charge[person] ?? 0;
  }
  return columns;
}

type Days = {
  readonly from: number;
  readonly to: number;
  readonly swappedGregorian: number;
  readonly swappedJalali: number;
};

/** Reads days; a list has few, and says each many times. Null for none. */
function makeDayReader(): (date: ListDate) => Days | null {
  const known = new Map<string, Days | null>();
  const read = ({ earliest, latest }: ListDate): Days | null => {
    const from = dayNumber(earliest);
    const to = dayNumber(latest, true);
    if (!Number.isFinite(from) || !Number.isFinite(to) || from > to) return null;
    const isDay = from === to;
    return {
      from,
      to,
      swappedGregorian: isDay ? numberOr(swappedGregorian(from)) : NONE,
      swappedJalali: isDay ? numberOr(swappedJalali(from)) : NONE,
    };
  };
  return (date) => {
    if (date.earliest !== date.latest) return read(date);
    const before = known.get(date.earliest);
    if (before !== undefined) return before;
    const days = read(date);
    known.set(date.earliest, days);
    return days;
  };
}

function numberOr(value: number): number {
  return Number.isNaN(value) ? NONE : value;
}
