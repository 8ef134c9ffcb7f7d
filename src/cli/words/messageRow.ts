/** `{}` stands for what was put in: in English in order, in Persian by number (`{1}`). */
export type MessageRow = readonly [english: string, persian: string];
