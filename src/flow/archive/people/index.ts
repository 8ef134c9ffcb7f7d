/** What commands do with the people of an archive. */
export { readOpenPairs } from "../../../ledger/namingPairs.ts";
export { type Clash, clashOf } from "./clashes.ts";
export {
  confirmState,
  decidePair,
  mergePeople,
  personNamed,
  splitPerson,
  statePerson,
  undoLinks,
} from "./decidePeople.ts";
export { readOpenEvents } from "./linkEvents.ts";
export type { LinkStage } from "./compareNamings.ts";
export { type Linked, linkPeople } from "./linkPeople.ts";
export { type ListedPerson, listPeople } from "./listPeople.ts";
export { matchArchive } from "./matchArchive.ts";
export type { Standing } from "../../../ledger/peopleRows.ts";
export { namePlace, nameStage, nameValue, stageNames } from "./peoplePack.ts";
export { refitModel } from "./refit.ts";
export { type LinkErrors, reportLinks } from "./reportLinks.ts";
export {
  type PairWeighed,
  type ShownPerson,
  showPerson,
  statesOf,
  type ToldApart,
  whyPeople,
} from "./showPerson.ts";
export {
  type EventTotal,
  eventNamed,
  type FoundEvent,
  listEvents,
  type ShownEvent,
  showEvent,
} from "./showEvent.ts";
