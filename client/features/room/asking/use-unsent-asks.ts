import { useMemo } from "react";
import { useMe, useOutbox, useRecords } from "../../../sync/hooks.ts";
import { useSessionClient } from "../../../sync/session-provider.tsx";
import { type UnsentAsk, unsentAsks } from "./own-asks.ts";

/** One's own asks in `roomId` that have not reached the server, and those it refused. */
export function useUnsentAsks(roomId: string): readonly UnsentAsk[] {
  const outbox = useOutbox();
  const questions = useRecords("question");
  const me = useMe();
  const client = useSessionClient();
  return useMemo(() => {
    const known = new Set(questions.map((question) => question.id));
    return unsentAsks(outbox, roomId, (id) => known.has(id), { now: client.serverNow(), asker: me });
  }, [outbox, questions, roomId, me, client]);
}
