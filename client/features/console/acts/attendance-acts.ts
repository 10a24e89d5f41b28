import type { PersonView } from "../../../../shared/domain/people/views.ts";
import type { AllMessages } from "../../../../shared/messages/zh-CN.ts";
import type { Command } from "../../../../shared/protocol/commands/command.ts";
import { excuseCommand, type Leave, leaveOf } from "../../attendance/leave.ts";

/** What staff note of who is here. */
export interface AttendanceActs {
  /** Notes leave, or takes it back; tells whether it was done. */
  excuse(person: PersonView, leave: Leave | null): Promise<boolean>;
  /** Notes that somebody left before the end, or is back. */
  leave(person: PersonView, on: boolean): void;
}

interface Means {
  readonly words: AllMessages["console"]["attendance"];
  readonly undoable: (done: string, command: Command, undo: Command) => Promise<boolean>;
}

export function attendanceActs({ words, undoable }: Means): AttendanceActs {
  return {
    excuse: (person, leave) => {
      const { personId, name } = person;
      const done = leave === null ? words.takenBack(name) : words.excuseDone(name);
      return undoable(done, excuseCommand(personId, leave), excuseCommand(personId, leaveOf(person)));
    },
    leave: ({ personId, name }, on) => {
      const command = { type: "person.leave", personId, on } as const;
      const done = on ? words.leftDone(name) : words.backDone(name);
      void undoable(done, command, { ...command, on: !on });
    },
  };
}
