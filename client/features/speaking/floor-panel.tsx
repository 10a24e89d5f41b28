import { useRef, useState } from "react";
import { roomRecordId } from "../../../shared/domain/rooms/records.ts";
import { isReadOnly, SESSION_RECORD_ID } from "../../../shared/domain/session/records.ts";
import { useRecord, useRecords } from "../../sync/hooks.ts";
import styles from "./floor.module.css";
import { NoteForm } from "./note-form.tsx";
import { NowCard } from "./now-card.tsx";
import { OverList } from "./over-list.tsx";
import { QueuePanel } from "./queue-panel.tsx";
import { TimeSums } from "./time-sums.tsx";
import { useFloor } from "./use-floor.ts";
import { useFloorKeys } from "./use-floor-keys.ts";
import { useSpeakingActs } from "./use-speaking-acts.ts";

const MINUTE_MS = 60_000;

interface Props {
  readonly roomId: string;
  /** Whether it is to be seen, so that its letters mean something. */
  readonly isShown: boolean;
  /** Whether letters are keys, and so stand on the buttons they press. */
  readonly hasKeys: boolean;
}

/** 发言 of a room, for who runs it: who has the floor, what is noted, who comes next, who has spoken. */
export function FloorPanel({ roomId, isShown, hasKeys }: Props) {
  const floor = useFloor(roomId);
  const acts = useSpeakingActs();
  const isSealed = isReadOnly(useRecord("session", SESSION_RECORD_ID));
  const isOpen = useRecord("room", roomRecordId(roomId))?.status === "open";
  const points = useRecords("point");
  const [notedId, setNotedId] = useState<string | null>(null);
  const gistField = useRef<HTMLTextAreaElement>(null);
  const { queue, current, over } = floor;
  const noted = [...(current === null ? [] : [current]), ...over].find(
    ({ speechId }) => speechId === notedId,
  );
  const runs = isOpen && !isSealed;
  const [next] = queue;
  const startNext = () => {
    if (runs && next !== undefined) acts.start(next, current);
  };
  /** Of whoever speaks, or of whoever has just spoken. */
  const noteLatest = () => {
    const latest = current ?? over.at(-1);
    if (latest === undefined || isSealed) return;
    setNotedId(latest.speechId);
    // Open already, it would not take the focus by itself.
    if (latest.speechId === noted?.speechId) gistField.current?.focus();
  };
  useFloorKeys(isShown && hasKeys && !isSealed, (key) => {
    if (key === "next") startNext();
    else if (key === "note") noteLatest();
    else if (current === null || !runs) return;
    else if (key === "pause") acts.setPaused(current, current.status === "speaking");
    else if (key === "extend") acts.extend(current, MINUTE_MS);
    else acts.end(current);
  });
  const shared = { acts, hasKeys, isSealed } as const;
  return (
    <div className={styles.panel}>
      <NowCard
        {...shared}
        roomId={roomId}
        current={current}
        next={next ?? null}
        runs={runs}
        onNext={startNext}
        onNote={noteLatest}
      />
      {noted !== undefined && !isSealed && (
        <NoteForm
          key={noted.speechId}
          field={gistField}
          speech={noted}
          points={points}
          acts={acts}
          onClose={() => setNotedId(null)}
        />
      )}
      <div className={styles.columns}>
        <QueuePanel {...shared} roomId={roomId} queue={queue} current={current} runs={runs} />
        <div>
          <OverList
            {...shared}
            over={over}
            points={points}
            runs={runs}
            onNote={({ speechId }) => setNotedId(speechId)}
          />
          <TimeSums roomId={roomId} isRunning={current?.status === "speaking"} />
        </div>
      </div>
    </div>
  );
}
