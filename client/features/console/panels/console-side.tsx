import { useEffect, useRef } from "react";
import { cancelKey } from "../../../ui/forms/cancel-key.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import styles from "../console-frame.module.css";
import { SIDE_BUTTON_ID, SIDE_ID } from "../folds/fold-controls.tsx";
import type { Folds } from "../folds/use-folds.ts";
import { AgendaPanel } from "./agenda-panel.tsx";
import { AttendancePanel } from "./attendance-panel.tsx";
import { NumbersPanel } from "./numbers-panel.tsx";
import { RoomsPanel } from "./rooms/rooms-panel.tsx";
import { StagePanel } from "./stage-panel.tsx";
import { StageQueuePanel } from "./stage-queue-panel.tsx";
import { TimerPanel } from "./timer-panel.tsx";

/** Stage, agenda, time, rooms, numbers and who is here: a column, or on a smaller screen a sheet over the table until it is hidden again. */
export function ConsoleSide({ folds }: { folds: Folds }) {
  const words = useAllMessages().console.folds;
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
        <StagePanel />
        <StageQueuePanel />
      </div>
      <AgendaPanel />
      <TimerPanel />
      <RoomsPanel />
      <NumbersPanel />
      <AttendancePanel />
    </aside>
  );
}
