import { askerKey, type WrittenAsker } from "../../../shared/domain/collected/asker.ts";
import type { PlannedQuestion } from "../../../shared/domain/collected/planned-question.ts";
import type { CollectedDecisions } from "../../../shared/domain/collected/row.ts";
import { nameKey } from "../../../shared/domain/roster/text.ts";
import type { CollectedReply, PlannedStatus } from "./collected-reply.ts";

/** Chosen in place of a person: staff ask. */
export const STAFF = "staff";

/** What is decided of a preview, by the key of what is written: who asked, and which unit is meant, null where it is left open. */
export interface Decisions {
  readonly askers: ReadonlyMap<string, string>;
  readonly units: ReadonlyMap<string, string | null>;
}

export const NOTHING_DECIDED: Decisions = { askers: new Map(), units: new Map() };

/** An asker of whom the roster does not know for certain, with the rows that are written so. */
export interface AskerToCheck {
  readonly key: string;
  readonly written: WrittenAsker;
  readonly rows: number;
  /** Who it is taken for; null where nobody can say. */
  readonly guessed: string | null;
}

export interface UnitToCheck {
  readonly key: string;
  readonly written: string;
  readonly rows: number;
  readonly guessed: string | null;
}

const GUESSED_ASKER: ReadonlySet<string> = new Set(["asker_by_name", "asker_of_unit"]);
const GUESSED_UNIT: ReadonlySet<string> = new Set(["unit_guessed", "unit_unknown", "units_several"]);

/** Askers to look at, in the order of the rows, those nobody knows first. */
export function askersToCheck({ rows }: CollectedReply): readonly AskerToCheck[] {
  const found = new Map<string, AskerToCheck>();
  for (const row of rows) {
    if (
      row.status !== "undecided" &&
      !(row.status === "new" && row.notes.some((note) => GUESSED_ASKER.has(note)))
    )
      continue;
    const written = row.written.asker;
    const key = askerKey(written);
    const guessed = row.status === "new" && row.asker.kind === "person" ? row.asker.personId : null;
    found.set(key, { key, written, rows: (found.get(key)?.rows ?? 0) + 1, guessed });
  }
  const all = [...found.values()];
  return [...all.filter(({ guessed }) => guessed === null), ...all.filter(({ guessed }) => guessed !== null)];
}

export function unitsToCheck({ rows }: CollectedReply): readonly UnitToCheck[] {
  const found = new Map<string, UnitToCheck>();
  for (const row of rows) {
    if (row.status !== "new" && row.status !== "undecided") continue;
    if (!row.notes.some((note) => GUESSED_UNIT.has(note))) continue;
    const key = nameKey(row.written.unit);
    const before = found.get(key)?.rows ?? 0;
    found.set(key, { key, written: row.written.unit, rows: before + 1, guessed: row.unit });
  }
  return [...found.values()];
}

/** Who is chosen for what is written: as decided, else as guessed. */
export function chosenAsker({ askers }: Decisions, { key, guessed }: AskerToCheck): string | null {
  return askers.get(key) ?? guessed;
}

export function chosenUnit({ units }: Decisions, { key, guessed }: UnitToCheck): string | null {
  const decided = units.get(key);
  return decided === undefined ? guessed : decided;
}

/** What becomes of a row as it is decided now. */
export function decidedStatus(row: PlannedQuestion, decisions: Decisions): PlannedStatus {
  const isDecided = row.status === "undecided" && decisions.askers.has(askerKey(row.written.asker));
  return isDecided ? "new" : row.status;
}

/** `decisions` with who asked what is written so; null takes the decision back. */
export function withAsker(decisions: Decisions, keys: readonly string[], chosen: string | null): Decisions {
  const askers = new Map(decisions.askers);
  for (const key of keys) {
    if (chosen === null) askers.delete(key);
    else askers.set(key, chosen);
  }
  return { ...decisions, askers };
}

export function withUnit(decisions: Decisions, key: string, unit: string | null): Decisions {
  return { ...decisions, units: new Map(decisions.units).set(key, unit) };
}

export function decidedCounts({ rows }: CollectedReply, decisions: Decisions) {
  const counts: Record<PlannedStatus, number> = { new: 0, undecided: 0, there: 0, refused: 0 };
  for (const row of rows) counts[decidedStatus(row, decisions)] += 1;
  return counts;
}

/** As the call takes it. */
export function sentDecisions(reply: CollectedReply, decisions: Decisions): CollectedDecisions {
  return {
    askers: askersToCheck(reply).flatMap(({ key, written }) => {
      const decided = decisions.askers.get(key);
      if (decided === undefined) return [];
      return [{ ...written, personId: decided === STAFF ? null : decided }];
    }),
    units: unitsToCheck(reply).flatMap(({ key, written }) => {
      const unit = decisions.units.get(key);
      return unit === undefined ? [] : [{ written, unit }];
    }),
  };
}
