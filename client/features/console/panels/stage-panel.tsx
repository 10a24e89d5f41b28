import { Button, Group } from "@mantine/core";
import { useParams } from "react-router";
import { hasFloor } from "../../../../shared/domain/speaking/speech-state.ts";
import { STAGE_RECORD_ID } from "../../../../shared/domain/stage/records.ts";
import { useRecord } from "../../../sync/hooks.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { SpeechClock } from "../../speaking/speech-clock.tsx";
import { QuestionTurner, SpeechTurner } from "../../stage/page-turner.tsx";
import { useConsole } from "../console-context.ts";
import styles from "./side-panels.module.css";

/** What the hall sees now, and the way to take it off. */
export function StagePanel() {
  const words = useAllMessages().console.stage;
  const { rights, moderation } = useConsole();
  const { sessionId = "" } = useParams();
  const recordId = useRecord("stage", STAGE_RECORD_ID)?.recordId ?? null;
  const question = useRecord("question", recordId ?? "");
  const speech = useRecord("speech", recordId ?? "");
  const { asker, anonymous } = question ?? {};
  return (
    <section aria-label={words.title}>
      <h2 className={styles.panelHead}>{words.title}</h2>
      <div className={styles.stage}>
        {speech !== undefined ? (
          <>
            <p className={styles.stageSecond}>{speech.speaker.unit}</p>
            <p className={styles.stageText}>{speech.speaker.name}</p>
            {hasFloor(speech) && <SpeechClock speech={speech} size="panel" />}
          </>
        ) : question === undefined ? (
          <p className={styles.stageSecond}>{words.welcome}</p>
        ) : (
          <>
            <p className={styles.stageSecond}>{anonymous === true ? "" : asker?.unit}</p>
            <p className={styles.stageText}>{question.text}</p>
            <p className={styles.stageSecond}>{question.leadUnit}</p>
          </>
        )}
      </div>
      {question !== undefined && <QuestionTurner question={question} />}
      {speech?.status === "over" && <SpeechTurner speech={speech} />}
      <Group gap="xs" mt={8}>
        {rights.moderates && (
          <Button
            size="compact-md"
            variant="default"
            title={words.offHint}
            disabled={recordId === null}
            onClick={() => moderation.clearStage()}
          >
            {words.off}
          </Button>
        )}
        {/* The new tab takes this tab's sign-in along only with an opener. */}
        <Button
          component="a"
          size="compact-md"
          variant="default"
          href={`/s/${sessionId}/stage`}
          target="_blank"
          rel="opener"
        >
          {words.open}
        </Button>
      </Group>
    </section>
  );
}
