import type { PersonView } from "../../../shared/domain/people/views.ts";
import type { CommandOf } from "../../../shared/protocol/commands/command.ts";

/** Why somebody is on leave and who comes instead; an empty text says nothing. */
export interface Leave {
  readonly reason: string;
  readonly substitute: string;
}

export const PLAIN_LEAVE: Leave = { reason: "", substitute: "" };

/** What is noted of somebody's leave now; null where they are not on leave. */
export function leaveOf({
  excused,
  excuseReason,
  substitute,
}: Pick<PersonView, "excused" | "excuseReason" | "substitute">): Leave | null {
  return excused === true ? { reason: excuseReason ?? "", substitute: substitute ?? "" } : null;
}

/** Notes leave as it is said, or that there is none: with `leaveOf` from before it takes a change back. */
export function excuseCommand(personId: string, leave: Leave | null): CommandOf<"person.excuse"> {
  if (leave === null) return { type: "person.excuse", personId, on: false };
  const [excuseReason, substitute] = [leave.reason.trim(), leave.substitute.trim()];
  return {
    type: "person.excuse",
    personId,
    on: true,
    ...(excuseReason !== "" && { excuseReason }),
    ...(substitute !== "" && { substitute }),
  };
}
