/**
 * The engine keeps a whole number in one machine word and a fraction in a box of its own. The box is catching: a field that
 * once held one boxes every number read from it, in all objects that begin with the same fields. "Half a year" so slowed
 * token ranges everywhere. What is counted in wholes passes through here where a fraction may have touched it.
 */
export function unboxed(value: number): number {
  const whole = value | 0;
  return whole === value ? whole : value;
}
