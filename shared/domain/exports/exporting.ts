import { EXPORTS_BY_DEFAULT } from "../../protocol/commands/session.ts";
import type { Actor } from "../actor.ts";
import { worksOnLedger } from "../followups/working.ts";
import { isStaff, personOf } from "../people/standing.ts";
import type { SessionState } from "../state.ts";

/** The organiser always; staff, or where the session says so those of them alone who are named for it. */
export function mayExport(actor: Actor, state: SessionState): boolean {
  if (actor.kind === "organiser") return true;
  if (!isStaff(actor, state)) return false;
  const exportsBy = state.session()?.settings.exportsBy ?? EXPORTS_BY_DEFAULT;
  return exportsBy === "staff" || personOf(actor, state)?.duties.includes("exporter") === true;
}

/** The ledger as a file is for those who may export, and for whoever's unit can be given rows of it. */
export function takesLedger(actor: Actor, state: SessionState): boolean {
  return isStaff(actor, state) ? mayExport(actor, state) : worksOnLedger(actor, state);
}

/** Whether somebody may take a file, or the part of it that is a unit's. */
export function mayTake(
  actor: Actor,
  { file, unit }: { readonly file: string; readonly unit: string | null },
  state: SessionState,
): boolean {
  if (file.startsWith("archive.")) return actor.kind === "organiser";
  if (mayExport(actor, state)) return true;
  return file.startsWith("ledger.") && takesLedger(actor, state) && personOf(actor, state)?.unit === unit;
}
