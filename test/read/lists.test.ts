import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { loadPacks } from "../../src/flow/loadPacks.ts";
import type { Claim } from "../../src/model/claim.ts";
import type { Document } from "../../src/model/document.ts";
import { readClaims } from "../../src/read/readClaims.ts";

const { packs } = loadPacks();

/** A list in one of many layouts, and a claim for each of its rows: kind, number, people, places, time. */
type List = {
  readonly name: string;
  readonly text: readonly string[];
  readonly rows: readonly string[];
};

const LISTS: readonly List[] = [
  {
    name: "bullets under a colon",
    text: [
      "Executions in Mehr",
      "",
      "The following prisoners were hanged in Karaj in September 2024:",
      "",
      "• Behnam Karimzad, 34, drug offences",
      "• Arman Tabandeh, murder",
      "• Sohrab Yarmohammadi (29), armed robbery",
    ],
    rows: [
      "execution | 1 | Behnam Karimzad (34) |  | 2024-09-01/2024-09-30",
      "execution | 1 | Arman Tabandeh |  | 2024-09-01/2024-09-30",
      "execution | 1 | Sohrab Yarmohammadi (29) |  | 2024-09-01/2024-09-30",
    ],
  },
  {
    name: "dots that lead to numbers",
    text: [
      "One thousand two hundred people were hanged in 2024.",
      "",
      "By charge:",
      "  narcotics ........ 571",
      "  homicide ......... 522",
      "  sexual offences .. 31",
    ],
    rows: [
      "execution | 571 |  |  | 2024-01-01/2024-12-31",
      "execution | 522 |  |  | 2024-01-01/2024-12-31",
      "execution | 31 |  |  | 2024-01-01/2024-12-31",
    ],
  },
  {
    name: "dots that lead to pages",
    text: [
      "One thousand two hundred people were hanged in 2024.",
      "",
      "Contents",
      "Executions ........ 4",
      "Death sentences ... 9",
      "By charge ......... 12",
    ],
    rows: [],
  },
  {
    name: "numbered, father, place from",
    text: [
      "Names of those killed in the protests in Sanandaj on 12 October 2022:",
      "",
      "1. Zanyar Rostampour, 17, son of Hiwa",
      "2. Shler Moradpanah, 42, teacher",
      "3) An unidentified man",
      "4) Two brothers from Divandarreh, names withheld",
    ],
    rows: [
      "killing | 1 | Zanyar Rostampour (17) |  | 2022-10-12",
      "killing | 1 | Shler Moradpanah (42) |  | 2022-10-12",
      "killing | 1 |  |  | 2022-10-12",
      "killing | 2 |  | Divandarreh | 2022-10-12",
    ],
  },
  {
    name: "html table",
    text: [
      "Executed in May 2025",
      "",
      "Name | Age | Prison | Charge | Date",
      "Kazem Rostamzadeh | 31 | Tabriz Central Prison | murder | 3 May",
      "Sattar Bigdeli | 40 | Ghezel Hesar | drug trafficking | 7 May",
      "unidentified | – | Zahedan | drug trafficking | 9 May",
      "Two Afghan nationals | – | Birjand | drug trafficking | 11 May",
    ],
    rows: [
      "execution | 1 | Kazem Rostamzadeh (31) | Tabriz Central Prison | 2025-05-03",
      "execution | 1 | Sattar Bigdeli (40) | Ghezel Hesar | 2025-05-07",
      "execution | 1 |  | Zahedan | 2025-05-09",
      "execution | 2 |  | Birjand | 2025-05-11",
    ],
  },
  {
    name: "tabs",
    text: [
      "Prisoners executed in Iran, June 2024",
      "",
      "Name\tPrison\tCharge\tDate",
      "Reza Nikpour\tUrmia\tmurder\t2 June",
      "Jalil Shahpari\tYazd\trape\t4 June",
    ],
    rows: [
      "execution | 1 | Reza Nikpour | Urmia | 2024-06-02",
      "execution | 1 | Jalil Shahpari | Yazd | 2024-06-04",
    ],
  },
  {
    name: "markdown",
    text: [
      "# Death sentences handed down in 2023",
      "",
      "| No | Name | City | Charge |",
      "|----|------|------|--------|",
      "| 1 | Mansour Zareh | Isfahan | moharebeh |",
      "| 2 | Parvin Yousefzadeh | Rasht | baghi |",
    ],
    rows: [
      "death-sentence | 1 | Mansour Zareh | Isfahan | 2023-01-01/2023-12-31",
      "death-sentence | 1 | Parvin Yousefzadeh | Rasht | 2023-01-01/2023-12-31",
    ],
  },
  {
    name: "date first",
    text: [
      "List of executions in January 2024",
      "",
      "2 January: Hamid Valizadeh, Shiraz, murder",
      "5 January: Nader Safaei and Omid Safaei, Kerman, drug charges",
      "5 January: one unnamed prisoner, Kerman, drug charges",
    ],
    rows: [
      "execution | 1 | Hamid Valizadeh | Shiraz | 2024-01-02",
      "execution | 2 | Nader Safaei + Omid Safaei | Kerman | 2024-01-05",
      "execution | 1 |  | Kerman | 2024-01-05",
    ],
  },
  {
    name: "semicolons",
    text: [
      "At risk of execution in Ghezel Hesar: five men",
      "",
      "Kourosh Delavari; membership in an opposition group; sentence upheld",
      "Farzin Mohtashami; armed rebellion; retrial refused",
      "Iraj Soltanpour; armed rebellion; awaiting the Supreme Court",
    ],
    rows: [
      "imminent-execution | 5 |  | Ghezel Hesar",
      "imminent-execution | 1 | Kourosh Delavari",
      "imminent-execution | 1 | Farzin Mohtashami",
      "imminent-execution | 1 | Iraj Soltanpour",
    ],
  },
  {
    name: "places as subheads",
    text: [
      "Arrests in the first week of the protests",
      "",
      "The Network has confirmed the arrest of the following people:",
      "",
      "Marivan",
      "- Hiwa Karimpour, shopkeeper",
      "- Delan Qaderpour, student",
      "",
      "Saqqez",
      "- Rebwar Ahmadpanah",
      "- Chnour Salehzadeh, 19",
    ],
    rows: [
      "arrest | 1 | Hiwa Karimpour | Marivan",
      "arrest | 1 | Delan Qaderpour | Marivan",
      "arrest | 1 | Rebwar Ahmadpanah | Saqqez",
      "arrest | 1 | Chnour Salehzadeh (19) | Saqqez",
    ],
  },
  {
    name: "counts by province",
    text: [
      "At least 345 people were executed in Iran in 2021.",
      "",
      "Executions by province:",
      "Khorasan Razavi: 41",
      "Fars: 39",
      "Alborz: 33",
      "Sistan and Baluchestan: 30",
    ],
    rows: [
      "execution | 41 |  | Khorasan Razavi | 2021-01-01/2021-12-31",
      "execution | 39 |  | Fars | 2021-01-01/2021-12-31",
      "execution | 33 |  | Alborz | 2021-01-01/2021-12-31",
      "execution | 30 |  | Sistan and Baluchestan | 2021-01-01/2021-12-31",
    ],
  },
  {
    name: "counts by charge",
    text: [
      "Executions in 2020: 267",
      "",
      "By charge",
      "• Murder – 211",
      "• Drug-related offences – 25",
      "• Rape – 12",
      "• Moharebeh and corruption on earth – 15",
      "• Unknown – 4",
    ],
    rows: [
      "execution | 267 |  |  | 2020-01-01/2020-12-31",
      "execution | 211 |  |  | 2020-01-01/2020-12-31",
      "execution | 25 |  |  | 2020-01-01/2020-12-31",
      "execution | 12 |  |  | 2020-01-01/2020-12-31",
      "execution | 15 |  |  | 2020-01-01/2020-12-31",
      "execution | 4 |  |  | 2020-01-01/2020-12-31",
    ],
  },
  {
    name: "number first",
    text: [
      "In the first half of the year 251 prisoners were put to death.",
      "",
      "Breakdown by offence:",
      "146 – murder",
      "86 – drug offences",
      "19 – security charges",
    ],
    rows: [
      "execution | 146 |  |  | 2025-01-01/2025-06-01",
      "execution | 86 |  |  | 2025-01-01/2025-06-01",
      "execution | 19 |  |  | 2025-01-01/2025-06-01",
    ],
  },
  {
    name: "number in place",
    text: [
      "Forty people were arrested during the rallies on Friday 7 June 2024:",
      "12 in Ahvaz",
      "9 in Shush",
      "19 in Abadan",
    ],
    rows: [
      "arrest | 12 |  | Ahvaz | 2024-06-07",
      "arrest | 9 |  | Shush | 2024-06-07",
      "arrest | 19 |  | Abadan | 2024-06-07",
    ],
  },
  {
    name: "years",
    text: [
      "Executions in Iran, year by year",
      "",
      "2017 – 517",
      "2018 – 273",
      "2019 – 280",
      "2020 – 267",
    ],
    rows: [
      "execution | 517 |  |  | 2017-01-01/2017-12-31",
      "execution | 273 |  |  | 2018-01-01/2018-12-31",
      "execution | 280 |  |  | 2019-01-01/2019-12-31",
      "execution | 267 |  |  | 2020-01-01/2020-12-31",
    ],
  },
  {
    name: "years with colon",
    text: [
      "A count of people",
      "",
      "Juvenile offenders executed (by year):",
      "2018: 6",
      "2019: 4",
      "2020: 4",
    ],
    rows: [
      "execution | 6 |  |  | 2018-01-01/2018-12-31",
      "execution | 4 |  |  | 2019-01-01/2019-12-31",
      "execution | 4 |  |  | 2020-01-01/2020-12-31",
    ],
  },
  {
    name: "month table",
    text: [
      "Executions in 2022",
      "",
      "Month | Executions | Women",
      "January | 46 | 1",
      "February | 31 | 0",
      "March | 28 | 2",
    ],
    rows: [
      "execution | 46 |  |  | 2022-01-01/2022-01-31",
      "execution | 31 |  |  | 2022-02-01/2022-02-28",
      "execution | 28",
    ],
  },
  {
    name: "table of arrests",
    text: [
      "Police bulletin",
      "",
      "Operation | Province | Arrests | Seized",
      "Storm | Kerman | 114 | 2,380 kg opium",
      "Harbour | Bushehr | 37 | 61 rifles",
    ],
    rows: ["arrest | 114 |  | Kerman", "arrest | 37 |  | Bushehr"],
  },
  {
    name: "province table",
    text: [
      "Executions by province in 2023",
      "",
      "Province | Number",
      "Alborz | 145",
      "Sistan and Baluchestan | 98",
      "Total | 834",
    ],
    rows: [
      "execution | 145 |  | Alborz | 2023-01-01/2023-12-31",
      "execution | 98 |  | Sistan and Baluchestan | 2023-01-01/2023-12-31",
      "execution | 834 |  |  | 2023-01-01/2023-12-31",
    ],
  },
  {
    name: "labelled lines",
    text: [
      "Weekly digest, 3–9 June 2024",
      "",
      "Executions: 7",
      "Death sentences: 2",
      "Arrests: 31",
      "Released: 4",
      "Floggings: none reported",
    ],
    rows: [
      "execution | 7 |  |  | 2024-06-03/2024-06-09",
      "death-sentence | 2 |  |  | 2024-06-03/2024-06-09",
      "arrest | 31 |  |  | 2024-06-03/2024-06-09",
      "release | 4 |  |  | 2024-06-03/2024-06-09",
      "corporal-punishment | - |  |  | 2024-06-03/2024-06-09",
    ],
  },
  {
    name: "labelled in line",
    text: [
      "Weekly digest, 3–9 June 2024",
      "",
      "Executed: Behnam Karimzad (Karaj), Arman Tabandeh (Yazd). Wounded: 3. Shot dead: kolbar Soran Rashidnia, 24, Baneh.",
    ],
    rows: [
      "execution | 2 | Behnam Karimzad + Arman Tabandeh | Karaj + Yazd | 2024-06-03/2024-06-09",
      "injury | 3 |  |  | 2024-06-03/2024-06-09",
      "killing | 1 | Soran Rashidnia (24) | Baneh | 2024-06-03/2024-06-09",
    ],
  },
  {
    name: "deaths of demonstrators with cause",
    text: [
      "Victims of the shootings in Izeh",
      "",
      "The names of those killed on 16 November 2022:",
      "– Kamran Bahadori, 31 – gunshot to the chest",
      "– Mahin Bahadori, 54 – pellets",
      "– a boy of nine",
    ],
    rows: [
      "killing | 1 | Kamran Bahadori (31) |  | 2022-11-16",
      "killing | 1 | Mahin Bahadori (54) |  | 2022-11-16",
      "killing | 1 |  |  | 2022-11-16",
    ],
  },
  {
    name: "killed, plain lines",
    text: [
      "The dead of Friday",
      "",
      "The following people were killed when security forces opened fire in Zahedan on 30 September 2022:",
      "",
      "Yasser Shahdousti",
      "Omid Safarzehi",
      "Jaber Shiroozehi",
    ],
    rows: [
      "killing | 1 | Yasser Shahdousti |  | 2022-09-30",
      "killing | 1 | Omid Safarzehi |  | 2022-09-30",
      "killing | 1 | Jaber Shiroozehi |  | 2022-09-30",
    ],
  },
  {
    name: "arrest rows with verbs",
    text: [
      "Detained writers",
      "",
      "Security forces have detained at least four writers since Monday 3 March 2025. They are:",
      "",
      "1. Nasrin Barzegar, poet, arrested at home on 3 March",
      "2. Keyvan Mohebbi, novelist, released on bail on 6 March",
      "3. Anoush Rahbari, translator – wounded in the leg, held in hospital",
    ],
    rows: ["arrest | 1 | Nasrin Barzegar |  | 2025-03-03", "arrest | 1 | Anoush Rahbari"],
  },
  {
    name: "at risk, sentence introduces",
    text: [
      "Who is next?",
      "",
      "Eleven prisoners are at imminent risk of execution. Among them are:",
      "",
      "* Saeed Khorrami, Vakilabad Prison",
      "* Majid Torabkhah, Vakilabad Prison",
      "* Ehsan Lotfi, Qezel Hesar, transferred to solitary confinement on Sunday",
    ],
    rows: [
      "imminent-execution | 1 | Saeed Khorrami | Vakilabad Prison",
      "imminent-execution | 1 | Majid Torabkhah | Vakilabad Prison",
      "imminent-execution | 1 | Ehsan Lotfi | Qezel Hesar | 2025-06-01",
    ],
  },
  {
    name: "row charge is no killing",
    text: [
      "The following men were executed on 4 July 2023 in Rajai Shahr Prison:",
      "",
      "1. Hamid Sabouri, killing of a police officer",
      "2. Jafar Moradi, murder",
      "3. Sina Esfahani, murder of his employer",
    ],
    rows: [
      "execution | 1 | Hamid Sabouri |  | 2023-07-04",
      "execution | 1 | Jafar Moradi |  | 2023-07-04",
      "execution | 1 | Sina Esfahani |  | 2023-07-04",
    ],
  },
  {
    name: "causes in a sentence",
    text: [
      "In 2022 the union counted 90 children killed in the crackdown. Causes: live ammunition, 61; pellets, 12; beatings, 17.",
    ],
    rows: [
      "killing | 61 |  |  | 2022-01-01/2022-12-31",
      "killing | 12 |  |  | 2022-01-01/2022-12-31",
      "killing | 17 |  |  | 2022-01-01/2022-12-31",
    ],
  },
  {
    name: "places in a sentence",
    text: [
      "Security forces arrested 55 people on Tuesday. By city: Sanandaj 20, Mahabad 18 and Bukan 17.",
    ],
    rows: [
      "arrest | 20 |  | Sanandaj | 2025-05-27",
      "arrest | 18 |  | Mahabad | 2025-05-27",
      "arrest | 17 |  | Bukan | 2025-05-27",
    ],
  },
  {
    name: "subset rows",
    text: [
      "In July 87 people were hanged.",
      "",
      "- Murder: 38",
      "- Drug offences: 36, including two women",
      "- Security charges: 4, of whom three were Kurds",
    ],
    rows: [
      "execution | 38 |  |  | 2024-07-01/2024-07-31",
      "execution | 36 |  |  | 2024-07-01/2024-07-31",
      "execution | 4 |  |  | 2024-07-01/2024-07-31",
    ],
  },
  {
    name: "persian-month rows",
    text: [
      "Executions of women in 1403",
      "",
      "1. Zahra Nasirzad – 3 Mordad – Qom",
      "2. Leila Panahandeh – 19 Mordad – Urmia",
    ],
    rows: [
      "execution | 1 | Zahra Nasirzad | Qom | 2024-07-24",
      "execution | 1 | Leila Panahandeh | Urmia | 2024-08-09",
    ],
  },
  {
    name: "prisons with city",
    text: [
      "In the first quarter of 2024 at least 95 people were executed.",
      "",
      "Deadliest prisons",
      "Ghezel Hesar (Karaj): 27",
      "Adelabad (Shiraz): between 10 and 12",
      "Vakilabad (Mashhad): 8",
    ],
    rows: [
      "execution | 27 |  | Ghezel Hesar + Karaj | 2024-01-01/2024-03-31",
      "execution | 10-12 |  | Adelabad + Shiraz | 2024-01-01/2024-03-31",
      "execution | 8 |  | Vakilabad + Mashhad | 2024-01-01/2024-03-31",
    ],
  },
  {
    name: "wounded list",
    text: [
      "School attack: people in hospital",
      "",
      "Wounded in the attack on the school, 2 May 2024:",
      "Amina Barakzai, 12",
      "Soraya Hotak, 13",
      "Nadia Wardak, 11",
    ],
    rows: [
      "injury | 1 | Amina Barakzai (12) |  | 2024-05-02",
      "injury | 1 | Soraya Hotak (13) |  | 2024-05-02",
      "injury | 1 | Nadia Wardak (11) |  | 2024-05-02",
    ],
  },
  {
    name: "released",
    text: [
      "Prison gates open for women",
      "",
      "Freed under the amnesty of 5 February 2023:",
      "• Aliyeh Motamednia, Evin",
      "• Saba Kordnejad, Qarchak",
    ],
    rows: [
      "release | 1 | Aliyeh Motamednia | Evin | 2023-02-05",
      "release | 1 | Saba Kordnejad | Qarchak | 2023-02-05",
    ],
  },
  {
    name: "sentenced to prison",
    text: [
      "Sentenced to prison last month:",
      "– Reza Khandanpour: six years",
      "– Mahvash Sabetpour: ten years",
    ],
    rows: [
      "arrest | 1 | Reza Khandanpour |  | 2025-05-01/2025-05-31",
      "arrest | 1 | Mahvash Sabetpour |  | 2025-05-01/2025-05-31",
    ],
  },
  {
    name: "five columns, two names",
    text: [
      "Executed in Aban",
      "",
      "No. | Name | Prison | Charge | Date",
      "1 | Akram and Azam Delkhah (sisters) | Yasuj | drugs | 24 Aban 1404",
      "2–4 | three men, names to be published | Ghezel Hesar | various | 27 Aban 1404",
    ],
    rows: [
      "execution | 2 | Akram + Azam Delkhah | Yasuj | 2025-11-15",
      "execution | 3 |  | Ghezel Hesar | 2025-11-18",
    ],
  },
  {
    name: "at risk table in cells",
    text: [
      "Prisoners facing execution",
      "",
      "Prisoner | Held in | Accused of | Stage",
      "Babak Safarnia | Evin | spying for Israel | upheld by the Supreme Court",
      "Kamyar Zandi | Dastgerd, Isfahan | killing a Basij member | awaiting appeal",
    ],
    rows: [
      "imminent-execution | 1 | Babak Safarnia | Evin",
      "imminent-execution | 1 | Kamyar Zandi | Dastgerd + Isfahan",
    ],
  },
  {
    name: "bold names and dashes",
    text: [
      "Three Kurdish kolbars were shot dead this week:",
      "",
      "Hemin Rasoulpour — 27 — Nowsud — 4 May 2025",
      "Azad Minapour — 19 — Baneh — 6 May 2025",
      "Karo Shafiei — 31 — Nowsud — 6 May 2025",
    ],
    rows: [
      "killing | 1 | Hemin Rasoulpour (27) | Nowsud | 2025-05-04",
      "killing | 1 | Azad Minapour (19) | Baneh | 2025-05-06",
      "killing | 1 | Karo Shafiei (31) | Nowsud | 2025-05-06",
    ],
  },
  {
    name: "letters",
    text: [
      "Four protesters have been sentenced to death since January 2024:",
      "a) Mehran Jalalvand, Karaj",
      "b) Yasin Mousapour, Karaj",
      "c) Navid Aslani, Shiraz",
      "d) one man whose name is not public, Shiraz",
    ],
    rows: [
      "death-sentence | 1 | Mehran Jalalvand | Karaj | 2024-01-01/2025-06-01",
      "death-sentence | 1 | Yasin Mousapour | Karaj | 2024-01-01/2025-06-01",
      "death-sentence | 1 | Navid Aslani | Shiraz | 2024-01-01/2025-06-01",
      "death-sentence | 1 |  | Shiraz | 2024-01-01/2025-06-01",
    ],
  },
  {
    name: "brackets",
    text: [
      "Executed in Vakilabad on 9 June 2024: three prisoners",
      "",
      "Gholam Heidarzad (drug offences), Nabi Rakhshan (murder)",
    ],
    rows: ["execution | 3 |  | Vakilabad | 2024-06-09"],
  },
  {
    name: "percent in brackets",
    text: [
      "In 2021 at least 333 people were executed.",
      "",
      "• Murder: 183 (55%)",
      "• Drug offences: 126 (38%)",
      "• Security charges: 13 (4%)",
    ],
    rows: [
      "execution | 183 |  |  | 2021-01-01/2021-12-31",
      "execution | 126 |  |  | 2021-01-01/2021-12-31",
      "execution | 13 |  |  | 2021-01-01/2021-12-31",
    ],
  },
  {
    name: "total row",
    text: [
      "Detained in the raids of 8 March 2024:",
      "",
      "Tehran: 12 people",
      "Rasht: 7 people",
      "Total: 19 people",
    ],
    rows: [
      "arrest | 12 |  | Tehran | 2024-03-08",
      "arrest | 7 |  | Rasht | 2024-03-08",
      "arrest | 19 |  |  | 2024-03-08",
    ],
  },
  {
    name: "nobody in a row",
    text: [
      "Monthly table of the prisoners' committee",
      "",
      "Executions: 9",
      "Amputations: none",
      "Deaths in custody: 1",
    ],
    rows: ["execution | 9", "corporal-punishment | -", "death-in-custody | 1"],
  },
];

