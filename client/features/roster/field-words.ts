import type { FieldChange } from "../../../shared/domain/roster/planned-row.ts";
import type { AllMessages } from "../../../shared/messages/zh-CN.ts";
import type { RosterPerson } from "../../../shared/protocol/commands/people.ts";

type Value = FieldChange["before"];

/** A roster field's value in words: sides and duties as the trade says them, nothing as （空）. */
export function valueWords(
  field: FieldChange["field"],
  value: Value,
  { common, roster }: AllMessages,
): string {
  if (field === "sideGuessed") return value === true ? roster.guessed : roster.saidSide;
  if (field === "removed") return value === true ? roster.no : roster.yes;
  if (Array.isArray(value)) {
    const names = (value as RosterPerson["duties"]).map((duty) => roster.duties[duty]);
    return names.length === 0 ? roster.preview.empty : names.join(common.listSeparator);
  }
  if (value === null || value === "") return roster.preview.empty;
  return field === "side" ? roster.sides[value as RosterPerson["side"]] : String(value);
}

/** `职务：副局长 → 局长`. */
export function changeWords({ field, before, after }: FieldChange, messages: AllMessages): string {
  const { fields, preview } = messages.roster;
  return preview.change(
    fields[field],
    valueWords(field, before, messages),
    valueWords(field, after, messages),
  );
}
