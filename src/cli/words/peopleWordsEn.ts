import type { PeopleWords } from "./peopleWords.ts";

const people = (count: number): string => `${count} ${count === 1 ? "person" : "people"}`;
const namings = (count: number): string => `${count} ${count === 1 ? "naming" : "namings"}`;

export const peopleWordsEn: PeopleWords = {
  labels: {
    names: "names",
    age: "age",
    sex: "sex",
    father: "father",
    died: "died",
    city: "city",
    province: "province",
    prison: "prison",
    charge: "charge",
    case: "case",
    documents: "documents",
    decisions: "decisions",
    events: "events",
    kin: "relatives",
    perhaps: "perhaps",
  },
  fields: {
    name: "name",
    date: "date",
    age: "age",
    sex: "sex",
    place: "place",
    father: "father",
    prison: "prison",
    charge: "charge",
    alive: "life",
    kin: "relatives",
    rival: "another row",
  },
  sex: (sex) => sex,
  standsAt: (stage, risk) =>
    stage === null
      ? "no stage is told"
      : `reported: ${stage}${risk === null || risk === 0 || risk > 5 ? "" : `, risk ${risk} of 5`}`,
  state: (state) => (state === null ? "confirmed by nobody" : `confirmed by a person: ${state}`),
  verdict: (verdict) => verdict,
  level: (level) => level,
  columns: ["person", "name", "reported", "seen in"],
  seenIn: (documents) => `${documents} ${documents === 1 ? "document" : "documents"}`,
  stages: "Stages of a case",
  lowerRisk: (count, isMore) =>
    `${isMore ? "At least " : ""}${people(count)} more at risk 1 of 5, such as a death sentence that was not upheld yet: sanad people lists them`,
  noPeople: "Nobody fits. sanad add links people by itself; sanad link links them again",
  nobodyNamed:
    "Nobody is named so. Try the family name alone, in either script; sanad search looks in the words of the reports",
  alsoNamed: (name) => `also ${name}`,
  morePeople: (count, limit) => `${people(count)} shown; there may be more: --limit ${limit}`,
  linkingBegins: "People and events are linked",
  linking: (done, all, stage) =>
    stage === "reading"
      ? `Who is named: ${done} of ${all} reports`
      : stage === "comparing"
        ? `${done} of ${all} namings compared`
        : `Gathering the events of ${people(done)}`,
  refitted: ({ people: count, namings: of }) =>
    `How common names, days and places are is counted anew, over ${people(count)} in ${namings(of)}; it is an entry`,
  linked: ({ people: count, mentions, events, moved, unsure, isRefitDue }) => [
    moved === 0
      ? `${people(count)} in ${namings(mentions)}; nothing has changed`
      : `${people(count)} in ${namings(mentions)}; ${moved} of these namings ${moved === 1 ? "is" : "are"} new, or of another person than before`,
    `${events} ${events === 1 ? "event" : "events"}: sanad events`,
    unsure === 0
      ? "No pair is in doubt"
      : `${unsure} ${unsure === 1 ? "pair is" : "pairs are"} in doubt: sanad review`,
    ...(isRefitDue
      ? [
          "The archive has grown much since it was learnt how common names are in it: sanad link --refit",
        ]
      : []),
  ],
  contradicted: (pairs) =>
    `${pairs} ${pairs === 1 ? "decision speaks" : "decisions speak"} against others: who was held apart stays apart`,
  stale: (count) =>
    `${count} ${count === 1 ? "decision is" : "decisions are"} about a naming that changed or went: sanad link lists them`,
  staleDecision: ({ entry, verdict, mentions, why }) =>
    `${entry}  ${verdict}  ${mentions.join(", ")}: ${
      why === "went"
        ? "the naming is there no more"
        : verdict === "same" || verdict === "dead" || verdict === "unknown"
          ? "the report says another age, father or day now; it no longer acts"
          : "the report says another age, father or day now; it acts still"
    }. Decide again, or sanad undo ${entry}`,
  stateEnded: (state, person) =>
    `What was confirmed of all of them (${state}) holds for ${person} alone; confirm it of the others anew: sanad person ID --state ${state}`,
  statesDiffer: (states) => `confirmed as ${states.join(" and ")}: a person must look`,
  undated: "no date",
  reportedOn: (day) => `reported ${day}`,
  withdrawn: (stage) => `${stage}: no longer said, a later version of the page speaks`,
  olderVersion: (newer) => `older version of ${newer}`,
  notMoving: "said, not as having happened",
  contradiction: (stage, isDenial) =>
    `Both cannot hold: reported dead, and ${isDenial ? `denied: ${stage}` : `also: ${stage}`}. A person must look`,
  lifeDisputed:
    "disputed: reported dead, and denied, said to live, or likely one who is confirmed alive. sanad person ID --state alive, dead or unknown settles it",
  deniedStage: (stage) => `denied: ${stage}`,
  clash: (death, against) =>
    `If these are one, both cannot hold: ${death}, and ${against.join("; ")}. They may be two, or the death may be wrong`,
  perhapsLater:
    "Perhaps a step back since, or older: the risk is kept. sanad correct gives it a day",
  perhapsBack: "perhaps stepped back since",
  perhapsAlive:
    "disputed: denied, said to live, or likely one who is confirmed alive. A person must look",
  perhapsTwo: "perhaps two people: namings contradict each other",
  perhapsTwoOf: (a, b, percent) =>
    `perhaps two people: ${a} and ${b} contradict each other, ${percent} % that they are one (sanad why ${a} ${b}). sanad review asks, sanad split ${b} parts them`,
  decided: ({ actor, verdict, of, reason, isUndone, isStale }) =>
    `${actor}: ${verdict} (${of}): ${reason}${isUndone ? " (taken back)" : ""}${isStale ? " (a naming changed or went since)" : ""}`,
  perhaps: (name, person, percent) => `${name}  ${person}  ${percent} %`,
  whyHead: (one, other) => `${one}  and  ${other}`,
  whyNothing:
    "Nothing brings these two together: their names have too little in common to be compared",
  whyOnePerson: "These are one person, and only one document names him or her",
  bits: (bits) => `${bits > 0 ? "+" : ""}${bits.toFixed(1)}`,
  whyPrior: {
    head: "start",
    text: "before anything is compared: most namings are of different people",
  },
  whySum: (percent, decision) =>
    `${percent === 0 ? "Less than 1" : percent} % that they are one person: ${decision === "same" ? "the machine holds them to be one" : "left to a person"}`,
  whyApart: (percent) =>
    `${percent === 0 ? "Less than 1" : percent} % by what was compared alone; only a person can say that they are one`,
  toldApart: (document, kin) =>
    kin === null
      ? `${document} names both: the machine never joins two whom one report tells apart`
      : `${document} calls them relatives (“${kin}”): the machine never joins two whom one report tells apart`,
  wordless: "not said",
  mergedUnlike: (entry) =>
    `Look again: what is told of them speaks against their being one person (sanad why). sanad undo ${entry} takes it back`,
  mergedApart: (document, kin, entry) =>
    `Look again: ${document} ${kin === null ? "names both" : `calls them relatives (“${kin}”)`}. sanad undo ${entry} takes it back`,
  merged: (count, person) => `${people(count)} are one from now on: ${person}`,
  takenBack: (entry) => `sanad undo ${entry} takes it back`,
  split: (mentions, stay, person) =>
    `${namings(mentions)} held apart from the ${stay} that stay with ${person}`,
  stated: (person, state) =>
    `${person}: ${state}, as you confirm. The machine joins nobody to this person any more`,
  undone: (entry, together) =>
    together === 1
      ? `${entry} no longer holds`
      : `${entry} no longer holds, with all that was decided at once: ${together} entries`,
  reviewHead: (at, of) => `Question ${at} of ${of} (pairs of people and of events, and lives)`,
  reviewMore: (count, person) =>
    `${count === 1 ? "1 more document" : `${count} more documents`}: sanad person ${person}`,
  reviewJoined: (a, b) =>
    `  One person so far, but ${a} and ${b} contradict each other: are they the same?`,
  reviewLife:
    "Reported dead, and denied, said to live, or likely one who is confirmed alive: what holds?",
  reviewLifeKeys: "a alive · x dead · k not known · b back (undo) · n next · q quit ? ",
  reviewCarried:
    "Not entered: one is confirmed to be alive, the other is reported or confirmed to be dead. Confirm it of both before: sanad person ID --state",
  reviewKeys: "s same · d different · u unsure · w why · b back (undo) · n next · q quit ? ",
  reviewWhy: "reviewed in the terminal",
  reviewNothing: "No pair is in doubt, and nobody's life",
  reviewEnd: (decided) => `${decided} decided; linked anew`,
  reviewUndone: "The last decision is taken back",
  report: {
    people: (count) => `people          ${count}`,
    mentions: (count) => `namings         ${count}`,
    links: (count) => `links           ${count}`,
    band: (count) => `pairs in doubt  ${count}`,
    counts: (low, best, high) =>
      `people if all that is in doubt is one / as linked / if only the certain is one: ${low} / ${best} / ${high}`,
    wrong: (low, high) => `  links that are wrong         ${low} to ${high}`,
    missed: (low, high) => `  links that are missed        ${low} to ${high}`,
    peopleBy: (low, best, high) => `  people, low / best / high    ${low} / ${best} / ${high}`,
    byModel:
      "From the model's probabilities, calibrated on made-up lists (95 %, Poisson binomial by its variance):",
    byDecisions: (decided, byModel) =>
      `From ${decided} ${decided === 1 ? "decision" : "decisions"} of people, in bins of what the model said (95 %, Wilson)${byModel === 0 ? "" : `; ${byModel} links and pairs in bins with fewer than five decisions go by the model`}. People choose what they look at, so this is no random sample:`,
    tooFewDecisions: (decided) =>
      `From decisions of people: too few (${decided}). At least five about pairs of like probability are needed: sanad review`,
    crowded: (namings, names) =>
      `${namings} namings have names that very many have (${names.join(", ")}${names.length < 5 ? "" : ", …"}): they were compared only with those who have a day, a year, an age, a place or a father in common with them.`,
    note: "Pairs that were never near enough to be compared are in none of it.",
  },
};
