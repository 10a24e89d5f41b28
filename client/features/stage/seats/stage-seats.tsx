import { useRef } from "react";
import type { RoundView } from "../../../../shared/domain/rounds/views.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import classes from "../stage.module.css";
import { useLargestLetters } from "../use-largest-letters.ts";
import { useStagePage } from "../use-stage-page.ts";
import { useTurnKeys } from "../use-turn-keys.ts";
import { GroupSeats } from "./group-seats.tsx";
import type { SeatGroup } from "./seat-groups.ts";
import type { SeatPage } from "./seat-pages.ts";
import styles from "./seats.module.css";
import { useSeatPages } from "./use-seat-pages.tsx";

/** Groups and who sits where, page by page. */
export function StageSeats({ record: round }: { record: RoundView }) {
  const { stage: words } = useAllMessages();
  const { groups, pages, layout } = useSeatPages(round);
  const count = pages?.length ?? 1;
  const { page, turnBy } = useStagePage(round.id, count);
  useTurnKeys(turnBy);
  const shown = pages?.[page - 1];
  return (
    <div className={classes.questionFrame}>
      {layout}
      {groups.length === 0 && <p className={classes.second}>{words.seats.nobody}</p>}
      {shown !== undefined && <Columns page={shown} groups={groups} />}
      {pages !== null && (
        <p className={classes.pageMark} role="status">
          <span className={styles.round}>{round.name}</span>
          {count > 1 && <span>{words.page(page, count)}</span>}
        </p>
      )}
    </div>
  );
}

function Columns({ page, groups }: { page: SeatPage; groups: readonly SeatGroup[] }) {
  const frame = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  useLargestLetters(frame, content, page);
  return (
    <div ref={frame} className={classes.box}>
      <div ref={content} className={styles.columns} aria-live="polite">
        {page.map((column) => (
          <div key={column.map(({ group, from }) => `${group} ${from}`).join()} className={styles.column}>
            {column.map(({ group, from, to }) => {
              const one = groups[group];
              if (one === undefined) return null;
              return <GroupSeats key={one.roomId} group={one} from={from} to={to} isContinued={from > 0} />;
            })}
          </div>
        ))}
      </div>
    </div>
  );
}
