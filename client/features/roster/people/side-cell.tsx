import { Button } from "@mantine/core";
import type { PersonRecord } from "../../../../shared/domain/people/records.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { useUndoNotice } from "../../../ui/undo.tsx";
import type { RosterEdits } from "../use-roster-edits.ts";
import classes from "./people-table.module.css";
import { useIsStill } from "./use-is-still.ts";

interface Props {
  readonly person: PersonRecord;
  readonly edits: RosterEdits;
  readonly isReadOnly: boolean;
}

/** The side; one that nobody has said is marked, and confirmed here. */
export function SideCell({ person, edits, isReadOnly }: Props) {
  const { roster } = useAllMessages();
  const words = roster.people;
  const notice = useUndoNotice();
  const isStill = useIsStill();
  const { personId, name, side } = person;
  const word = roster.sides[side];
  const confirm = async () => {
    const command = { type: "person.update", personId, side } as const;
    if (!(await edits.act(command))) return;
    notice(
      words.sideConfirmed(name, word),
      () => isStill(command) && edits.act({ ...command, sideGuessed: true }),
    );
  };
  return (
    <>
      {word}
      {person.sideGuessed === true && (
        <span className={classes.guess}>
          <span title={roster.guessedWhy}>
            <Tag tone="waiting">{roster.guessed}</Tag>
          </span>
          {!isReadOnly && (
            <Button
              variant="default"
              size="compact-sm"
              aria-label={words.confirmSideOf(name, word)}
              onClick={confirm}
            >
              {words.confirmSide}
            </Button>
          )}
        </span>
      )}
    </>
  );
}
