import type { PersonView } from "../../../../shared/domain/people/views.ts";
import type { Messages } from "../../../../shared/messages/zh-CN.ts";
import type { Command } from "../../../../shared/protocol/commands/command.ts";

/** Why somebody is on leave and who comes instead; an empty text says nothing. */
export interface Leave {
  readonly reason: string;
  readonly substitute: string;
}

/** What staff note of who is here. */
export interface AttendanceActs {
  /** Notes leave, or takes it back; tells whether it was done. */
  excuse(person: PersonView, leave: Leave | null): Promise<boolean>;
  /** Notes that somebody left before the end, or is back. */
  leave(person: PersonView, on: boolean): void;
}

interface Means {
  readonly words: Messages["console"]["attendance"];
  readonly undoable: (done: string, command: Command, undo: Command) => Promise<boolean>;
}

export function attendanceActs({ words, undoable }: Means): AttendanceActs {
  return {
    excuse: (person, leave) => {
      const done = leave === null ? words.takenBack(person.name) : words.excuseDone(person.name);
      return undoable(done, excuseOf(person, leave), excuseOf(person, leaveOf(person)));
    },
    leave: ({ personId, name }, on) => {
      const command = { type: "person.leave", personId, on } as const;
      const done = on ? words.leftDone(name) : words.backDone(name);
      void undoable(done, command, { ...command, on: !on });
    },
  };
}

/** What is noted of somebody's leave now. */
export function leaveOf({ excused, excuseReason, substitute }: PersonView): Leave | null {
  return excused === true ? { reason: excuseReason ?? "", substitute: substitute ?? "" } : null;
}

function excuseOf({ personId }: PersonView, leave: Leave | null): Command {
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
