export type Counts = readonly (readonly [string, number])[];
export type Numbered = readonly (readonly [number, number])[];

/** How common everything is among the people of an archive, as it was counted once, and what comparing learned of it. */
export type FrozenModel = {
  /** Namings and people when it was made. */
  readonly namings: number;
  readonly people: number;
  /** Ways in which their names are written: a person written in two scripts is counted twice, as the words are. */
  readonly forms: number;
  /** Words of names by the skeleton of their sounds. */
  readonly words: readonly (readonly [string, Counts])[];
  readonly days: Numbered;
  readonly ages: Numbered;
  readonly sexes: readonly number[];
  readonly towns: Counts;
  readonly provinces: Counts;
  readonly prisons: Counts;
  /** How many have a day, an age, a town, a province, a prison. */
  readonly known: readonly [number, number, number, number, number];
  readonly events: readonly {
    readonly day: number;
    readonly size: number;
    readonly places: Counts;
    readonly words: Counts;
  }[];
  /** Shares by level that scoring uses, and log2 of the odds that a random pair is one person, or kin. */
  readonly fitted: {
    readonly date: readonly number[];
    readonly age: readonly number[];
    readonly sex: readonly number[];
    readonly place: readonly number[];
    readonly prison: readonly number[];
    readonly variant: number;
    readonly prior: number;
    readonly kin: number;
  };
  /** Keys under which too many stand to be looked at. */
  readonly common: readonly number[];
};
