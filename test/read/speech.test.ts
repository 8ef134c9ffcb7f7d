import assert from "node:assert/strict";
import { test } from "node:test";
import { loadPacks } from "../../src/flow/loadPacks.ts";
import { readClaims } from "../../src/read/readClaims.ts";
import { readDocument } from "../../src/text/readDocument.ts";

/** Kind, chain of sources from the outside in ("?" for one that nothing resolves), type and cue of the last, words. */
type Told = readonly [kind: string, chain: string, type: string, cue: string | null, words: string];

/** What is read as a saying or a demand, and what only looks like one. */
const ROWS: readonly (readonly [text: string, told: readonly Told[]])[] = [
  [
    "The Karun Network calls upon the authorities to:\n(a) Release all prisoners of the ward;\n(b) Repeal laws that harm them.",
    [
      ["call", "Karun Network", "indirect", "calls upon", "Release all prisoners of the ward"],
      ["call", "Karun Network", "indirect", "calls upon", "Repeal laws that harm them"],
    ],
  ],
  [
    "The commissioner must demand the release of the prisoners.",
    [["call", "", "author", null, "The commissioner must demand the release of the prisoners"]],
  ],
  [
    "The minister Omid Tavassoli stated plainly that the policy has “solved nothing,” while 12 prisoners were hanged in May.",
    [
      [
        "statement",
        "Omid Tavassoli",
        "mixed",
        "stated",
        "The minister Omid Tavassoli stated plainly that the policy has “solved nothing,”",
      ],
    ],
  ],
  [
    "The minister Omid Tavassoli said that 12 prisoners had been hanged, while the talks went on.",
    [],
  ],
  ["Such hangings show that the prison is afraid of its prisoners.", []],
  [
    "The lawyer Behnam Karimzad said the hearing had been unfair.",
    [
      [
        "statement",
        "Behnam Karimzad",
        "indirect",
        "said",
        "The lawyer Behnam Karimzad said the hearing had been unfair",
      ],
    ],
  ],
  [
    "Capt. Laura Whitfield of the homicide unit said the dispute began over a fence.",
    [
      [
        "statement",
        "Laura Whitfield",
        "indirect",
        "said",
        "Capt. Laura Whitfield of the homicide unit said the dispute began over a fence",
      ],
    ],
  ],
  [
    "The chairman of the union, Omid Tavassoli, said the strike fund was empty.",
    [
      [
        "statement",
        "Omid Tavassoli",
        "indirect",
        "said",
        "The chairman of the union, Omid Tavassoli, said the strike fund was empty",
      ],
    ],
  ],
  [
    "Omid Tavassoli, chairman of the union, said the strike fund was empty.",
    [
      [
        "statement",
        "Omid Tavassoli",
        "indirect",
        "said",
        "Omid Tavassoli, chairman of the union, said the strike fund was empty",
      ],
    ],
  ],
  [
    "Omid Tavassoli, who leads the union, said the strike fund was empty.",
    [
      [
        "statement",
        "Omid Tavassoli",
        "indirect",
        "said",
        "Omid Tavassoli, who leads the union, said the strike fund was empty",
      ],
    ],
  ],
  [
    "Omid Tavassoli, speaking to reporters on Monday, said the strike fund was empty.",
    [
      [
        "statement",
        "Omid Tavassoli",
        "indirect",
        "said",
        "Omid Tavassoli, speaking to reporters on Monday, said the strike fund was empty",
      ],
    ],
  ],
  [
    "“The strike fund is empty now,” said Omid Tavassoli, chairman of the union.",
    [["statement", "Omid Tavassoli", "direct", "said", "“The strike fund is empty now,”"]],
  ],
  [
    "“The strike fund is empty now,” Omid Tavassoli told a crowd in Shiraz.",
    [["statement", "Omid Tavassoli", "direct", "told", "“The strike fund is empty now,”"]],
  ],
  [
    "“The strike fund is empty now,” Omid Tavassoli said. “We cannot pay the rent.”",
    [
      ["statement", "Omid Tavassoli", "direct", "said", "“The strike fund is empty now,”"],
      ["statement", "Omid Tavassoli", "direct", null, "“We cannot pay the rent.”"],
    ],
  ],
  [
    "“The strike fund,” Omid Tavassoli said, “is empty and nobody cares.”",
    [
      [
        "statement",
        "Omid Tavassoli",
        "mixed",
        "said",
        "“The strike fund,” Omid Tavassoli said, “is empty and nobody cares.”",
      ],
    ],
  ],
  [
    "The strike fund is empty and the rent is due, Omid Tavassoli said.",
    [
      [
        "statement",
        "Omid Tavassoli",
        "indirect",
        "said",
        "The strike fund is empty and the rent is due, Omid Tavassoli said",
      ],
    ],
  ],
  [
    "Omid Tavassoli said: “The strike fund is empty now.”",
    [["statement", "Omid Tavassoli", "direct", "said", "“The strike fund is empty now.”"]],
  ],
  [
    "Omid Tavassoli: “The strike fund is empty now.”",
    [["statement", "Omid Tavassoli", "direct", ":", "“The strike fund is empty now.”"]],
  ],
  [
    "A source close to the family said that the lawyer had not been let in.",
    [
      [
        "statement",
        "A source close to the family",
        "unnamed",
        "said",
        "A source close to the family said that the lawyer had not been let in",
      ],
    ],
  ],
  [
    "A nurse who has left the country told us the ward had no curtains.",
    [
      [
        "statement",
        "A nurse who has left the country",
        "unnamed",
        "told",
        "A nurse who has left the country told us the ward had no curtains",
      ],
    ],
  ],
  [
    "Residents reached by phone said the bakeries were closed.",
    [
      [
        "statement",
        "Residents reached by phone",
        "unnamed",
        "said",
        "Residents reached by phone said the bakeries were closed",
      ],
    ],
  ],
  [
    "Those interviewed at the border said the guards took their phones.",
    [
      [
        "statement",
        "Those interviewed at the border",
        "indirect",
        "said",
        "Those interviewed at the border said the guards took their phones",
      ],
    ],
  ],
  [
    "An official at the consulate in Basra said that the office was closed.",
    [
      [
        "statement",
        "An official at the consulate in Basra",
        "unnamed",
        "said",
        "An official at the consulate in Basra said that the office was closed",
      ],
    ],
  ],
  [
    "His father said the boy liked birds. Behnam Karimzad, his father, said the school was cold.",
    [
      ["statement", "His father", "unnamed", "said", "His father said the boy liked birds"],
      [
        "statement",
        "Behnam Karimzad",
        "indirect",
        "said",
        "Behnam Karimzad, his father, said the school was cold",
      ],
    ],
  ],
  [
    "Behnam Karimzad is a carpenter. He said that the village was proud of him.",
    [
      [
        "statement",
        "Behnam Karimzad",
        "indirect",
        "said",
        "He said that the village was proud of him",
      ],
    ],
  ],
  [
    "Shirin Daneshpour, a lawyer, said the file was thin. She added that the judge had not read it.",
    [
      [
        "statement",
        "Shirin Daneshpour",
        "indirect",
        "said",
        "Shirin Daneshpour, a lawyer, said the file was thin",
      ],
      [
        "statement",
        "Shirin Daneshpour",
        "indirect",
        "added",
        "She added that the judge had not read it",
      ],
    ],
  ],
  [
    "Shirin Daneshpour, a lawyer, said the file was thin. “Nobody has read a page of it,” she said.",
    [
      [
        "statement",
        "Shirin Daneshpour",
        "indirect",
        "said",
        "Shirin Daneshpour, a lawyer, said the file was thin",
      ],
      ["statement", "Shirin Daneshpour", "direct", "said", "“Nobody has read a page of it,”"],
    ],
  ],
  [
    "The Coastal Workers Union said the talks had failed. It said that the minister had not come.",
    [
      [
        "statement",
        "Coastal Workers Union",
        "indirect",
        "said",
        "The Coastal Workers Union said the talks had failed",
      ],
      [
        "statement",
        "Coastal Workers Union",
        "indirect",
        "said",
        "It said that the minister had not come",
      ],
    ],
  ],
  [
    "The union said the talks had failed. They said that the minister had not come.",
    [
      ["statement", "The union", "indirect", "said", "The union said the talks had failed"],
      ["statement", "The union", "indirect", "said", "They said that the minister had not come"],
    ],
  ],
  [
    "The prosecutor, Kamran Delavar, said the file was closed. The prosecutor said that the press was wrong.",
    [
      [
        "statement",
        "Kamran Delavar",
        "indirect",
        "said",
        "The prosecutor, Kamran Delavar, said the file was closed",
      ],
      [
        "statement",
        "Kamran Delavar",
        "indirect",
        "said",
        "The prosecutor said that the press was wrong",
      ],
    ],
  ],
  [
    "The ministry said in a statement that the talks had failed.",
    [
      [
        "statement",
        "The ministry",
        "indirect",
        "said",
        "The ministry said in a statement that the talks had failed",
      ],
    ],
  ],
  [
    "The ministry said in a statement carried by the Badr news agency that the talks had failed.",
    [
      [
        "statement",
        "the Badr news agency > The ministry",
        "indirect",
        "said",
        "The ministry said in a statement carried by the Badr news agency that the talks had failed",
      ],
    ],
  ],
  [
    "The judge, quoted by the Badr news agency, said the talks had failed.",
    [
      [
        "statement",
        "the Badr news agency > The judge",
        "unnamed",
        "said",
        "The judge, quoted by the Badr news agency, said the talks had failed",
      ],
    ],
  ],
  [
    "The judge, according to the Badr news agency, said the talks had failed.",
    [
      [
        "statement",
        "the Badr news agency > The judge",
        "unnamed",
        "said",
        "The judge, according to the Badr news agency, said the talks had failed",
      ],
    ],
  ],
  [
    "The minister was quoted by Badr as saying the talks had failed.",
    [
      [
        "statement",
        "Badr > The minister",
        "unnamed",
        "as saying",
        "The minister was quoted by Badr as saying the talks had failed",
      ],
    ],
  ],
  [
    "Badr quoted the minister as saying that the talks had failed.",
    [
      [
        "statement",
        "Badr > the minister",
        "unnamed",
        "as saying",
        "Badr quoted the minister as saying that the talks had failed",
      ],
    ],
  ],
  [
    "“The talks have failed for good,” the agency quoted the minister as saying.",
    [
      [
        "statement",
        "the agency > the minister",
        "direct",
        "as saying",
        "“The talks have failed for good,”",
      ],
    ],
  ],
  [
    "State media, citing the minister, said the talks had failed.",
    [
      [
        "statement",
        "State media > the minister",
        "unnamed",
        "citing",
        "State media, citing the minister, said the talks had failed",
      ],
    ],
  ],
  [
    "The talks, Kamran Delavar told reporters, had failed.",
    [
      [
        "statement",
        "Kamran Delavar",
        "indirect",
        "told reporters",
        "The talks, Kamran Delavar told reporters, had failed",
      ],
    ],
  ],
  [
    "As Kamran Delavar put it, “the talks have failed for good”.",
    [["statement", "Kamran Delavar", "direct", "put it", "“the talks have failed for good”"]],
  ],
  [
    "The minister warned that the river would run dry.",
    [
      [
        "statement",
        "The minister",
        "unnamed",
        "warned",
        "The minister warned that the river would run dry",
      ],
    ],
  ],
  [
    "The minister said the river would run dry, adding that nobody was to blame.",
    [
      ["statement", "The minister", "unnamed", "said", "The minister said the river would run dry"],
      ["statement", "The minister", "unnamed", "adding", "adding that nobody was to blame"],
    ],
  ],
  [
    "The minister said that the river would run dry and insisted that nobody was to blame.",
    [
      [
        "statement",
        "The minister",
        "unnamed",
        "said",
        "The minister said that the river would run dry",
      ],
      ["statement", "The minister", "unnamed", "insisted", "insisted that nobody was to blame"],
    ],
  ],
  [
    "The minister said the river would run dry, while the farmers said that the ministry was asleep.",
    [
      ["statement", "The minister", "unnamed", "said", "The minister said the river would run dry"],
      [
        "statement",
        "the farmers",
        "unnamed",
        "said",
        "the farmers said that the ministry was asleep",
      ],
    ],
  ],
  [
    "Tehran denies that it jams the signal.",
    [["statement", "Tehran", "indirect", "denies that", "Tehran denies that it jams the signal"]],
  ],
  [
    "Tehran denied the report and says that the signal is clear.",
    [
      ["statement", "Tehran", "indirect", "denied", "Tehran denied the report"],
      ["statement", "Tehran", "indirect", "says", "says that the signal is clear"],
    ],
  ],
  [
    "The family rejects the finding of the coroner.",
    [
      [
        "statement",
        "The family",
        "unnamed",
        "rejects",
        "The family rejects the finding of the coroner",
      ],
    ],
  ],
  [
    "The governor dismissed the complaint as “theatre for foreigners”.",
    [
      [
        "statement",
        "The governor",
        "mixed",
        "dismissed",
        "The governor dismissed the complaint as “theatre for foreigners”",
      ],
    ],
  ],
  [
    "Canada opposed the draft, Norway regretted the delay and Japan welcomed the visit.",
    [
      ["statement", "Canada", "indirect", "opposed", "Canada opposed the draft"],
      ["statement", "Norway", "indirect", "regretted", "Norway regretted the delay"],
      ["statement", "Japan", "indirect", "welcomed", "Japan welcomed the visit"],
    ],
  ],
  [
    "The union deplored the “cold and careless” answer of the ministry.",
    [
      [
        "statement",
        "The union",
        "mixed",
        "deplored",
        "The union deplored the “cold and careless” answer of the ministry",
      ],
    ],
  ],
  [
    "The rapporteur spoke of “a policy without a signature”.",
    [
      [
        "statement",
        "The rapporteur",
        "mixed",
        "spoke of",
        "The rapporteur spoke of “a policy without a signature”",
      ],
    ],
  ],
  [
    "The governor described the complaint as theatre.",
    [
      [
        "statement",
        "The governor",
        "unnamed",
        "described",
        "The governor described the complaint as theatre",
      ],
    ],
  ],
  [
    "The mayor faulted the ministry for the delay.",
    [
      [
        "statement",
        "The mayor",
        "unnamed",
        "faulted",
        "The mayor faulted the ministry for the delay",
      ],
    ],
  ],
  [
    "The minister ruled out a “change of course”.",
    [
      [
        "statement",
        "The minister",
        "mixed",
        "ruled out",
        "The minister ruled out a “change of course”",
      ],
    ],
  ],
  [
    "The embassy called the letter “an insult to a nation”.",
    [
      [
        "statement",
        "The embassy",
        "mixed",
        "called the",
        "The embassy called the letter “an insult to a nation”",
      ],
    ],
  ],
  ["He denies the charge.", [["statement", "?", "unnamed", "denies", "He denies the charge"]]],
  ["They were held in solitary confinement and denied a lawyer for months.", []],
  ["The reports were published on Monday.", []],
  ["The claims of the two sides differ.", []],
  ["The states of the Gulf were silent.", []],
  ["Fears of a flood are growing in the valley.", []],
  ["The charges against the baker were dropped.", []],
  ["The group's reports are read by few.", []],
  ["The committee found a table and four chairs.", []],
  ["The committee found that the archive had been burned.", []],
  [
    "The survey shows that people are tired.",
    [["statement", "The survey", "unnamed", "shows", "The survey shows that people are tired"]],
  ],
  ["The minister did not say when the talks would begin.", []],
  ["The ministry has not commented.", []],
  ["The lawyer refused to say who had paid.", []],
  ["The film “Killing the Messenger” opened in March.", []],
  ["He was charged with “insulting the sacred” and “propaganda”.", []],
  ["The novel “A House by the Sea” was sold out.", []],
  ["Riyadh (Agencies) — The kingdom opened a museum on Wednesday.", []],
  ["GENEVA, 4 May (Wire) - The council opened its session on Monday.", []],
  ["Verdicts are carried out according to law.", []],
  [
    "Students chanted “Woman, life, freedom” outside the library.",
    [["statement", "Students", "mixed", "chanted", "Students chanted “Woman, life, freedom”"]],
  ],
  [
    "A banner read “Bread, work, freedom” in red letters.",
    [
      [
        "statement",
        "A banner",
        "mixed",
        "read",
        "A banner read “Bread, work, freedom” in red letters",
      ],
    ],
  ],
  [
    "Protesters shouted “We are not afraid” at the guards.",
    [["statement", "Protesters", "mixed", "shouted", "Protesters shouted “We are not afraid”"]],
  ],
  [
    "The judge told the jury to ignore the newspapers.",
    [["call", "The judge", "unnamed", "told", "The judge told the jury to ignore the newspapers"]],
  ],
  [
    "The judge warned the press not to name the girl.",
    [["call", "The judge", "unnamed", "warned", "The judge warned the press not to name the girl"]],
  ],
  [
    "The rights group called on Tehran to open the archive.",
    [
      [
        "call",
        "The rights group",
        "indirect",
        "called on",
        "The rights group called on Tehran to open the archive",
      ],
    ],
  ],
  [
    "The rights group called on Tehran to open the archive, to publish the list and to allow a visit.",
    [
      [
        "call",
        "The rights group",
        "indirect",
        "called on",
        "The rights group called on Tehran to open the archive",
      ],
      ["call", "The rights group", "indirect", "called on", "to publish the list"],
      ["call", "The rights group", "indirect", "called on", "to allow a visit"],
    ],
  ],
  [
    "The rights group called on Tehran to open the archive, publish the list and allow a visit.",
    [
      [
        "call",
        "The rights group",
        "indirect",
        "called on",
        "The rights group called on Tehran to open the archive",
      ],
      ["call", "The rights group", "indirect", "called on", "publish the list"],
      ["call", "The rights group", "indirect", "called on", "allow a visit"],
    ],
  ],
  [
    "The assembly would further call upon the government to open the archive; to publish the list; to allow a visit.",
    [
      [
        "call",
        "The assembly",
        "indirect",
        "call upon",
        "The assembly would further call upon the government to open the archive",
      ],
      ["call", "The assembly", "indirect", "call upon", "to publish the list"],
      ["call", "The assembly", "indirect", "call upon", "to allow a visit"],
    ],
  ],
  [
    "The group called for an open inquiry.",
    [["call", "The group", "indirect", "called for", "The group called for an open inquiry"]],
  ],
  [
    "The group calls for an open inquiry and for a fair hearing.",
    [
      ["call", "The group", "indirect", "calls for", "The group calls for an open inquiry"],
      ["call", "The group", "indirect", "calls for", "for a fair hearing"],
    ],
  ],
  [
    "The group urged Tehran to open the archive and to publish the list.",
    [
      ["call", "The group", "indirect", "urged", "The group urged Tehran to open the archive"],
      ["call", "The group", "indirect", "urged", "to publish the list"],
    ],
  ],
  [
    "Speakers called for concrete measures: opening the archive, publishing the list, and allowing a visit.",
    [
      [
        "call",
        "Speakers",
        "indirect",
        "called for",
        "Speakers called for concrete measures: opening the archive",
      ],
      ["call", "Speakers", "indirect", "called for", "publishing the list"],
      ["call", "Speakers", "indirect", "called for", "allowing a visit"],
    ],
  ],
  [
    "She demanded that the archive be opened.",
    [["call", "?", "unnamed", "demanded that", "She demanded that the archive be opened"]],
  ],
  [
    "Shirin Daneshpour demanded that the archive be opened.",
    [
      [
        "call",
        "Shirin Daneshpour",
        "indirect",
        "demanded that",
        "Shirin Daneshpour demanded that the archive be opened",
      ],
    ],
  ],
  [
    "Shirin Daneshpour wants the case moved to Shiraz.",
    [
      [
        "call",
        "Shirin Daneshpour",
        "indirect",
        "wants",
        "Shirin Daneshpour wants the case moved to Shiraz",
      ],
    ],
  ],
  [
    "Shirin Daneshpour asked for the file to be opened.",
    [
      [
        "call",
        "Shirin Daneshpour",
        "indirect",
        "asked for",
        "Shirin Daneshpour asked for the file to be opened",
      ],
    ],
  ],
  [
    "Shirin Daneshpour asked the court to open the file.",
    [
      [
        "call",
        "Shirin Daneshpour",
        "indirect",
        "asked",
        "Shirin Daneshpour asked the court to open the file",
      ],
    ],
  ],
  [
    "Shirin Daneshpour asked how the court could stay silent.",
    [
      [
        "statement",
        "Shirin Daneshpour",
        "indirect",
        "asked",
        "Shirin Daneshpour asked how the court could stay silent",
      ],
    ],
  ],
  [
    "The union appealed to the ministry to pay the wages.",
    [
      [
        "call",
        "The union",
        "indirect",
        "appealed to",
        "The union appealed to the ministry to pay the wages",
      ],
    ],
  ],
  [
    "The union appealed for blood.",
    [["call", "The union", "indirect", "appealed for", "The union appealed for blood"]],
  ],
  [
    "The police ask anyone with dashcam film to call.",
    [["call", "The police", "indirect", "ask", "The police ask anyone with dashcam film to call"]],
  ],
  [
    "Witnesses are urged to call the police.",
    [["call", "", "author", null, "Witnesses are urged to call the police"]],
  ],
  [
    "Readers are asked to write to the minister.",
    [["call", "", "author", null, "Readers are asked to write to the minister"]],
  ],
  [
    "We call on the council to send a mission.",
    [["call", "", "author", null, "We call on the council to send a mission"]],
  ],
  [
    "We demand the reopening of the school.",
    [["call", "", "author", null, "We demand the reopening of the school"]],
  ],
  [
    "We ask that the council send a mission.",
    [["call", "", "author", null, "We ask that the council send a mission"]],
  ],
  [
    "Call on the authorities to open the archive.",
    [["call", "", "author", null, "Call on the authorities to open the archive"]],
  ],
  [
    "Urge them to open the archive.",
    [["call", "", "author", null, "Urge them to open the archive"]],
  ],
  [
    "Ask that she be given a lawyer.",
    [["call", "", "author", null, "Ask that she be given a lawyer"]],
  ],
  [
    "Demand that the archive be opened.",
    [["call", "", "author", null, "Demand that the archive be opened"]],
  ],
  ["Cancel the visit.", [["call", "", "author", null, "Cancel the visit"]]],
  ["Do not sell them the cameras.", [["call", "", "author", null, "Do not sell them the cameras"]]],
  [
    "Let the mission visit the prison.",
    [["call", "", "author", null, "Let the mission visit the prison"]],
  ],
  [
    "The council must send a mission now.",
    [["call", "", "author", null, "The council must send a mission now"]],
  ],
  [
    "Europe should stop the sale of cameras.",
    [["call", "", "author", null, "Europe should stop the sale of cameras"]],
  ],
  [
    "The council should not close the file.",
    [["call", "", "author", null, "The council should not close the file"]],
  ],
  [
    "The minister said that Europe should look at its own record.",
    [
      [
        "call",
        "The minister",
        "unnamed",
        "said",
        "The minister said that Europe should look at its own record",
      ],
    ],
  ],
  [
    "“Trade with jailers must stop,” Omid Tavassoli said.",
    [["call", "Omid Tavassoli", "direct", "said", "“Trade with jailers must stop,”"]],
  ],
  [
    "“Do not forget our names,” the letter said.",
    [["call", "the letter", "direct", "said", "“Do not forget our names,”"]],
  ],
  [
    "The families repeated their call for an open inquiry.",
    [
      [
        "call",
        "The families",
        "unnamed",
        "repeated their call",
        "The families repeated their call for an open inquiry",
      ],
    ],
  ],
  [
    "The union has demanded 40 million rials for each driver.",
    [
      [
        "call",
        "The union",
        "indirect",
        "demanded",
        "The union has demanded 40 million rials for each driver",
      ],
    ],
  ],
  [
    "The governor ordered courts to proceed “without delay or mercy”.",
    [
      [
        "call",
        "The governor",
        "mixed",
        "ordered",
        "The governor ordered courts to proceed “without delay or mercy”",
      ],
    ],
  ],
  [
    "The supreme leader told the guards to do their duty.",
    [
      [
        "call",
        "The supreme leader",
        "unnamed",
        "told",
        "The supreme leader told the guards to do their duty",
      ],
    ],
  ],
  [
    "Press unions abroad have called for her to be freed.",
    [
      [
        "call",
        "Press unions abroad",
        "indirect",
        "called for",
        "Press unions abroad have called for her to be freed",
      ],
    ],
  ],
  ["The two prisoners were told to pack.", []],
  ["He was asked to leave the room.", []],
  ["She asked to see the file.", []],
  ["The driver wanted a cup of tea.", []],
  [
    "Spokesman: No change of course before spring",
    [["statement", "Spokesman", "unnamed", ":", "Spokesman: No change of course before spring"]],
  ],
  [
    "Talks have failed for good, says minister",
    [["statement", "minister", "unnamed", "says", "Talks have failed for good, says minister"]],
  ],
  [
    "“My mother waits at the gate every day. They send her away. She comes again,” Behnam Karimzad said.",
    [
      [
        "statement",
        "Behnam Karimzad",
        "direct",
        "said",
        "“My mother waits at the gate every day. They send her away. She comes again,”",
      ],
    ],
  ],
  [
    "“We were told to come at six. ‘Say goodbye,’ the guard said, ‘and be quick.’ That was all,” said Behnam Karimzad.",
    [
      [
        "statement",
        "Behnam Karimzad",
        "direct",
        "said",
        "“We were told to come at six. ‘Say goodbye,’ the guard said, ‘and be quick.’ That was all,”",
      ],
      ["statement", "the guard", "mixed", "said", "‘Say goodbye,’ the guard said, ‘and be quick.’"],
    ],
  ],
  [
    "Nosrat Vatandoust, a baker, was tired. “I have counted enough of them now.”",
    [["statement", "Nosrat Vatandoust", "direct", null, "“I have counted enough of them now.”"]],
  ],
  [
    "The bench asked Shirin Daneshpour, “How many times will you say this?”",
    [["statement", "The bench", "direct", "asked", "“How many times will you say this?”"]],
  ],
  [
    "“Nobody has asked us anything so far,” one of them said.",
    [["statement", "one of them", "direct", "said", "“Nobody has asked us anything so far,”"]],
  ],
  [
    "“Nobody has asked us anything so far,” said a councillor who did not want to be named.",
    [["statement", "a councillor", "direct", "said", "“Nobody has asked us anything so far,”"]],
  ],
  [
    "The paper says the bread is bad; the ministry says the bread is good.",
    [
      ["statement", "The paper", "indirect", "says", "The paper says the bread is bad"],
      ["statement", "the ministry", "indirect", "says", "the ministry says the bread is good"],
    ],
  ],
  [
    "The lawyer, in a letter seen by the paper, said the file was thin.",
    [
      [
        "statement",
        "the paper > The lawyer",
        "unnamed",
        "said",
        "The lawyer, in a letter seen by the paper, said the file was thin",
      ],
    ],
  ],
  [
    "Amnesty International said in a report on Tuesday that the courts were slow.",
    [
      [
        "statement",
        "Amnesty International",
        "indirect",
        "said",
        "Amnesty International said in a report on Tuesday that the courts were slow",
      ],
    ],
  ],
  [
    "The Oslo-based group Coast Watch said the courts were slow.",
    [
      [
        "statement",
        "Coast Watch",
        "indirect",
        "said",
        "The Oslo-based group Coast Watch said the courts were slow",
      ],
    ],
  ],
  [
    "Iran's UN mission said the report was void of any value.",
    [
      [
        "statement",
        "Iran's UN mission",
        "indirect",
        "said",
        "Iran's UN mission said the report was void of any value",
      ],
    ],
  ],
  [
    "“It has to end somewhere,” Mehrdad Azarmi wrote on his page on Friday.",
    [["statement", "Mehrdad Azarmi", "direct", "wrote", "“It has to end somewhere,”"]],
  ],
  [
    "The Government, in its late reply, said the courts were open.",
    [
      [
        "statement",
        "The Government",
        "indirect",
        "said",
        "The Government, in its late reply, said the courts were open",
      ],
    ],
  ],
  [
    "“Nobody is safe here any more,” whispered Nasrin Vatandoust.",
    [["statement", "Nasrin Vatandoust", "direct", "whispered", "“Nobody is safe here any more,”"]],
  ],
  [
    "“Nobody is safe here any more,” according to Nasrin Vatandoust, a baker.",
    [
      [
        "statement",
        "Nasrin Vatandoust",
        "direct",
        "according to",
        "“Nobody is safe here any more,”",
      ],
    ],
  ],
  [
    "Nasrin Vatandoust, 44, told the Badr newspaper that the ovens were cold.",
    [
      [
        "statement",
        "Nasrin Vatandoust",
        "indirect",
        "told",
        "Nasrin Vatandoust, 44, told the Badr newspaper that the ovens were cold",
      ],
    ],
  ],
  [
    "Nasrin Vatandoust is a baker and her brother Iraj a tailor. “We share one stove,” she said.",
    [["statement", "Nasrin Vatandoust", "direct", "said", "“We share one stove,”"]],
  ],
  [
    "In her letter Nasrin Vatandoust wrote that “the ovens are cold and the door is open”.",
    [
      [
        "statement",
        "Nasrin Vatandoust",
        "direct",
        "wrote",
        "“the ovens are cold and the door is open”",
      ],
    ],
  ],
  [
    "On Monday the ministry announced that schools would close.",
    [
      [
        "statement",
        "the ministry",
        "indirect",
        "announced",
        "the ministry announced that schools would close",
      ],
    ],
  ],
  ["On Monday the ministry announced the closure of schools.", []],
  [
    "The ministry, which had been silent for a week, announced that schools would close.",
    [
      [
        "statement",
        "The ministry",
        "indirect",
        "announced",
        "The ministry, which had been silent for a week, announced that schools would close",
      ],
    ],
  ],
  ["Neither the ministry nor the union has confirmed the report.", []],
  [
    "Some say the river is dry. Others say it was never full.",
    [
      ["statement", "Some", "unnamed", "say", "Some say the river is dry"],
      ["statement", "Others", "unnamed", "say", "Others say it was never full"],
    ],
  ],
  ["What the ministry called “a small leak” filled the street.", []],
  [
    "The union accuses the ministry of hiding the bill.",
    [
      [
        "statement",
        "The union",
        "indirect",
        "accuses",
        "The union accuses the ministry of hiding the bill",
      ],
    ],
  ],
  [
    "The union thanked the villagers for their bread.",
    [
      [
        "statement",
        "The union",
        "indirect",
        "thanked",
        "The union thanked the villagers for their bread",
      ],
    ],
  ],
  ["The court rejected the appeal on Tuesday.", []],
  [
    "The supreme leader said last week that people were not to be blamed.",
    [
      [
        "statement",
        "The supreme leader",
        "unnamed",
        "said",
        "The supreme leader said last week that people were not to be blamed",
      ],
    ],
  ],
  [
    "The bakers’ union, whose hall was sealed in May, said that it would not be silent.",
    [
      [
        "statement",
        "The bakers’ union",
        "indirect",
        "said",
        "The bakers’ union, whose hall was sealed in May, said that it would not be silent",
      ],
    ],
  ],
  [
    "“We will not be silent,” the bakers’ union said in a statement. It called on the mayor to open the hall.",
    [
      ["statement", "the bakers’ union", "direct", "said", "“We will not be silent,”"],
      [
        "call",
        "the bakers’ union",
        "indirect",
        "called on",
        "It called on the mayor to open the hall",
      ],
    ],
  ],
  [
    "“We will not be silent,” the bakers’ union said in a statement, calling on the mayor to open the hall.",
    [
      ["statement", "the bakers’ union", "direct", "said", "“We will not be silent,”"],
      [
        "call",
        "the bakers’ union",
        "indirect",
        "calling on",
        "calling on the mayor to open the hall",
      ],
    ],
  ],
  [
    "The UN expert urged the government to lift the ban without delay.",
    [
      [
        "call",
        "The UN expert",
        "unnamed",
        "urged",
        "The UN expert urged the government to lift the ban without delay",
      ],
    ],
  ],
  [
    "The UN expert expressed concern at the ban.",
    [
      [
        "statement",
        "The UN expert",
        "unnamed",
        "expressed concern",
        "The UN expert expressed concern at the ban",
      ],
    ],
  ],
  [
    "The mayor has asked residents to save water.",
    [["call", "The mayor", "unnamed", "asked", "The mayor has asked residents to save water"]],
  ],
  [
    "The mayor must resign, the bakers’ union said.",
    [
      [
        "call",
        "the bakers’ union",
        "indirect",
        "said",
        "The mayor must resign, the bakers’ union said",
      ],
    ],
  ],
  [
    "Governments have to act, and they should act now.",
    [["call", "", "author", null, "Governments have to act, and they should act now"]],
  ],
];

