import { isBegun } from "../../../../shared/domain/speaking/speech-state.ts";
import type { SpeechView } from "../../../../shared/domain/speaking/views.ts";
import { useRecords } from "../../../sync/hooks.ts";
import { useMessages } from "../../../ui/language.tsx";
import { HALL_LOUDNESS } from "../../../ui/sound/chime.ts";
import { pointsOf } from "../../speaking/floor-order.ts";
import { SpeechClock } from "../../speaking/speech-clock.tsx";
import { useFloor } from "../../speaking/use-floor.ts";
import { useSpeechChime } from "../../speaking/use-speech-chime.ts";
import classes from "../stage.module.css";
import { StageText } from "../stage-question.tsx";
import { LivePoints } from "./live-points.tsx";
import { useSpeechSheet } from "./speech-sheet.ts";

/** A speech before the hall: who speaks and the clock; once it was heard what was noted of it. */
export function StageSpeech({ speech }: { speech: SpeechView }) {
  return speech.status === "over" ? <StageSaid speech={speech} /> : <StageSpeaker speech={speech} />;
}

function StageSaid({ speech }: { speech: SpeechView }) {
  const { speaker } = speech;
  const title = `${speaker.unit} ${speaker.name}`;
  return <StageText recordId={speech.id} sheet={useSpeechSheet(speech)} title={title} />;
}

function StageSpeaker({ speech }: { speech: SpeechView }) {
  const words = useMessages().speaking.stage;
  const { queue } = useFloor(speech.roomId);
  useSpeechChime(speech, HALL_LOUDNESS);
  const points = pointsOf(useRecords("point"), speech.speechId);
  const next = queue.find(({ id }) => id !== speech.id);
  return (
    <section className={classes.speaker} data-noted={points.length > 0 || undefined}>
      <p className={classes.speakerUnit}>{speech.speaker.unit}</p>
      <h2 className={classes.speakerName}>{speech.speaker.name}</h2>
      {isBegun(speech) ? (
        <SpeechClock speech={speech} size="stage" />
      ) : (
        <p className={classes.second}>{words.waiting}</p>
      )}
      <LivePoints points={points} />
      {next !== undefined && (
        <p className={classes.second}>{words.next(next.speaker.unit, next.speaker.name)}</p>
      )}
    </section>
  );
}
