import type { CommandOf } from "../../protocol/commands/command.ts";
import { dutySchema } from "../../protocol/commands/people.ts";
import type { ErrorCode } from "../../protocol/errors.ts";
import type { Acting } from "../acting.ts";
import { type Patch, set } from "../patches.ts";
import { personRecordId } from "../people/records.ts";
import { done, type Result, refuse } from "../result.ts";
import { hasNamesake, roomsOfGroups, rosterChanges } from "./changes.ts";
import { isFault, placeKey, type RowReason, readText, TEXT_FIELDS } from "./draft.ts";

/**
 * Corrects one person; who it is, with questions, PIN, arrival and tokens, stays. Texts are read as those of a table are,
 * and refused with the `field` at fault.
 */
export function updatePerson(command: CommandOf<"person.update">, { state }: Acting): Result<Patch[]> {
  const person = state.find("person", personRecordId(command.personId));
  if (person === undefined || person.removed) return refuse("person_unknown");
  const { type: _type, duties, ...said } = command;
  for (const field of TEXT_FIELDS) {
    const given = said[field];
    if (given == null) continue;
    const text = readText(field, given);
    if (isFault(text)) return refuse(codeOf(text.reason), { field });
    Object.assign(said, { [field]: text });
  }
  const called = { name: said.name ?? person.name, unit: said.unit ?? person.unit };
  if (placeKey(called) !== placeKey(person) && hasNamesake(person, called, state))
    return refuse("person_exists", { field: said.name === undefined ? "unit" : "name" });
  const inOrder = duties && dutySchema.options.filter((duty) => duties.includes(duty));
  const changes = rosterChanges(
    person,
    { ...said, ...(inOrder !== undefined && { duties: inOrder }) },
    roomsOfGroups(state),
  );
  return done(Object.keys(changes).length === 0 ? [] : [set(person, changes)]);
}

function codeOf(reason: RowReason): ErrorCode {
  if (reason === "name_several") return "name_several";
  if (reason.endsWith("_missing")) return "text_empty";
  return reason.endsWith("_too_long") ? "text_too_long" : "text_unreadable";
}
