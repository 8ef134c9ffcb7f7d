/** A row of a list of people, as read: nothing filled in, every value beside the words it came from. */
export type ListRecord = {
  /** The list's own id, else "row-N"; unique within a list. */
  readonly id: string;
  /** 1-based row in the file. */
  readonly row: number;
  /** Latin script, as written. */
  readonly name: string | null;
  /** Persian script, as written. */
  readonly nameFa: string | null;
  /** Of death or of the event. */
  readonly date: ListDate | null;
  readonly age: { readonly min: number; readonly max: number } | null;
  readonly sex: "female" | "male" | null;
  readonly city: string | null;
  readonly province: string | null;
  readonly father: string | null;
  readonly charge: string | null;
  readonly prison: string | null;
  /** Of the last sign of life: a call, a visit. Not there where the list tells none. */
  readonly aliveOn?: ListDate;
};

/** ISO days, proleptic Gregorian; earliest..latest span what is known ("2022-11" = a month); `calendar` is that of the words. */
export type ListDate = {
  readonly earliest: string;
  readonly latest: string;
  readonly calendar: "gregorian" | "jalali" | "hijri";
  readonly words: string;
};
