import { moderationIn, type RoomRecord } from "../../../../shared/domain/rooms/records.ts";
import type { SessionRecord } from "../../../../shared/domain/session/records.ts";
import { useServerNowEvery } from "../../../sync/hooks.ts";
import { useLanguage, useMessages } from "../../../ui/language.tsx";
import { formatDateTime } from "../../../ui/text/format-time.ts";
import styles from "../room-side.module.css";

const CLOCK_MS = 10_000;

interface Props {
  readonly room: RoomRecord;
  readonly session: SessionRecord;
}

/** 会前征集: said as long as the session has not begun, that questions can be asked already and where they go. */
export function BeforeSession({ room, session }: Props) {
  const { ask: words } = useMessages().room;
  const [language] = useLanguage();
  const now = useServerNowEvery(CLOCK_MS);
  const { startsAt } = session;
  if (startsAt === null || now >= startsAt || room.status === "closed") return null;
  const begins = formatDateTime(startsAt, language);
  const isReviewed = moderationIn(room, session) === "before";
  return (
    <p className={styles.before}>
      {isReviewed ? words.beforeSession(begins) : words.beforeSessionPublic(begins)}
    </p>
  );
}
