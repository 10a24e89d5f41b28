import { useMemo } from "react";
import type { Command, CommandOf } from "../../../../shared/protocol/commands/command.ts";
import { useMe, useRecords } from "../../../sync/hooks.ts";
import { useSessionClient } from "../../../sync/session-provider.tsx";
import { useUnsentNow } from "../../outbox/use-unsent.ts";
import { type UnsentAsk, unsentAsks } from "./own-asks.ts";

/** One's own asks in `roomId` that have not reached the server, and those it refused. */
export function useUnsentAsks(roomId: string): readonly UnsentAsk[] {
  const asks = useUnsentNow(isAsk);
  const questions = useRecords("question");
  const me = useMe();
  const client = useSessionClient();
  return useMemo(() => {
    const known = new Set(questions.map((question) => question.id));
    return unsentAsks(asks, roomId, (id) => known.has(id), { now: client.clock.now(), asker: me });
  }, [asks, questions, roomId, me, client]);
}

function isAsk(command: Command): command is CommandOf<"question.ask"> {
  return command.type === "question.ask";
}
