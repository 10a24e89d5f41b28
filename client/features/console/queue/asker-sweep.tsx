import { Button } from "@mantine/core";
import { useMemo } from "react";
import type { QuestionView } from "../../../../shared/domain/questions/views.ts";
import { useRecords } from "../../../sync/hooks.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { pendingOfAsker } from "../acts/console-lists.ts";
import { useConsole } from "../console-context.ts";
import styles from "./asker-sweep.module.css";

interface Props {
  readonly question: QuestionView;
  /** Declining asks for a reason first. */
  readonly onDecline: () => void;
}

/** What can be done with everything pending of one asker at once; nothing where the question is the only one. */
export function AskerSweep({ question, onDecline }: Props) {
  const words = useAllMessages().console.sweep;
  const { moderation } = useConsole();
  const questions = useRecords("question");
  const others = useMemo(() => pendingOfAsker(question, questions).length - 1, [question, questions]);
  if (others < 1) return null;
  return (
    <section className={styles.sweep} aria-label={words.region}>
      <p className={styles.words}>{words.others(others)}</p>
      <Button size="compact-sm" variant="default" onClick={onDecline}>
        {words.declineAll}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => moderation.holdAsker(question)}>
        {words.holdAll}
      </Button>
    </section>
  );
}
