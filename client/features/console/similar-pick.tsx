import { Button, Group } from "@mantine/core";
import { useEffect, useMemo, useRef } from "react";
import { useRecords } from "../../session/hooks.ts";
import type { QuestionView } from "../../session/views.ts";
import { cancelKey } from "../../ui/cancel-key.ts";
import clamped from "../../ui/clamped-text.module.css";
import { useMessages } from "../../ui/language.tsx";
import { SearchSelect } from "../../ui/search-select.tsx";
import texts from "./console-text.module.css";
import { moveFocus } from "./move-focus.ts";
import styles from "./text-form.module.css";
import { isShowable } from "./use-stage-queue.ts";

interface Props {
  readonly question: QuestionView;
  /** What was found to be alike, the most alike first. */
  readonly alike: readonly QuestionView[];
  /** Without one, the reason alone goes back. */
  readonly onPick: (similarTo?: string) => void;
  readonly onCancel: () => void;
}

/** Which public question one that goes back is alike to: those found at one press, any other by searching. */
export function SimilarPick({ question, alike, onPick, onCancel }: Props) {
  const words = useMessages().console.decline;
  const readable = useReadable(question);
  const found = alike.filter((one) => readable.has(one.questionId));
  const choices = useMemo(
    () => [...readable.values()].map(({ questionId, text }) => ({ value: questionId, label: text })),
    [readable],
  );
  const list = useRef<HTMLFieldSetElement>(null);
  useEffect(() => list.current?.querySelector<HTMLElement>("button, input")?.focus(), []);
  return (
    <fieldset ref={list} className={styles.form} onKeyDown={cancelKey(onCancel)}>
      <legend className={texts.hint}>{words.similarTitle}</legend>
      {found.length > 0 && (
        <div
          className={styles.phrases}
          role="toolbar"
          aria-orientation="vertical"
          aria-label={words.similarFound}
          onKeyDown={moveFocus}
        >
          {found.map((one) => (
            <button
              key={one.id}
              type="button"
              className={styles.phrase}
              onClick={() => onPick(one.questionId)}
            >
              <span className={clamped.twoLines}>{one.text}</span>
            </button>
          ))}
        </div>
      )}
      <SearchSelect
        label={found.length > 0 ? words.similarOther : words.similarSearch}
        choices={choices}
        value={null}
        nothingFound={words.similarNone}
        notChosen={words.similarNotChosen}
        onChange={(questionId) => {
          if (questionId !== null) onPick(questionId);
        }}
      />
      <Group gap="xs">
        <Button size="compact-md" variant="default" onClick={() => onPick()}>
          {words.withoutSimilar}
        </Button>
        <Button size="compact-md" variant="default" onClick={onCancel}>
          {words.back}
        </Button>
      </Group>
    </fieldset>
  );
}

/** The public questions that whoever asked `question` may read, by id. */
function useReadable(question: QuestionView): ReadonlyMap<string, QuestionView> {
  const questions = useRecords("question");
  const rooms = useRecords("room");
  return useMemo(() => {
    const open = new Set(rooms.filter(({ roomKind }) => roomKind === "plenary").map(({ roomId }) => roomId));
    open.add(question.roomId);
    return new Map(
      questions
        .filter((one) => isShowable(one) && (open.has(one.roomId) || one.liftedTo !== null))
        .map((one) => [one.questionId, one]),
    );
  }, [question.roomId, questions, rooms]);
}