/** Lists that tell of nobody's fate, though the page does. */
const OTHER_LISTS: readonly Omit<List, "rows">[] = [
  {
    name: "contents",
    text: [
      "Annual report on executions",
      "",
      "Contents",
      "1. Foreword",
      "2. Executions by province: page 12",
      "3. Juvenile offenders: page 31",
      "4. Recommendations: page 40",
    ],
  },
  {
    name: "recipe",
    text: [
      "A pot of ash reshteh for those who mourn the executed",
      "",
      "Ingredients:",
      "2 onions",
      "300 g of noodles",
      "1 cup of lentils",
    ],
  },
  {
    name: "contact",
    text: [
      "Call to end executions",
      "",
      "Contact:",
      "Shirin Parsa, press officer, +47 555 0101",
      "Omid Farzad, researcher, Oslo",
    ],
  },
  {
    name: "match results",
    text: [
      "Football returns after days of killings and arrests",
      "",
      "Results:",
      "Persepolis – Esteghlal 2–1",
      "Tractor 3, Sepahan 0",
      "Foolad 1, Malavan 1",
    ],
  },
  {
    name: "table of a league",
    text: ["League table", "", "Team | Played | Points", "Tractor | 30 | 68", "Sepahan | 30 | 66"],
  },
  {
    name: "signatories",
    text: [
      "Open letter: stop the executions",
      "",
      "Signed by:",
      "Nargol Etemadi, lawyer, Tehran",
      "Sara Deghan, writer, Berlin",
      "Payam Roshan, physician, Shiraz",
    ],
  },
  {
    name: "organisations",
    text: [
      "Joint statement: halt the execution of Behnam Karimzad",
      "",
      "Signatories:",
      "Northern Rights Watch",
      "Iran Human Rights",
      "Article 18",
    ],
  },
  {
    name: "agenda",
    text: [
      "Conference on the death penalty",
      "",
      "Agenda",
      "09:00 Registration",
      "09:30 Opening: Maryam Sohrabi",
      "10:00 Panel: Ali Pour, Zahra Nouri",
      "12:30 Lunch",
    ],
  },
  {
    name: "speakers",
    text: [
      "Rally against executions in Cologne",
      "",
      "Speakers:",
      "• Sima Rahnama, former prisoner",
      "• Pieter Langhout, member of parliament",
    ],
  },
  {
    name: "prices",
    text: ["Prices after the arrests at the bazaar", "", "Rice: 120", "Eggs: 75", "Meat: 640"],
  },
  {
    name: "population",
    text: [
      "Provinces where protests were reported",
      "",
      "Population by province:",
      "Tehran: 13,267,637",
      "Fars: 4,851,274",
    ],
  },
  {
    name: "seats",
    text: ["After the killings, a vote", "", "Seats:", "Conservatives: 190", "Reformists: 40"],
  },
  {
    name: "demands",
    text: [
      "Teachers on strike after arrests",
      "",
      "Our demands:",
      "1. Release all imprisoned teachers",
      "2. Pay our wages",
      "3. End the executions",
    ],
  },
  {
    name: "seized goods",
    text: [
      "Police arrested nine smugglers. They seized the following:",
      "- nine assault rifles",
      "- two suicide vests",
      "- 30 kg of explosives",
    ],
  },
  {
    name: "staff",
    text: [
      "A group documents executions",
      "",
      "Board",
      "Arsalan Yar, chair",
      "Jila Most, treasurer",
    ],
  },
  {
    name: "by-lines",
    text: ["Twelve hanged in Karaj", "", "By Sara Karimi", "Photos: Reza Deghatpour"],
  },
  {
    name: "figures of the economy",
    text: [
      "Executions and the economy",
      "",
      "Year | Inflation | Rial per US dollar",
      "1401 | 46.5% | 520,000",
      "1402 | 40.7% | 610,000",
    ],
  },
  {
    name: "links",
    text: [
      "Two men executed in Qom",
      "",
      "Read more:",
      "Nasrin Sotoudnia, lawyer: a life",
      "Five questions on qisas",
    ],
  },
  {
    name: "opening hours",
    text: [
      "Exhibition: the executed of the 1980s",
      "",
      "Opening hours",
      "Monday: 10–18",
      "Sunday: 11–16",
    ],
  },
  {
    name: "books",
    text: [
      "Books on prison and execution",
      "",
      "• Kaveh Bassirnia, The Long Night, 2019",
      "• Mina Ahadpour, Letters, 2021",
    ],
  },
  {
    name: "sanctioned officials",
    text: [
      "EU adds names over executions",
      "",
      "Sanctioned:",
      "– Ali Qadrinia, prosecutor",
      "– Hassan Mofidi, judge",
    ],
  },
  { name: "ages and years", text: ["Two sisters", "", "Ages:", "Zahra: 31", "Leila: 29"] },
  {
    name: "prose after a claim",
    text: [
      "Two prisoners were hanged in Qom.",
      "",
      "Reza Karimpour, a lawyer, welcomed the news from his office.",
      "Maryam Tabesh, a nurse, did not.",
    ],
  },
  {
    name: "numbers of pages",
    text: ["The executed of Evin", "", "Page 12: maps", "Page 14: letters", "Page 20: index"],
  },
  {
    name: "election",
    text: [
      "Arrests before the vote",
      "",
      "Votes by province:",
      "Tehran: 1,200,000",
      "Fars: 820,000",
      "Yazd: 200,000",
    ],
  },
  {
    name: "schedule",
    text: ["March for the executed", "", "Saturday: Cologne", "Sunday: Paris", "Monday: Vienna"],
  },
  {
    name: "perpetrators",
    text: [
      "Prisoners tortured in Rasht",
      "",
      "Those responsible for torture:",
      "– Hamid Zarrinpour, interrogator",
      "– Saeed Goharnia, warden",
    ],
  },
  {
    name: "temperatures",
    text: ["Detainees suffer in the heat", "", "Ahvaz: 48", "Abadan: 47", "Dezful: 46"],
  },
  {
    name: "phone numbers",
    text: ["Families of prisoners can call", "", "Evin: 021 22 35 40", "Karaj: 026 33 41 10"],
  },
];

