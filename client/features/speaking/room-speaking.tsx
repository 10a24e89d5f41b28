import { Button } from "@mantine/core";
import { type RoomRecord, roomRecordId } from "../../../shared/domain/rooms/records.ts";
import { SESSION_RECORD_ID } from "../../../shared/domain/session/records.ts";
import { useCan, useMe, useRecord, useRecords } from "../../sync/hooks.ts";
import { singlePress } from "../../ui/forms/single-press.ts";
import { useMessages } from "../../ui/language.tsx";
import { EmptyState } from "../../ui/states/empty-state.tsx";
import { Tag } from "../../ui/tag.tsx";
import styles from "./floor.module.css";
import { type Floor, pointsElsewhere, pointsOf } from "./floor-order.ts";
import { FloorPanel } from "./floor-panel.tsx";
import { SpeechText } from "./over-list.tsx";
import { PointList } from "./point-list.tsx";
import { SpeechClock } from "./speech-clock.tsx";
import { useFloor } from "./use-floor.ts";
import { type SpeakingActs, useSpeakingActs } from "./use-speaking-acts.ts";

interface Props {
  readonly room: RoomRecord;
  readonly isShown: boolean;
}

/** 发言 in a room: for who sits there who speaks and what was told, for who leads it the floor to run. */
export function RoomSpeaking({ room, isShown }: Props) {
  const { roomId } = room;
  const floor = useFloor(roomId);
  const acts = useSpeakingActs();
  const runs = useCan()({ type: "speech.fill", roomId });
  return (
    <div className={styles.roomPane}>
      <OwnTurn roomId={roomId} floor={floor} acts={acts} />
      {runs ? <FloorPanel roomId={roomId} isShown={isShown} hasKeys /> : <Heard floor={floor} acts={acts} />}
      <Elsewhere roomId={roomId} acts={acts} />
    </div>
  );
}

interface PartProps {
  readonly floor: Floor;
  readonly acts: SpeakingActs;
}

/** 请求发言, and which place I have. */
function OwnTurn({ roomId, floor, acts }: PartProps & { roomId: string }) {
  const words = useMessages().speaking.mine;
  const me = useMe();
  const may = useCan()({ type: "speech.request", roomId });
  const isOpen = useRecord("room", roomRecordId(roomId))?.status === "open";
  const isSealed = useRecord("session", SESSION_RECORD_ID)?.status === "sealed";
  if (!may || isSealed || me === undefined) return null;
  const at = floor.queue.findIndex(({ personId }) => personId === me.personId);
  const own = floor.queue[at];
  if (floor.current?.personId === me.personId) {
    return (
      <p className={styles.mine} role="status">
        <Tag tone="live">{words.speaking}</Tag>
      </p>
    );
  }
  return (
    <div className={styles.mine}>
      {own === undefined ? (
        <>
          <Button variant="outline" disabled={!isOpen} onClick={singlePress(() => acts.request(roomId))}>
            {words.request}
          </Button>
          <span className={styles.hint}>{isOpen ? words.rule : words.closed}</span>
        </>
      ) : (
        <>
          <strong role="status">{words.queued(at + 1)}</strong>
          {own.asked ? null : (
            <Button size="compact-md" variant="default" onClick={singlePress(() => acts.request(roomId))}>
              {words.request}
            </Button>
          )}
          <Button size="compact-md" variant="default" onClick={singlePress(() => acts.withdraw(own))}>
            {words.withdraw}
          </Button>
        </>
      )}
    </div>
  );
}

/** Who speaks, who comes next, and what was told so far. */
function Heard({ floor, acts }: PartProps) {
  const { speaking: words } = useMessages();
  const points = useRecords("point");
  const { current, queue, over } = floor;
  if (current === null && queue.length === 0 && over.length === 0) {
    return <EmptyState title={words.nobodyYet} hint={words.nobodyYetHint} />;
  }
  return (
    <>
      {current !== null && (
        <section className={styles.now} aria-label={words.now.title}>
          <div className={styles.nowHead}>
            <div className={styles.speaker}>
              <p className={styles.name}>{current.speaker.name}</p>
              <p className={styles.unit}>{current.speaker.unit}</p>
            </div>
            <SpeechClock speech={current} size="large" />
          </div>
          {current.gist != null && <p className={styles.gist}>{current.gist}</p>}
          <PointList points={pointsOf(points, current.speechId)} acts={acts} />
        </section>
      )}
      {queue.length > 0 && (
        <details className={styles.sums}>
          <summary>{words.people(queue.length)}</summary>
          <ol>
            {queue.map(({ id, speaker }, at) => (
              <li key={id} className={styles.line}>
                <span className={styles.place}>{at + 1}</span>
                <span>
                  {speaker.name} <span className={styles.hint}>{speaker.unit}</span>
                </span>
              </li>
            ))}
          </ol>
        </details>
      )}
      {over.length > 0 && (
        <section aria-label={words.over.title(over.length)}>
          <h2 className={styles.title}>{words.over.title(over.length)}</h2>
          <ol className={styles.over}>
            {over.map((speech) => (
              <li key={speech.id}>
                <SpeechText speech={speech} />
                <PointList points={pointsOf(points, speech.speechId)} acts={acts} />
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

/** Experience told in other rooms; everybody may want to learn it. */
function Elsewhere({ roomId, acts }: { roomId: string; acts: SpeakingActs }) {
  const words = useMessages().speaking.point;
  const points = pointsElsewhere(useRecords("point"), roomId);
  if (points.length === 0) return null;
  return (
    <section aria-label={words.elsewhere}>
      <h2 className={styles.title}>{words.elsewhere}</h2>
      <PointList points={points} acts={acts} hasOwner />
    </section>
  );
}
