import { Button } from "@mantine/core";
import { useRef } from "react";
import { type NoticeRecord, noticeRecordId } from "../../../shared/domain/notices/records.ts";
import { SESSION_RECORD_ID } from "../../../shared/domain/session/records.ts";
import { useConnection, useRecord } from "../../sync/hooks.ts";
import { useMessages } from "../../ui/language.tsx";
import styles from "./notice-lines.module.css";
import { useLowerEdge } from "./use-lower-edge.ts";
import { usePutAway } from "./use-put-away.ts";

/** What staff say to a room and to all: over the lower edge, so that nothing moves, until it is put away. */
export function NoticeLines({ roomId }: { roomId: string }) {
  const { help: words } = useMessages();
  const toAll = useRecord("notice", noticeRecordId(null));
  const toRoom = useRecord("notice", noticeRecordId(roomId));
  const isOpen = useRecord("session", SESSION_RECORD_ID)?.status === "open";
  const isOffline = useConnection().status !== "online";
  const lines = useRef<HTMLElement>(null);
  useLowerEdge(lines, isOffline);
  return (
    <section
      ref={lines}
      aria-label={words.notices}
      aria-live="polite"
      className={styles.lines}
      data-raised={isOffline}
    >
      {isOpen && toRoom !== undefined && <NoticeLine key={toRoom.id} notice={toRoom} from={words.toRoom} />}
      {isOpen && toAll !== undefined && <NoticeLine key={toAll.id} notice={toAll} from={words.toAll} />}
    </section>
  );
}

function NoticeLine({ notice, from }: { notice: NoticeRecord; from: string }) {
  const { help: words } = useMessages();
  const [isPutAway, putAway] = usePutAway(notice);
  if (isPutAway) return null;
  return (
    <div className={styles.line}>
      <p>
        <strong>{from}</strong>
        {notice.text}
      </p>
      <Button variant="default" size="compact-md" onClick={putAway}>
        {words.putAway}
      </Button>
    </div>
  );
}
