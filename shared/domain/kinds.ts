import { agendaItemKind, agendaKind } from "./agenda/kinds.ts";
import { answerKind } from "./answers/kind.ts";
import { documentEditKind, documentSetupKind } from "./documents/kinds.ts";
import { exportKind } from "./exports/kind.ts";
import { followupKind, ledgerImportKind, ledgerKind, progressKind } from "./followups/kinds.ts";
import { helpKind } from "./help/kind.ts";
import { houseStyleKind } from "./house-style/kind.ts";
import type { AnyKind } from "./kind.ts";
import { notesHoldKind } from "./notes/kind.ts";
import { noticeKind } from "./notices/kind.ts";
import { choiceKind, offerKind } from "./offers/kinds.ts";
import { personKind } from "./people/kind.ts";
import { questionKind, ratingKind, supportKind, trailKind } from "./questions/kinds.ts";
import { nameOfKind } from "./record-base.ts";
import { roomKind } from "./rooms/kind.ts";
import { roundKind } from "./rounds/kind.ts";
import { sessionKind } from "./session/kind.ts";
import { floorKind, pointKind, speechKind } from "./speaking/kinds.ts";
import { stageKind, stageQueueKind } from "./stage/kinds.ts";
import { tallyKind } from "./tally/kind.ts";
import { timerKind } from "./timers/kind.ts";
import { phrasesKind, topicsKind } from "./wordings/kinds.ts";

/** Everything about every kind of records but who may see it, which `LANES` says. */
export const KINDS = {
  session: sessionKind,
  room: roomKind,
  person: personKind,
  round: roundKind,
  offer: offerKind,
  choice: choiceKind,
  question: questionKind,
  support: supportKind,
  answer: answerKind,
  rating: ratingKind,
  trail: trailKind,
  followup: followupKind,
  progress: progressKind,
  ledger: ledgerKind,
  ledgerImport: ledgerImportKind,
  topics: topicsKind,
  phrases: phrasesKind,
  stage: stageKind,
  stageQueue: stageQueueKind,
  speech: speechKind,
  point: pointKind,
  floor: floorKind,
  tally: tallyKind,
  notesHold: notesHoldKind,
  timer: timerKind,
  agenda: agendaKind,
  agendaItem: agendaItemKind,
  help: helpKind,
  notice: noticeKind,
  export: exportKind,
  documentSetup: documentSetupKind,
  documentEdit: documentEditKind,
  houseStyle: houseStyleKind,
} as const;

/** The same by name, for what goes through kinds without knowing which there are. */
export const KINDS_BY_NAME = KINDS as unknown as Readonly<Record<string, AnyKind>>;

/** Whether there is a kind of this name. */
export function isKind(name: string): boolean {
  return Object.hasOwn(KINDS, name);
}

/** The kind of a record or a view, for what goes through records of every kind. Throws for one that nobody has declared. */
export function kindOf({ kind }: { readonly kind: string }): AnyKind {
  const found = KINDS_BY_NAME[kind];
  if (found === undefined) throw new Error(`no such kind of records: ${kind}`);
  return found;
}

/** The kind that the id of a record names. */
export function kindInId(recordId: string): AnyKind {
  return kindOf({ kind: nameOfKind(recordId) });
}
