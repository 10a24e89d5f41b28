import { Button } from "@mantine/core";
import { useState } from "react";
import type { PersonRecord } from "../../../../shared/domain/people/records.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { useUndoNotice } from "../../../ui/undo.tsx";
import { excuseCommand, leaveOf, PLAIN_LEAVE } from "../../attendance/leave.ts";
import type { RosterEdits } from "../use-roster-edits.ts";
import classes from "./people-table.module.css";

interface Props {
  readonly person: PersonRecord;
  readonly edits: RosterEdits;
  readonly onCorrect: () => void;
  readonly onNewPin: (pin: string) => void;
}

/** What can be done about one person; all but a new PIN can be taken back. */
export function PersonActs({ person, edits, onCorrect, onNewPin }: Props) {
  const words = useAllMessages().roster.people;
  const notice = useUndoNotice();
  const [busy, setBusy] = useState(false);
  const { personId, name } = person;
  const isExcused = person.excused === true;

  const excuse = async () => {
    const before = leaveOf(person);
    if (!(await edits.act(excuseCommand(personId, before === null ? PLAIN_LEAVE : null)))) return;
    notice(before === null ? words.excuseDone(name) : words.takeBackLeaveDone(name), () =>
      edits.act(excuseCommand(personId, before)),
    );
  };
  const remove = async () => {
    if (!(await edits.act({ type: "person.remove", personId }))) return;
    notice(words.removed(name), () => edits.act({ type: "person.restore", personId }));
  };
  const renewPin = async () => {
    setBusy(true);
    const fresh = await edits.renewPin(personId);
    setBusy(false);
    if (fresh !== null) onNewPin(fresh);
  };
  return (
    <div className={classes.acts}>
      <Button
        variant="default"
        size="compact-sm"
        data-opens={personId}
        aria-label={words.correctOf(name)}
        onClick={onCorrect}
      >
        {words.correct}
      </Button>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={words.newPinOf(name)}
        onClick={renewPin}
        loading={busy}
      >
        {words.newPin}
      </Button>
      {person.arrivedAt === null && (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={isExcused ? words.takeBackLeaveOf(name) : words.excuseOf(name)}
          onClick={excuse}
        >
          {isExcused ? words.takeBackLeave : words.excuse}
        </Button>
      )}
      <Button
        variant="subtle"
        size="compact-sm"
        color="flag"
        aria-label={words.removeOf(name)}
        onClick={remove}
      >
        {words.remove}
      </Button>
    </div>
  );
}