/** Who an event comes from. */
const EVENTS: readonly (readonly [text: string, chain: string])[] = [
  ["Police said two men were hanged in Shiraz on Monday.", "Police"],
  ["Two men were hanged in Shiraz on Monday, police said.", "police"],
  ["Two men were hanged in Shiraz on Monday, said Omid Tavassoli, a lawyer.", "Omid Tavassoli"],
  ["According to Omid Tavassoli, two men were hanged in Shiraz on Monday.", "Omid Tavassoli"],
  [
    "Two men were hanged in Shiraz on Monday, according to figures compiled by the Coastal Workers Union.",
    "Coastal Workers Union",
  ],
  [
    "Two men were hanged in Shiraz on Monday, according to state media citing police.",
    "state media > police",
  ],
  [
    "Two men were hanged in Shiraz on Monday, state media reported, citing police.",
    "state media > police",
  ],
  ["“Two men were hanged at dawn,” a guard told the paper.", "a guard"],
  [
    "The Coastal Workers Union quoted a guard as saying that two men had been hanged in Shiraz.",
    "Coastal Workers Union > a guard",
  ],
  ["Two executions were announced by official sources.", ""],
  [
    "According to a prison source, a third man, Omid Tavassoli, was hanged in Shiraz.",
    "a prison source",
  ],
  ["According to a cellmate, a prisoner, Omid Tavassoli, was hanged in Shiraz.", "a cellmate"],
  [
    "Two men were hanged, taking their families by surprise, according to the Coastal Workers Union.",
    "Coastal Workers Union",
  ],
  ["Omid Tavassoli, said that two men had been hanged in Shiraz.", "Omid Tavassoli"],
  ["The union condemned the execution of two men in Shiraz.", ""],
  ["The union says that two men were hanged; three women were hanged in Qom.", "The union"],
];

