import type { PersonRecord } from "../../shared/domain/people/records.ts";
import type { SessionState } from "../../shared/domain/state.ts";

export interface AccessEffects {
  /** People whose lanes or duties changed. */
  readonly resetPersonIds: readonly string[];
  /** Whether anybody's right to read or write notes may have changed. */
  readonly notes: boolean;
}

/** What a batch does to rights, read off the records it touched. */
export function accessEffects(
  before: SessionState,
  after: SessionState,
  touched: ReadonlySet<string>,
): AccessEffects {
  const resetPersonIds: string[] = [];
  let notes = false;
  for (const id of touched) {
    const now = after.get(id);
    const was = before.get(id);
    if ((now ?? was)?.kind === "notesHold") notes = true;
    if (was === undefined || now === undefined) continue;
    if (now.kind === "person" && was.kind === "person" && standing(was) !== standing(now)) {
      resetPersonIds.push(now.personId);
      notes = true;
    }
    if ((now.kind === "room" || now.kind === "session") && "status" in was && was.status !== now.status)
      notes = true;
  }
  return { resetPersonIds, notes };
}

/** People taken off the roster or put back on it. */
export function rosterMoves(
  before: SessionState,
  after: SessionState,
  touched: ReadonlySet<string>,
): string[] {
  const moved: string[] = [];
  for (const id of touched) {
    const was = before.get(id);
    const now = after.get(id);
    if (was?.kind === "person" && now?.kind === "person" && was.removed !== now.removed) {
      moved.push(now.personId);
    }
  }
  return moved;
}

function standing(person: PersonRecord): string {
  return JSON.stringify([person.side, person.unit, person.roomId, person.removed, [...person.duties].sort()]);
}
