import { Button, Group } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { isShowable } from "../../../../shared/domain/questions/records.ts";
import type { QuestionView } from "../../../../shared/domain/questions/views.ts";
import type { LaneStore } from "../../../sync/lane-store.ts";
import { useSessionClient } from "../../../sync/session-provider.tsx";
import { cancelKey } from "../../../ui/forms/cancel-key.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { SearchSelect } from "../../../ui/search/search-select.tsx";
import clamped from "../../../ui/text/clamped-text.module.css";
import { subjectOf } from "../../finding/similar-questions.ts";
import { useAlike } from "../../finding/use-alike.ts";
import texts from "../console-text.module.css";
import styles from "../forms/forms.module.css";
import { PressList } from "../forms/press-list.tsx";
import { ALIKE_MAX } from "../marks/use-alike-of.ts";

/** Enough to know a question by, and to find it. */
const LABEL_MAX_CHARS = 60;
const LISTED_MAX = 30;

interface Props {
  readonly question: QuestionView;
  /** Without one, the reason alone goes back. */
  readonly onPick: (similarTo?: string) => void;
  readonly onCancel: () => void;
}

/** Which public question one that goes back is alike to: those found at one press, any other by searching. */
export function SimilarPick({ question, onPick, onCancel }: Props) {
  const words = useAllMessages().console.decline;
  const { store } = useSessionClient();
  // As they stand when it opens: each 同问 in the hall would have all of them read anew.
  const [readable] = useState(() => readableOf(question, store));
  const [choices] = useState(() =>
    [...readable.values()].map(({ questionId, text }) => ({
      value: questionId,
      label: text.slice(0, LABEL_MAX_CHARS),
    })),
  );
  const findAlike = useAlike();
  const [found] = useState(() =>
    findAlike(
      subjectOf(question),
      (one) => one.id !== question.id && readable.has(one.questionId),
      ALIKE_MAX,
    ),
  );
  const list = useRef<HTMLFieldSetElement>(null);
  useEffect(() => list.current?.querySelector<HTMLElement>("button, input")?.focus(), []);
  return (
    <fieldset ref={list} className={styles.form} onKeyDown={cancelKey(onCancel)}>
      <legend className={texts.hint}>{words.similarTitle}</legend>
      {found.length > 0 && (
        <PressList
          label={words.similarFound}
          choices={found.map(({ questionId, text }) => ({
            key: questionId,
            content: <span className={clamped.twoLines}>{text}</span>,
            onPress: () => onPick(questionId),
          }))}
        />
      )}
      <SearchSelect
        label={found.length > 0 ? words.similarOther : words.similarSearch}
        choices={choices}
        value={null}
        limit={LISTED_MAX}
        openOnFocus={false}
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
function readableOf(question: QuestionView, store: LaneStore): ReadonlyMap<string, QuestionView> {
  const plenaries = store.records("room").filter(({ roomKind }) => roomKind === "plenary");
  const open = new Set([question.roomId, ...plenaries.map(({ roomId }) => roomId)]);
  return new Map(
    store
      .records("question")
      .filter((one) => isShowable(one) && (open.has(one.roomId) || one.liftedTo !== null))
      .map((one) => [one.questionId, one]),
  );
}
