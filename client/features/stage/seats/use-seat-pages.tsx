import { type ReactNode, useMemo } from "react";
import type { RoundView } from "../../../../shared/domain/rounds/views.ts";
import { useRecords } from "../../../sync/hooks.ts";
import classes from "../stage.module.css";
import { useLaidOut } from "../use-laid-out.tsx";
import { GroupSeats } from "./group-seats.tsx";
import { type SeatGroup, seatGroupsOf } from "./seat-groups.ts";
import { type LaidOutGroup, type SeatPage, seatPagesOf } from "./seat-pages.ts";
import styles from "./seats.module.css";

interface SeatPages {
  readonly groups: readonly SeatGroup[];
  /** Null until they are laid out. */
  readonly pages: readonly SeatPage[] | null;
  readonly layout: ReactNode;
}

/** The pages on which the hall reads who sits where. */
export function useSeatPages(round: RoundView): SeatPages {
  const people = useRecords("person");
  const rooms = useRecords("room");
  const groups = useMemo(() => seatGroupsOf(round, people, rooms), [round, people, rooms]);
  const { laid, layout } = useLaidOut(groups, <Layout groups={groups} />, measure);
  return { groups, pages: laid, layout };
}

function Layout({ groups }: { groups: readonly SeatGroup[] }) {
  return (
    <>
      <div className={classes.aloneRoom} />
      <div className={classes.pageRoom} />
      <div className={styles.oneColumn}>
        {groups.map((group) => (
          // With the word that it goes on, by which a long name may take a line more.
          <GroupSeats key={group.roomId} group={group} from={0} to={group.people.length} isContinued />
        ))}
      </div>
    </>
  );
}

function measure(box: HTMLElement) {
  const [alone, page, column] = [...box.children];
  const heightOf = (element: Element | undefined) => element?.getBoundingClientRect().height ?? 0;
  const groups = [...(column?.children ?? [])].map((group): LaidOutGroup => {
    const rowsPx = [...group.querySelectorAll("li")].map(heightOf);
    return { headPx: heightOf(group) - rowsPx.reduce((sum, px) => sum + px, 0), rowsPx };
  });
  return seatPagesOf(groups, { alonePx: heightOf(alone), pagePx: heightOf(page) });
}
