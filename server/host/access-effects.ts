import type { AccessEffect } from "../../shared/domain/kind.ts";
import { kindInId } from "../../shared/domain/kinds.ts";
import type { SessionState } from "../../shared/domain/state.ts";

/** What a batch does to people's standing. */
export interface AccessEffects {
  /** People whose lanes or duties changed. */
  readonly resetPersonIds: readonly string[];
  /** People taken off the roster or put back on it. */
  readonly movedPersonIds: readonly string[];
  /** Whether anybody's right to read or write notes may have changed. */
  readonly notes: boolean;
}

/** What the records that a batch touched say of it. */
export function accessEffects(
  before: SessionState,
  after: SessionState,
  touched: ReadonlySet<string>,
): AccessEffects {
  const effects = [...touched].flatMap((id) => kindInId(id).access(before.get(id), after.get(id)));
  return {
    resetPersonIds: peopleOf("lanes", effects),
    movedPersonIds: peopleOf("roster", effects),
    notes: effects.some(({ effect }) => effect === "notes"),
  };
}

function peopleOf(wanted: "lanes" | "roster", effects: readonly AccessEffect[]): string[] {
  return effects.flatMap((one) => (one.effect === wanted ? [one.personId] : []));
}
