import { ActionIcon, Button } from "@mantine/core";
import { useState } from "react";
import type { SpeechView } from "../../../shared/domain/speaking/views.ts";
import { singlePress } from "../../ui/forms/single-press.ts";
import { useMessages } from "../../ui/language.tsx";
import { useOrdering } from "../../ui/ordering/use-ordering.ts";
import { Tag } from "../../ui/tag.tsx";
import styles from "./floor.module.css";
import type { SpeakingActs } from "./use-speaking-acts.ts";

interface Props {
  readonly roomId: string;
  readonly queue: readonly SpeechView[];
  readonly current: SpeechView | null;
  readonly acts: SpeakingActs;
  readonly runs: boolean;
  readonly isSealed: boolean;
}

/** The queue in its order, which is changed by dragging, by Alt with an arrow on a line, and by the buttons of a line. */
export function QueueList({ roomId, queue, current, acts, runs, isSealed }: Props) {
  const words = useMessages().speaking.queue;
  const [told, setTold] = useState("");
  const ordering = useOrdering(
    queue.map(({ speechId }) => speechId),
    (id, ids, place) => {
      const speech = queue.find(({ speechId }) => speechId === id);
      if (speech === undefined) return;
      setTold(words.moved(speech.speaker.name, place));
      acts.order(roomId, ids);
    },
  );
  return (
    <>
      <ol {...ordering.listProps} className={styles.queue}>
        {queue.map((speech, at) => {
          const { speechId } = speech;
          const { name, unit } = speech.speaker;
          return (
            <li
              key={speech.id}
              className={styles.line}
              {...ordering.lineProps(speechId, at, name)}
              tabIndex={isSealed ? undefined : 0}
              aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
              draggable={!isSealed}
              onKeyDown={(event) => {
                if (!isSealed) ordering.onKeyDown(event, speechId, at);
              }}
            >
              <span className={styles.place}>{at + 1}</span>
              <span className={styles.who}>
                <span className={styles.whole}>{name}</span>{" "}
                <span className={`${styles.hint} ${styles.whole}`}>{unit}</span>{" "}
                {speech.asked && <Tag tone="waiting">{words.asked}</Tag>}
              </span>
              {!isSealed && (
                <span className={styles.acts}>
                  {runs && (
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={words.startOf(name)}
                      onClick={singlePress(() => acts.start(speech, current))}
                    >
                      {words.start}
                    </Button>
                  )}
                  <ActionIcon
                    variant="subtle"
                    size="sm"
                    color="dark"
                    data-act="earlier"
                    aria-disabled={at === 0}
                    data-disabled={at === 0}
                    title={words.earlier}
                    aria-label={words.earlierOf(name)}
                    onClick={() => ordering.move(speechId, at - 1, "earlier")}
                  >
                    ↑
                  </ActionIcon>
                  <ActionIcon
                    variant="subtle"
                    size="sm"
                    color="dark"
                    data-act="later"
                    aria-disabled={at === queue.length - 1}
                    data-disabled={at === queue.length - 1}
                    title={words.later}
                    aria-label={words.laterOf(name)}
                    onClick={() => ordering.move(speechId, at + 1, "later")}
                  >
                    ↓
                  </ActionIcon>
                  <ActionIcon
                    variant="subtle"
                    size="sm"
                    color="dark"
                    title={words.leave}
                    aria-label={words.leaveOf(name)}
                    onClick={singlePress(() => acts.withdraw(speech))}
                  >
                    ×
                  </ActionIcon>
                </span>
              )}
            </li>
          );
        })}
      </ol>
      <p className="visually-hidden" role="status">
        {told}
      </p>
    </>
  );
}
