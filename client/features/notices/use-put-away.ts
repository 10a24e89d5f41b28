import { useCallback, useState } from "react";
import type { NoticeRecord } from "../../../shared/domain/notices/records.ts";
import { browserStorage } from "../../sync/browser-storage.ts";
import { useSessionClient } from "../../sync/session-provider.tsx";

/** Whether the reader has put a notice away on this machine; the next one in its place stands there again. */
export function usePutAway({ id, sentAt }: Pick<NoticeRecord, "id" | "sentAt">) {
  const { sessionId, actorId } = useSessionClient();
  const key = `yantao.notice.${sessionId}.${actorId}.${id}`;
  const [putAwayAt, setPutAwayAt] = useState(() => browserStorage.getItem(key));
  const putAway = useCallback(() => {
    browserStorage.setItem(key, `${sentAt}`);
    setPutAwayAt(`${sentAt}`);
  }, [key, sentAt]);
  return [putAwayAt === `${sentAt}`, putAway] as const;
}
