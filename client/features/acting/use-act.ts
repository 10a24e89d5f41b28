import { useCallback } from "react";
import type { Command } from "../../../shared/protocol/commands/command.ts";
import { useSend } from "../../sync/hooks.ts";
import { useMessages } from "../../ui/language.tsx";
import { showProblem } from "../../ui/undo.tsx";

/** Sends; true once it is on disk, and says so when it was refused: `(command, keepRefused)`. */
export function useAct(): (command: Command, keepRefused?: boolean) => Promise<boolean> {
  const send = useSend();
  const { errors } = useMessages();
  return useCallback(
    async (command, keepRefused = false) => {
      const reply = await send(command, { keepRefused });
      if (!reply.ok) showProblem(errors[reply.error.code]);
      return reply.ok;
    },
    [send, errors],
  );
}
