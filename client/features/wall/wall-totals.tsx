import { Button } from "@mantine/core";
import type { PersonView } from "../../../shared/domain/people/views.ts";
import { useAllMessages, useLanguage } from "../../ui/language.tsx";
import { Tag } from "../../ui/tag.tsx";
import { formatClock } from "../../ui/text/format-time.ts";
import type { LineTo, WallActs } from "./use-wall-acts.ts";
import styles from "./wall.module.css";
import type { WallRoom } from "./wall-rooms.ts";

interface Props {
  /** Null while it is not known who is here. */
  readonly missing: readonly PersonView[] | null;
  readonly calling: readonly WallRoom[];
  readonly onlyMissing: boolean;
  readonly onOnlyMissing: (on: boolean) => void;
  readonly stoppedAt: number | null;
  readonly acts: WallActs;
  readonly onShow: (roomId: string) => void;
  readonly onSay: (to: LineTo) => void;
}

/** The one line over the rooms: who is missing in all, who calls, a line to all. */
export function WallTotals(props: Props) {
  const { missing, calling, onlyMissing, onOnlyMissing, stoppedAt, acts, onShow, onSay } = props;
  const { wall: words } = useAllMessages();
  const [language] = useLanguage();
  return (
    <div className={styles.totals}>
      {missing !== null && (
        <Button
          size="compact-md"
          variant={onlyMissing ? "filled" : "default"}
          aria-pressed={onlyMissing}
          onClick={() => onOnlyMissing(!onlyMissing)}
        >
          {words.missingAll(missing.length)}
        </Button>
      )}
      <span role="status">{calling.length > 0 && <Tag tone="live">{words.calls(calling.length)}</Tag>}</span>
      <span className={styles.calling}>
        {calling.map(({ id, room }) => (
          <Button
            key={id}
            size="compact-md"
            variant="default"
            aria-label={words.showRoom(room.name)}
            onClick={() => onShow(room.roomId)}
          >
            {room.name}
          </Button>
        ))}
      </span>
      <span role="status">
        {stoppedAt !== null && <Tag tone="waiting">{words.stopped(formatClock(stoppedAt, language))}</Tag>}
      </span>
      <span className={styles.keys}>{acts.speaks ? words.keys : words.keysReader}</span>
      {acts.speaks && (
        <Button size="compact-md" onClick={() => onSay(null)}>
          {words.sayAll}
        </Button>
      )}
    </div>
  );
}
