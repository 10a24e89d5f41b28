import type { Actor } from "../actor.ts";
import { isAnsweringSide, isOfOne, isStaff, personOf } from "../people/standing.ts";
import type { SessionState } from "../state.ts";
import { followupRecordId, LEDGER_IMPORT_RECORD_ID } from "./records.ts";

/** Rows of the ledger are worked on by staff and by the units they are given to. */
export function worksOn(actor: Actor, followupId: string, state: SessionState): boolean {
  if (isStaff(actor, state)) return true;
  const row = state.find("followup", followupRecordId(followupId));
  return row !== undefined && isOfOne(personOf(actor, state), row);
}

/** The ledger as a file is for staff, and for whoever's unit can be given rows of it. */
export function worksOnLedger(actor: Actor, state: SessionState): boolean {
  if (isStaff(actor, state)) return true;
  const person = personOf(actor, state);
  return person !== undefined && isAnsweringSide(person.side);
}

/** An import is taken back by staff, and by whoever brought it. */
export function withdrawsLedger(actor: Actor, state: SessionState): boolean {
  if (isStaff(actor, state)) return true;
  const last = state.find("ledgerImport", LEDGER_IMPORT_RECORD_ID);
  return last !== undefined && last.importedBy === personOf(actor, state)?.personId;
}
