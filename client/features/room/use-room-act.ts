import { useCallback } from "react";
import type { Command } from "../../../shared/protocol/commands/command.ts";
import { useSend } from "../../sync/hooks.ts";
import { useMessages } from "../../ui/language.tsx";
import { showProblem, useUndoNotice } from "../../ui/undo.tsx";

/** What was done, and how it is taken back; asked once it is done, null where it cannot be. */
export interface Undoing {
  readonly done: string;
  readonly undo: () => Command | null;
}

/** Sends; says when it was refused, and offers to take back what was done: `(command, undoing)`. */
export function useRoomAct(): (command: Command, undoing?: Undoing) => Promise<void> {
  const send = useSend();
  const { errors } = useMessages();
  const undoNotice = useUndoNotice();
  return useCallback(
    async (command, undoing) => {
      const act = async (one: Command) => {
        const reply = await send(one);
        if (!reply.ok) showProblem(errors[reply.error.code]);
        return reply.ok;
      };
      if (!(await act(command)) || undoing === undefined) return;
      const undo = undoing.undo();
      if (undo !== null) undoNotice(undoing.done, () => void act(undo));
    },
    [send, errors, undoNotice],
  );
}
