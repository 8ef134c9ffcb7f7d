/** Longest line of a pack file. */
const WIDTH = 140;

/**
 * A pack as text: a value stands on one line where it fits; else an object has a field a line, a list of words is wrapped, and
 * a list of rows has a row after the other. The order of rows and fields is kept: it can matter.
 */
export function formatPack(value: unknown): string {
  return `${format(value, 0, 0)}\n`;
}

/** `used` is what stands before the value on its line. */
function format(value: unknown, indent: number, used: number): string {
  const flat = flatten(value);
  if (indent > 0 && indent + used + flat.length + 1 <= WIDTH) return flat;
  if (Array.isArray(value))
    return value.every(isPlain) ? wrapped(value, indent) : rows(value, indent);
  if (typeof value !== "object" || value === null) return flat;
  const fields = Object.entries(value).map(([key, field]) => {
    const name = `${JSON.stringify(key)}: `;
    return `${space(indent + 2)}${name}${format(field, indent + 2, name.length)}`;
  });
  return fields.length === 0 ? "{}" : `{\n${fields.join(",\n")}\n${space(indent)}}`;
}

function rows(values: readonly unknown[], indent: number): string {
  return `[\n${values.map((value) => `${space(indent + 2)}${format(value, indent + 2, 0)}`).join(",\n")}\n${space(indent)}]`;
}

/** Words one after the other, as many as fit on a line. */
function wrapped(values: readonly unknown[], indent: number): string {
  const lines: string[] = [];
  let line = "";
  values.forEach((value, index) => {
    const word = `${JSON.stringify(value)}${index < values.length - 1 ? "," : ""}`;
    if (line !== "" && indent + 2 + line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = "";
    }
    line += line === "" ? word : ` ${word}`;
  });
  if (line !== "") lines.push(line);
  return `[\n${lines.map((words) => `${space(indent + 2)}${words}`).join("\n")}\n${space(indent)}]`;
}

/** `{ "id": "a", "words": ["b", "c"] }`, with blanks inside braces as in the hand-written files. */
function flatten(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flatten).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(
    ([key, field]) => `${JSON.stringify(key)}: ${flatten(field)}`,
  );
  return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
}

function isPlain(value: unknown): boolean {
  return typeof value !== "object" || value === null;
}

function space(width: number): string {
  return " ".repeat(width);
}
