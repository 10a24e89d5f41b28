import { Button } from "@mantine/core";
import type { PersonRecord } from "../../../../shared/domain/people/records.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { useUndoNotice } from "../../../ui/undo.tsx";
import type { RosterEdits } from "../use-roster-edits.ts";
import classes from "./people-table.module.css";
import { useIsStill } from "./use-is-still.ts";

interface Props {
  /** Everybody whose side was told from the unit. */
  readonly guessed: readonly PersonRecord[];
  readonly edits: RosterEdits;
  readonly isShown: boolean;
  readonly onShow: () => void;
}

/** Says how many sides are guesses, shows them alone, and confirms them all once they were looked at. */
export function GuessedSides({ guessed, edits, isShown, onShow }: Props) {
  const words = useAllMessages().roster.people;
  const notice = useUndoNotice();
  const isStill = useIsStill();
  const confirmAll = async () => {
    const commands = guessed.map(
      ({ personId, side }) => ({ type: "person.update", personId, side }) as const,
    );
    const count = await edits.actAll(commands);
    if (count === 0) return;
    notice(words.sidesConfirmed(count), () =>
      edits.actAll(commands.filter(isStill).map((command) => ({ ...command, sideGuessed: true }))),
    );
  };
  return (
    <div className={classes.warning}>
      <p role="status">{words.guessedSides(guessed.length)}</p>
      <div className={classes.warningActs}>
        {isShown ? (
          <Button variant="default" size="compact-sm" onClick={confirmAll}>
            {words.confirmAll}
          </Button>
        ) : (
          <Button variant="default" size="compact-sm" onClick={onShow}>
            {words.showGuessed}
          </Button>
        )}
      </div>
    </div>
  );
}
