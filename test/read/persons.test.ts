import assert from "node:assert/strict";
import { test } from "node:test";
import { readClaims } from "../../src/read/readClaims.ts";
import { makeDocument, openPacks } from "./reading.ts";

/** A report, the words of one of its claims, and whom that claim is about; nobody where the report does not say. */
const ROWS: readonly (readonly [report: string, kind: string, words: string, persons: string])[] = [
  [
    "Two brothers were shot dead in Kano on Monday. Musa Danladi, 31, and his brother Sani, 28, were unloading fruit when the gunmen came.",
    "killing",
    "Two brothers",
    "Musa Danladi:victim, Sani:victim",
  ],
  [
    "Two brothers were shot dead in Kano on Monday. Musa Danladi and Sani Bello were unloading fruit when the gunmen came.",
    "killing",
    "Two brothers",
    "",
  ],
  [
    "Two men were shot dead in Kano on Monday. Musa Danladi, 31, and Sani Bello, 28, were arrested in the evening.",
    "killing",
    "Two men",
    "",
  ],
  [
    "Troops shot dead a teenager in Nablus on Monday. The ministry identified him as Yazan Daraghmeh, 17.",
    "killing",
    "a teenager",
    "Yazan Daraghmeh:victim",
  ],
  [
    "A man was shot dead in Izeh and another in Ahvaz. The dead man in Ahvaz was identified as Amin Dehdashti.",
    "killing",
    "in Izeh",
    "",
  ],
  [
    "A strike killed a family of four in Kharkiv. The dead are Serhiy Moroz, 44, his wife Olena, 41, and their daughters Daryna, 12, and Sofiia, 7.",
    "killing",
    "a family of four",
    "Serhiy Moroz:victim, Olena:victim, Daryna:victim, Sofiia:victim",
  ],
  [
    "Police arrested a man in Lahore on Sunday. The accused, Tanveer Bashir, 35, had been wanted for years.",
    "arrest",
    "a man",
    "Tanveer Bashir:victim",
  ],
  [
    "A woman was killed in Lahore on Sunday. The accused, Tanveer Bashir, 35, had been wanted for years.",
    "killing",
    "A woman",
    "",
  ],
  [
    "Davoud Nehtani and Karim Barahouei were hanged in Birjand. Both were sentenced to death last year.",
    "death-sentence",
    "Both",
    "Davoud Nehtani:convicted, Karim Barahouei:convicted",
  ],
  [
    "Arman Sedghi drove over officer Rahim Bakhtiari, killing him.",
    "killing",
    "killing him",
    "Rahim Bakhtiari:victim, Arman Sedghi:alleged-perpetrator",
  ],
  [
    "The man killed on Monday was mourned by Arman Sedghi.",
    "killing",
    "The man killed on Monday",
    "",
  ],
  [
    "The men arrested on Monday were defended by Arman Sedghi.",
    "arrest",
    "The men arrested on Monday",
    "",
  ],
  [
    "Wang Shuqing was arrested in 1989. She is survived by her daughter, Lin Yue. She was beaten in prison.",
    "torture",
    "beaten",
    "Wang Shuqing:victim",
  ],
  [
    "Hemin Karimpour was shot dead on Thursday. State media said that a member of the militia was stabbed to death.",
    "killing",
    "a member",
    "",
  ],
  [
    "Karim Dastranj and his son, Meysam Dastranj, stood on the gallows. The son was pardoned.",
    "clemency",
    "son was pardoned",
    "Meysam Dastranj:convicted",
  ],
  [
    "Craig Dunmore broke in and robbed Mrs Jean Ashworth, who was found dead. He was arrested four days later.",
    "arrest",
    "arrested",
    "Craig Dunmore:victim",
  ],
  [
    "Dean Radnor, 28, was at the flat on Sunday. She died of her wounds in hospital. Radnor was convicted of murdering Lily Astley.",
    "killing",
    "She died",
    "",
  ],
  [
    "Two police officers were shot dead on Sunday. Sgt. Peter Ouma, 41, and Cpl. Hassan Noor, 29, were on patrol.",
    "killing",
    "Two police officers",
    "Peter Ouma:victim, Hassan Noor:victim",
  ],
  [
    "Two sisters were hanged on Sunday. The group identified them as Shahin Kuhkan, 33, and Mahin Kuhkan, 30, mothers of five.",
    "execution",
    "Two sisters",
    "Shahin Kuhkan:victim, Mahin Kuhkan:victim",
  ],
  [
    "Zeynab Hajizadeh, 51, is a retired teacher. She was arrested in October.",
    "arrest",
    "arrested",
    "Zeynab Hajizadeh:victim",
  ],
  [
    "Pavel Lukin was sentenced to seven years in prison in 2023.",
    "arrest",
    "sentenced",
    "Pavel Lukin:convicted",
  ],
  [
    "Police arrested a 19-year-old, Yanis Meziane, on Saturday.",
    "arrest",
    "arrested",
    "Yanis Meziane:victim",
  ],
  [
    "Shahla Ebrahimzadeh was transferred to solitary confinement for execution. Experts urged Iran to halt the execution of Shahla Ebrahimzadeh.",
    "call",
    "urged",
    "Shahla Ebrahimzadeh:at-risk",
  ],
];
for (const [report, kind, words, persons] of ROWS) {
  test(`whom "${words}" means in: ${report}`, () => {
    const { claims } = readClaims(makeDocument(report), openPacks);
    const claim = claims.find((one) => one.kind === kind && one.span.quote.includes(words));
    assert.ok(claim, claims.map((one) => `${one.kind} ${one.span.quote}`).join("\n"));
    assert.equal(claim.persons.map(({ name, role }) => `${name}:${role}`).join(", "), persons);
  });
}
