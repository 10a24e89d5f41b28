import { z } from "zod";
import { beijingDay, endOfBeijingDay } from "../../../shared/domain/beijing-day.ts";
import type { FollowupView } from "../../../shared/domain/followups/views.ts";
import type { CommandOf } from "../../../shared/protocol/commands/command.ts";

const valuesSchema = z.object({
  text: z.string(),
  gist: z.string(),
  leadUnit: z.string().nullable(),
  supportUnits: z.array(z.string()),
  personInCharge: z.string(),
  leaderInCharge: z.string(),
  /** As a `date` field has it. */
  due: z.string(),
  evidence: z.string(),
});

/** What the form about a row holds. */
export type EditValues = Readonly<z.infer<typeof valuesSchema>>;

/** The form as the row stands. */
export function valuesOf(row: FollowupView): EditValues {
  return {
    text: row.text,
    gist: row.gist ?? "",
    leadUnit: row.leadUnit,
    supportUnits: [...row.supportUnits],
    personInCharge: row.personInCharge ?? "",
    leaderInCharge: row.leaderInCharge ?? "",
    due: row.dueAt === null ? "" : beijingDay(row.dueAt),
    evidence: row.evidence ?? "",
  };
}

/** The draft: only what was changed, so that fields others change meanwhile are not written back. */
export function readChanges(draft: string): Partial<EditValues> {
  try {
    return valuesSchema.partial().parse(JSON.parse(draft)) as Partial<EditValues>;
  } catch {
    return {};
  }
}

/** What `values` differ from `before` in; empty when in nothing. */
export function changesTo(before: EditValues, values: EditValues): Partial<EditValues> {
  const names = Object.keys(before) as (keyof EditValues)[];
  return Object.fromEntries(
    names.filter((name) => !isSame(before[name], values[name])).map((name) => [name, values[name]]),
  );
}

/** The command that makes `changes`; a due date holds until the end of its day. */
export function updateOf(followupId: string, changes: Partial<EditValues>): CommandOf<"followup.update"> {
  const { text, gist, leadUnit, supportUnits, personInCharge, leaderInCharge, due, evidence } = changes;
  return {
    type: "followup.update",
    followupId,
    ...(text !== undefined && { text: text.trim() }),
    ...(gist !== undefined && { gist: gist.trim() || null }),
    ...(leadUnit !== undefined && { leadUnit }),
    ...(supportUnits !== undefined && { supportUnits }),
    ...(personInCharge !== undefined && { personInCharge: personInCharge.trim() || null }),
    ...(leaderInCharge !== undefined && { leaderInCharge: leaderInCharge.trim() || null }),
    ...(due !== undefined && { dueAt: endOfBeijingDay(due) }),
    ...(evidence !== undefined && { evidence: evidence.trim() || null }),
  };
}

function isSame(one: EditValues[keyof EditValues], other: EditValues[keyof EditValues]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
