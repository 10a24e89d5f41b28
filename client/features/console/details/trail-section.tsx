import { Button } from "@mantine/core";
import { trailRecordId } from "../../../../shared/domain/questions/trails/records.ts";
import type { QuestionView } from "../../../../shared/domain/questions/views.ts";
import { useRecord } from "../../../sync/hooks.ts";
import { useMessages } from "../../../ui/language.tsx";
import { TrailStrip } from "../../questions/trail-strip.tsx";
import { useConsole } from "../console-context.ts";
import styles from "./question-drawer.module.css";

/** A question's way, and what takes its last step back. */
export function TrailSection({ question }: { question: QuestionView }) {
  const { trail: words } = useMessages().common;
  const { rights, moderation } = useConsole();
  const trail = useRecord("trail", trailRecordId(question.questionId));
  if (trail === undefined) return null;
  return (
    <section aria-label={words.label}>
      <h3 className={styles.smallHead}>{words.label}</h3>
      <TrailStrip questionId={question.questionId} />
      {rights.moderates && trail.canUndo === true && (
        <Button mt={8} size="compact-md" variant="default" onClick={() => moderation.undo(question)}>
          {words.undo}
        </Button>
      )}
    </section>
  );
}
