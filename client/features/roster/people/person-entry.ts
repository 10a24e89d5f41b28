import type { PersonRecord } from "../../../../shared/domain/people/records.ts";
import { isFault, type RowReason, readText, TEXT_FIELDS } from "../../../../shared/domain/roster/draft.ts";
import type { FieldChange } from "../../../../shared/domain/roster/planned-row.ts";
import type { AllMessages } from "../../../../shared/messages/zh-CN.ts";
import type { CommandOf } from "../../../../shared/protocol/commands/command.ts";
import type { RosterPerson } from "../../../../shared/protocol/commands/people.ts";

type Side = RosterPerson["side"];

/** One person as a form has it: text, not yet checked. */
export interface PersonEntry {
  readonly order: string;
  readonly name: string;
  readonly unit: string;
  readonly post: string;
  /** Empty until it is chosen: it decides what somebody may do, and nothing tells it. */
  readonly side: Side | "";
  readonly duties: RosterPerson["duties"];
  readonly group: string;
  readonly seat: string;
}
export type EntryField = keyof PersonEntry;

export type EntryProblem = RowReason | "order_wrong";

/** What a form says otherwise than the roster, or the field that cannot be read. */
export type Correction =
  | { readonly ok: true; readonly changes: readonly EntryChange[] }
  | { readonly ok: false; readonly field: EntryField; readonly reason: EntryProblem };

type EntryChange = FieldChange & { readonly field: EntryField };

const ORDER_MAX = 1_000_000;

export function entryOf(person: PersonRecord): PersonEntry {
  const { order, name, unit, post, side, duties, group, seat } = person;
  return {
    order: String(order),
    name,
    unit,
    post: post ?? "",
    side,
    duties,
    group: group ?? "",
    seat: seat ?? "",
  };
}

/** Reads a form as a row of a table is read, and compares it with the person it corrects. */
export function readCorrection(person: PersonRecord, entry: PersonEntry): Correction {
  const order = entry.order.trim();
  if (!/^\d{1,7}$/.test(order) || Number(order) > ORDER_MAX)
    return { ok: false, field: "order", reason: "order_wrong" };
  const said: Record<EntryField, EntryChange["after"]> = { ...entry, order: Number(order) };
  for (const field of TEXT_FIELDS) {
    // What was not touched is not checked anew.
    if (entry[field] === (person[field] ?? "")) {
      said[field] = person[field];
      continue;
    }
    const text = readText(field, entry[field]);
    if (isFault(text)) return { ok: false, field, reason: text.reason };
    said[field] = text;
  }
  const changes = Object.entries(said).flatMap(([name, after]) => {
    const field = name as EntryField;
    const before = person[field];
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ field, before, after }];
  });
  return { ok: true, changes };
}

/** The command that brings `side` of the changes about; back to a guess where the side was one. */
export function updateOf(
  person: PersonRecord,
  changes: readonly EntryChange[],
  side: "before" | "after",
): CommandOf<"person.update"> {
  const fields = Object.fromEntries(changes.map((change) => [change.field, change[side]]));
  const isGuess = side === "before" && person.sideGuessed === true && "side" in fields;
  return {
    type: "person.update",
    personId: person.personId,
    ...fields,
    ...(isGuess && { sideGuessed: true }),
  };
}

export function problemWords(reason: EntryProblem, { roster, rosterReading }: AllMessages): string {
  return reason === "order_wrong" ? roster.people.orderWrong : rosterReading.reasons[reason];
}
