import { Button, Chip, Group } from "@mantine/core";
import { useRef, useState } from "react";
import type { QuestionView } from "../../../../shared/domain/questions/views.ts";
import { TOPICS_RECORD_ID } from "../../../../shared/domain/wordings/records.ts";
import { LIMITS } from "../../../../shared/protocol/limits.ts";
import { useRecord } from "../../../sync/hooks.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { offeredTopics, toggledTopics } from "../../questions/topics-list.ts";
import { useConsole } from "../console-context.ts";
import texts from "../console-text.module.css";
import styles from "./question-drawer.module.css";
import { TopicsForm } from "./topics-form.tsx";

/** The labels of a question, chosen from the session's list, and the way to that list. */
export function QuestionTopics({ question }: { question: QuestionView }) {
  const words = useAllMessages().console.topics;
  const { moderation } = useConsole();
  const names = useRecord("topics", TOPICS_RECORD_ID)?.names ?? [];
  const editButton = useRef<HTMLButtonElement>(null);
  const [editing, setEditing] = useState(false);
  const offered = offeredTopics(names, question.topics);
  const isFull = question.topics.length >= LIMITS.topicsPerQuestionMax;
  return (
    <section aria-label={words.label}>
      <h3 className={styles.smallHead}>{words.label}</h3>
      {offered.length === 0 && <p className={texts.hint}>{words.none}</p>}
      <Group gap={6} role="group" aria-label={words.label}>
        {offered.map((name) => {
          const isChosen = question.topics.includes(name);
          return (
            <Chip
              key={name}
              type="checkbox"
              size="sm"
              checked={isChosen}
              disabled={isFull && !isChosen}
              onChange={() => moderation.label(question, toggledTopics(question.topics, name))}
            >
              {name}
            </Chip>
          );
        })}
        <Button
          ref={editButton}
          size="compact-sm"
          variant="subtle"
          aria-expanded={editing}
          onClick={() => setEditing(!editing)}
        >
          {words.edit}
        </Button>
      </Group>
      {editing && (
        <TopicsForm
          key={names.join("\n")}
          names={names}
          onClose={() => {
            setEditing(false);
            editButton.current?.focus();
          }}
        />
      )}
    </section>
  );
}