for (const { name, text, rows } of LISTS) {
  test(`reads a claim a row: ${name}`, () => {
    assert.deepEqual(listed(text.join("\n")).map(formatRow), rows);
  });
}

for (const { name, text } of OTHER_LISTS) {
  test(`makes no claims of a list of other things: ${name}`, () => {
    assert.deepEqual(listed(text.join("\n")).map(formatRow), []);
  });
}

for (const { id, kind, example } of readTopics()) {
  test(`list topic ${id} reads its example`, () => {
    const rows = example.endsWith(":")
      ? "\n\n• Behnam Karimzad, Karaj\n• Arman Tabandeh, Yazd"
      : "";
    const kinds = listed(`What happened to people in custody\n\n${example}${rows}`).map(
      (claim) => claim.kind,
    );
    assert.deepEqual([...new Set(kinds)], [kind]);
  });
}

test("a row takes the modality of its heading", () => {
  const text = "Prisoners facing execution:\n\n• Babak Safarnia, Evin\n• Kamyar Zandi, Dastgerd";
  assert.deepEqual([...new Set(listed(text).map((claim) => claim.modality))], ["at-risk"]);
});

test("rows of a breakdown are parts of the whole that was told before", () => {
  const text = "In July 87 prisoners were hanged.\n\nBy province:\nFars: 30\nAlborz: 57";
  const claims = readClaims(documentOf(text), packs).claims;
  const whole = claims.find((claim) => claim.quantity?.min === 87);
  const parts = listed(text).map((claim) => claim.quantity?.subsetOf);
  assert.deepEqual(parts, [whole?.id, whole?.id]);
});

