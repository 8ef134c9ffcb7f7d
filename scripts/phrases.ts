import { failingOf, readPhrases } from "../test/read/phraseRows.ts";

/** Prints the standard sentences that are not read as they must be, by what is wrong with them. */
for (const are of ["told", "negative"] as const) {
  const phrases = readPhrases(are);
  const failing = phrases.flatMap((phrase) => failingOf(phrase) ?? []);
  console.log(`## ${are}: ${phrases.length - failing.length} of ${phrases.length} right`);
  failing.sort((a, b) => a.why.localeCompare(b.why) || a.phrase.kind.localeCompare(b.phrase.kind));
  for (const { why, phrase, read } of failing) {
    const asked = [phrase.kind, phrase.number, phrase.modality, phrase.persons.join(";")].filter(
      (part) => part !== "",
    );
    console.log(`${why}\t${asked.join(" ")}\t${phrase.sentence}\t=> ${read}`);
  }
}
