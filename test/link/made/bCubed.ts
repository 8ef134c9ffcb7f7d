/** B-cubed F1 (Bagga and Baldwin 1998): for each record, how much of its group is right, and how much of its person is in it. */
export function scoreBCubed(
  groups: readonly (readonly string[])[],
  personOf: ReadonlyMap<string, number>,
): number {
  const sizes = new Map<number, number>();
  for (const person of personOf.values()) sizes.set(person, (sizes.get(person) ?? 0) + 1);
  let precision = 0;
  let recall = 0;
  let records = 0;
  for (const group of groups) {
    const within = new Map<number, number>();
    for (const record of group) {
      const person = personOf.get(record) ?? -1;
      within.set(person, (within.get(person) ?? 0) + 1);
    }
    for (const [person, count] of within) {
      precision += (count * count) / group.length;
      recall += (count * count) / (sizes.get(person) ?? count);
      records += count;
    }
  }
  precision /= records;
  recall /= records;
  return (2 * precision * recall) / (precision + recall);
}
