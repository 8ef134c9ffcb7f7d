import type { Modality } from "../../model/claim.ts";

export type Style = "bold" | "dim" | "red" | "green" | "yellow" | "blue" | "magenta" | "cyan";

/** Colours a text, or leaves it plain. */
export type Paint = (style: Style, text: string) => string;

const CODES: Readonly<Record<Style, readonly [number, number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  magenta: [35, 39],
  cyan: [36, 39],
};

/** Colour never carries a meaning alone: each modality is its word first. */
export const MODALITY_STYLES: Readonly<Record<Modality, Style>> = {
  happened: "bold",
  ongoing: "bold",
  "at-risk": "red",
  intended: "magenta",
  "called-for": "blue",
  "called-to-stop": "blue",
  alleged: "cyan",
  negated: "dim",
  hypothetical: "dim",
  unclear: "yellow",
};

/** A painter that colours, or one that leaves everything plain. */
export function makePaint(hasColor: boolean): Paint {
  if (!hasColor) return (_style, text) => text;
  return (style, text) => `\u001B[${CODES[style][0]}m${text}\u001B[${CODES[style][1]}m`;
}
