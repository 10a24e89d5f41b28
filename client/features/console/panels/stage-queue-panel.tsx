import { ActionIcon } from "@mantine/core";
import { useRef } from "react";
import { useAllMessages } from "../../../ui/language.tsx";
import { useStageQueue } from "../acts/use-stage-queue.ts";
import { useConsole } from "../console-context.ts";
import texts from "../console-text.module.css";
import { KeyButton } from "../keys/key-button.tsx";
import styles from "./stage-queue-panel.module.css";

/** 排队上屏: what the hall sees next, and the press that shows it. */
export function StageQueuePanel() {
  const words = useAllMessages().console.stageQueue;
  const { rights, moderation, open } = useConsole();
  const queue = useStageQueue();
  const [next] = queue;
  const panel = useRef<HTMLElement>(null);
  if (!rights.moderates && next === undefined) return null;
  return (
    <section ref={panel} tabIndex={-1} className={styles.panel} aria-label={words.title}>
      <div className={styles.head}>
        <h3 className={styles.title}>{words.count(queue.length)}</h3>
        {rights.moderates && next !== undefined && (
          <KeyButton label={words.next} shortcut="stageNext" onPress={() => moderation.show(next)} />
        )}
      </div>
      {next === undefined ? (
        <p className={texts.hint}>{words.empty}</p>
      ) : (
        <ol>
          {queue.map((question, at) => (
            <li key={question.id} className={styles.line}>
              <button type="button" className={styles.text} onClick={() => open.details(question.questionId)}>
                {question.text}
              </button>
              {rights.moderates && (
                <>
                  <ActionIcon
                    variant="subtle"
                    size="sm"
                    color="dark"
                    // Not `disabled`: the focus stays where it was pressed.
                    aria-disabled={at === 0}
                    data-disabled={at === 0}
                    title={words.earlier}
                    aria-label={words.earlierOf(question.text)}
                    onClick={() => {
                      if (at > 0) moderation.queueForStage(question, at - 1);
                    }}
                  >
                    ↑
                  </ActionIcon>
                  <ActionIcon
                    variant="subtle"
                    size="sm"
                    color="dark"
                    title={words.leave}
                    aria-label={words.leaveOf(question.text)}
                    onClick={(event) => {
                      const line = event.currentTarget.closest("li");
                      const beside = line?.nextElementSibling ?? line?.previousElementSibling;
                      (beside?.querySelector<HTMLElement>("button") ?? panel.current)?.focus();
                      moderation.leaveStageQueue(question);
                    }}
                  >
                    ×
                  </ActionIcon>
                </>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