/** Puts the sentence past the gate, which asks for an event of a report. */
const REST = "\n\nTen prisoners were executed in Iran in 2020.";

const { packs } = loadPacks();

async function claimsOf(text: string) {
  const [outcome] = await readDocument(new TextEncoder().encode(text + REST), {
    path: "made-up.txt",
  });
  assert.ok(outcome !== undefined && outcome.kind !== "failure");
  return readClaims(outcome.document, packs).claims.filter(
    (claim) => claim.span.start < text.length,
  );
}

function chainOf(attribution: readonly { readonly source: string | null }[]): string {
  return attribution.map((link) => link.source ?? "?").join(" > ");
}

for (const [text, told] of ROWS) {
  test(`readClaims() tells who says what in "${text}"`, async () => {
    const claims = (await claimsOf(text)).filter(
      ({ kind }) => kind === "statement" || kind === "call",
    );
    const found = claims.map(({ kind, attribution, span }) => {
      const last = attribution.at(-1);
      return [kind, chainOf(attribution), last?.type ?? "author", last?.cue ?? null, span.quote];
    });
    assert.deepEqual(found, told);
  });
}

for (const [text, chain] of EVENTS) {
  test(`readClaims() gives an event its sources in "${text}"`, async () => {
    const [event] = (await claimsOf(text)).filter(({ kind }) => kind === "execution");
    assert.ok(event !== undefined);
    assert.equal(chainOf(event.attribution), chain);
  });
}

test("readClaims() leaves a speaker empty, with a note, where two could be meant", async () => {
  const text =
    "Nasrin Vatandoust said the door was open, while Laleh Karimzad said the door was shut. She said that it was cold.";
  const claim = (await claimsOf(text)).findLast(({ kind }) => kind === "statement");
  assert.equal(claim?.span.quote, "She said that it was cold");
  assert.equal(claim?.attribution.at(-1)?.source, null);
  assert.ok(claim?.notes.some(({ code }) => code === "speaker-unresolved"));
});
