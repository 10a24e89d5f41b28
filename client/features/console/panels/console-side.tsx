import { useEffect, useRef } from "react";
import type { RoomRecord } from "../../../../shared/domain/rooms/records.ts";
import type { PersonView } from "../../../sync/views.ts";
import { cancelKey } from "../../../ui/forms/cancel-key.ts";
import { useMessages } from "../../../ui/language.tsx";
import type { ConsoleRights } from "../acts/use-console-rights.ts";
import type { Moderation } from "../acts/use-moderation.ts";
import styles from "../console-frame.module.css";
import { SIDE_BUTTON_ID, SIDE_ID } from "../folds/fold-controls.tsx";
import type { Folds } from "../folds/use-folds.ts";
import { AttendancePanel } from "./attendance-panel.tsx";
import { NumbersPanel } from "./numbers-panel.tsx";
import { RoomsPanel } from "./rooms-panel.tsx";
import { StagePanel } from "./stage-panel.tsx";
import { StageQueuePanel } from "./stage-queue-panel.tsx";

interface Props {
  readonly folds: Folds;
  readonly rooms: readonly RoomRecord[];
  readonly people: readonly PersonView[];
  readonly rights: ConsoleRights;
  readonly moderation: Moderation;
  readonly showKeys: boolean;
  readonly onDetails: (questionId: string) => void;
}

/** Stage, rooms, numbers and who is here: a column, or on a smaller screen a sheet over the table until it is hidden again. */
export function ConsoleSide(props: Props) {
  const words = useMessages().console.folds;
  const { folds, rooms, people, rights, moderation, showKeys, onDetails } = props;
  const { sideShown, setSideShown } = folds;
  const side = useRef<HTMLElement>(null);
  useEffect(() => {
    if (sideShown) side.current?.focus();
  }, [sideShown]);
  return (
    <aside
      ref={side}
      id={SIDE_ID}
      className={styles.right}
      aria-label={words.side}
      data-shown={sideShown || undefined}
      tabIndex={-1}
      {...(sideShown && {
        onKeyDown: cancelKey(() => {
          setSideShown(false);
          document.getElementById(SIDE_BUTTON_ID)?.focus();
        }),
      })}
    >
      <div>
        <StagePanel rights={rights} moderation={moderation} />
        <StageQueuePanel showKeys={showKeys} rights={rights} moderation={moderation} onDetails={onDetails} />
      </div>
      <RoomsPanel rooms={rooms} people={people} rights={rights} moderation={moderation} />
      <NumbersPanel />
      <AttendancePanel people={people} />
    </aside>
  );
}