test("a charge in a row is no killing", () => {
  const text =
    "The following men were executed:\n\n1. Hamid Sabouri, murder\n2. Jafar Moradi, murder of his employer";
  const kinds = readClaims(documentOf(text), packs).claims.map((claim) => claim.kind);
  assert.ok(!kinds.includes("killing"), kinds.join());
});

test("a list of 900 rows is read whole", () => {
  const rows = Array.from(
    { length: 900 },
    (_, at) => `${at + 1}. Reza Karimpour, ${20 + (at % 50)}, Karaj, murder`,
  );
  const read = listed(["The following prisoners were hanged:", ...rows].join("\n"));
  assert.equal(read.length, 900);
});

function readTopics(): readonly { id: string; kind: string; example: string }[] {
  const file = new URL("../../packs/lang/en/lists.json", import.meta.url);
  const pack = JSON.parse(readFileSync(file, "utf8")) as {
    topics: { id: string; kind: string; example: string }[];
  };
  return pack.topics;
}

function listed(text: string): Claim[] {
  return readClaims(documentOf(text), packs).claims.filter((claim) =>
    claim.notes.some((note) => note.code === "kind-from-heading"),
  );
}

function documentOf(text: string): Document {
  return {
    id: "list",
    path: null,
    sha256: "",
    text,
    title: null,
    author: null,
    publisher: null,
    published: { value: "2025-06-01", by: "given" },
    language: { value: "en", by: "given" },
    url: null,
    notes: [],
  };
}

function formatRow({ kind, quantity, persons, places, period }: Claim): string {
  const count =
    quantity === null
      ? "-"
      : quantity.min === quantity.max
        ? `${quantity.min}`
        : `${quantity.min}-${quantity.max}`;
  const people = persons
    .map(({ name, age }) => (age === null ? name : `${name} (${age})`))
    .join(" + ");
  const time =
    period === null
      ? ""
      : period.earliest === period.latest
        ? period.earliest
        : `${period.earliest}/${period.latest}`;
  return [kind, count, people, places.map(({ words }) => words).join(" + "), time]
    .join(" | ")
    .replace(/( \| )+$/, "");
}
