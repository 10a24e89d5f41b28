import { Button } from "@mantine/core";
import { memo } from "react";
import { Link, useParams } from "react-router";
import type { HelpRecord } from "../../../shared/domain/help/records.ts";
import { personRecordId } from "../../../shared/domain/people/records.ts";
import { timerRecordId } from "../../../shared/domain/timers/records.ts";
import { useRecord } from "../../sync/hooks.ts";
import { singlePress } from "../../ui/forms/single-press.ts";
import { useAllMessages, useLanguage } from "../../ui/language.tsx";
import { Tag } from "../../ui/tag.tsx";
import { formatClock } from "../../ui/text/format-time.ts";
import { SpeechClock } from "../speaking/speech-clock.tsx";
import { TimerCountdown } from "../timers/timer-countdown.tsx";
import { MissingPeople } from "./missing-people.tsx";
import styles from "./room-card.module.css";
import type { LineTo, WallActs } from "./use-wall-acts.ts";
import type { WallRoom } from "./wall-rooms.ts";

interface Props {
  readonly wallRoom: WallRoom;
  /** The last line of its notes; undefined while it is not known. */
  readonly line: string | undefined;
  /** Whether it is known who is here. */
  readonly isKnown: boolean;
  readonly acts: WallActs;
  readonly onSay: (to: LineTo) => void;
}

/** One room of the wall, drawn where something in it is otherwise; its clocks draw themselves. Its name goes in. */
export const RoomCard = memo(function RoomCard({ wallRoom, line, isKnown, acts, onSay }: Props) {
  const { wall: words } = useAllMessages();
  const { sessionId = "" } = useParams();
  const { room, help, missing, leader } = wallRoom;
  const isOpen = room.status === "open";
  const timer = useRecord("timer", timerRecordId(room.roomKind === "plenary" ? null : room.roomId));
  return (
    <li className={styles.card} data-calls={help !== undefined} data-open={isOpen}>
      <div className={styles.head}>
        <Link
          to={`/s/${sessionId}/room/${room.roomId}`}
          className={styles.name}
          title={room.name}
          data-wall-room={room.roomId}
        >
          {room.name}
        </Link>
        <span className={styles.marks}>
          {timer !== undefined && <TimerCountdown timer={timer} look="line" />}
          {help !== undefined && <Tag tone="live">{words.help}</Tag>}
          {help === undefined && (timer === undefined || !isOpen) && (
            <span className={styles.quiet}>{isOpen ? words.open : words.closed}</span>
          )}
        </span>
      </div>
      <div className={styles.figures}>
        {isKnown && <span>{words.here(wallRoom.here, wallRoom.members)}</span>}
        {isKnown && <MissingPeople room={room.name} people={missing} />}
        <QuestionCounts pending={wallRoom.pending} unanswered={wallRoom.unanswered} />
      </div>
      <SpeakingLine speech={wallRoom.speech} queued={wallRoom.queued} asking={wallRoom.asking} />
      {help === undefined ? <LastLine line={line} /> : <HelpLine help={help} />}
      <div className={styles.foot}>
        <span className={styles.leader} title={leader?.name}>
          {leader !== undefined && words.leader(leader.name)}
        </span>
        {acts.speaks && help !== undefined && (
          <Button
            size="compact-sm"
            color="flag"
            aria-label={words.answerOf(room.name)}
            aria-keyshortcuts="H"
            onClick={singlePress(() => acts.answer(room))}
          >
            {words.answer}
          </Button>
        )}
        {acts.speaks && (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={words.sayTo(room.name)}
            onClick={() => onSay(room)}
          >
            {words.say}
          </Button>
        )}
      </div>
    </li>
  );
});

/** Who has the floor and for how long still, and how many wait. */
function SpeakingLine({ speech, queued, asking }: Pick<WallRoom, "speech" | "queued" | "asking">) {
  const { wall: words } = useAllMessages();
  return (
    <div className={styles.speaking}>
      {speech !== undefined && (
        <>
          <span className={styles.speaker} title={words.speaks(speech.speaker.name, speech.speaker.unit)}>
            <span className="visually-hidden">{words.speakerLabel}</span>
            {speech.speaker.name}
          </span>
          <SpeechClock speech={speech} size="line" />
        </>
      )}
      {queued > 0 && <span className={styles.queued}>{words.queued(queued, asking)}</span>}
    </div>
  );
}

function QuestionCounts({ pending, unanswered }: Pick<WallRoom, "pending" | "unanswered">) {
  const { wall: words } = useAllMessages();
  return (
    <>
      {pending > 0 && <span className={styles.waiting}>{words.pending(pending)}</span>}
      {unanswered > 0 && <span>{words.unanswered(unanswered)}</span>}
    </>
  );
}

function LastLine({ line }: { line: string | undefined }) {
  const { wall: words } = useAllMessages();
  return (
    <p className={styles.line} title={line === "" ? undefined : line}>
      <span className="visually-hidden">{words.lineLabel}</span>
      {line === "" ? <span className={styles.quiet}>{words.noLine}</span> : line}
    </p>
  );
}

/** Who calls, since when and what for. */
function HelpLine({ help }: { help: HelpRecord }) {
  const { wall: words } = useAllMessages();
  const [language] = useLanguage();
  const caller = useRecord("person", personRecordId(help.personId));
  const said = help.text ?? (caller === undefined ? "" : words.helpBy(caller.name));
  const text = `${words.helpSince(formatClock(help.calledAt, language))} ${said}`;
  return (
    <p className={styles.call} title={text}>
      {text}
    </p>
  );
}
