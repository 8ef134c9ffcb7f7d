/**
 * What of the compiled packs is plain data can be made once and kept: a program that starts then takes it as it is. Compiling says
 * what such a part is called and how it is made; whoever keeps parts decides whether it is made.
 */

/** Gives a part: one that was kept, or what `make` makes. A part holds no function, and only what `structuredClone` takes. */
export type Keep = <T>(name: string, make: () => T) => T;

/** Keeps nothing: every part is made. */
export const makeEachPart: Keep = (_, make) => make();
