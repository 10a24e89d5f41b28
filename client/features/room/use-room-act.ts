import { useCallback } from "react";
import type { Command } from "../../../shared/protocol/commands/command.ts";
import { useUndoNotice } from "../../ui/undo.tsx";
import { useAct } from "../acting/use-act.ts";

/** What was done, and how it is taken back; asked once it is done, null where it cannot be. */
export interface Undoing {
  readonly done: string;
  readonly undo: () => Command | null;
}

/** Sends; says when it was refused, and offers to take back what was done: `(command, undoing)`. */
export function useRoomAct(): (command: Command, undoing?: Undoing) => Promise<void> {
  const act = useAct();
  const undoNotice = useUndoNotice();
  return useCallback(
    async (command, undoing) => {
      if (!(await act(command)) || undoing === undefined) return;
      const undo = undoing.undo();
      if (undo !== null) undoNotice(undoing.done, () => void act(undo));
    },
    [act, undoNotice],
  );
}
