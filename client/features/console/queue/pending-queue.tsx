import { Checkbox, SegmentedControl } from "@mantine/core";
import type { ReactNode } from "react";
import type { QuestionView } from "../../../../shared/domain/questions/views.ts";
import { useServerNowEvery } from "../../../sync/hooks.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { EmptyState } from "../../../ui/states/empty-state.tsx";
import { useSettled } from "../../../ui/use-settled.ts";
import { useConsole } from "../console-context.ts";
import { PaneButton } from "../folds/fold-controls.tsx";
import type { Folds, QueueForm } from "../folds/use-folds.ts";
import type { Marks } from "../marks/use-marks.ts";
import { minutesAgo } from "./minutes-ago.ts";
import { ModerationSwitch } from "./moderation-switch.tsx";
import { type CardMode, PendingCard } from "./pending-card.tsx";
import { PendingLine } from "./pending-line.tsx";
import styles from "./pending-queue.module.css";
import type { QueueSelection } from "./use-queue-selection.ts";
import { useStillSelection } from "./use-still-selection.ts";

/** As many as the server takes from one person at once: what is done next would wait for the others. */
const MARKED_MAX = 50;
const NONE: readonly QuestionView[] = [];
const CLOCK_MS = 10_000;
/** A live region speaks of a burst of questions once. */
const SPEAK_AFTER_MS = 1_500;

interface Props {
  readonly queue: readonly QuestionView[];
  readonly roomNames: ReadonlyMap<string, string>;
  readonly selection: QueueSelection;
  /** What is alike to the selected one. */
  readonly alike: readonly QuestionView[];
  readonly folds: Folds;
  readonly marks: Marks;
  /** What can be done with the marked ones; stands here while the questions wait line by line. */
  readonly bar: ReactNode;
  readonly reviewsFirst: boolean;
}

/** 待审: what waits for a decision, the oldest first; new ones come at the end, so nothing moves. */
export function PendingQueue(props: Props) {
  const { queue, roomNames, selection, alike, folds, marks, bar, reviewsFirst } = props;
  const { rights } = useConsole();
  const { selected } = selection;
  const words = useAllMessages().console.queue;
  const now = useServerNowEvery(CLOCK_MS);
  const { list, select } = useStillSelection(selected, selection.select);
  const spokenCount = useSettled(queue.length, SPEAK_AFTER_MS, () => false);
  const inLines = folds.queueForm === "lines";
  return (
    <section className={styles.queue} data-scroller aria-label={words.region}>
      <header className={styles.sectionHead}>
        {inLines && rights.moderates && <MarkAll queue={queue} marks={marks} />}
        <h2>
          {words.title} {queue.length}
        </h2>
        <SegmentedControl
          size="xs"
          aria-label={words.form}
          data-queue-form
          value={folds.queueForm}
          onChange={(value) => {
            selection.fold();
            folds.setQueueForm(value as QueueForm);
          }}
          data={[
            { value: "cards", label: words.cards },
            { value: "lines", label: words.lines },
          ]}
        />
        <span className={styles.headEnd}>
          <ModerationSwitch reviewsFirst={reviewsFirst} />
          <PaneButton folds={folds} to="work" label={words.toWork} />
        </span>
      </header>
      {inLines && bar}
      <p className="visually-hidden" role="status">
        {words.count(spokenCount)}
      </p>
      {queue.length === 0 ? (
        <EmptyState title={words.empty} hint={reviewsFirst ? words.emptyHint : words.emptyAfter} />
      ) : (
        <ol {...list} className={inLines ? styles.lines : styles.cards}>
          {queue.map((question) => {
            const { id, questionId } = question;
            const isSelected = questionId === selected;
            const shared = {
              question,
              roomName: roomNames.get(question.roomId) ?? null,
              isSelected,
              isMarked: marks.ids.has(questionId),
              minutesAgo: minutesAgo(question.askedAt, now),
              onSelect: select,
            };
            if (inLines && !(isSelected && selection.isOpened)) {
              return <PendingLine key={id} {...shared} withMark={rights.moderates} />;
            }
            const mode: CardMode = isSelected ? selection.mode : "buttons";
            return (
              <PendingCard
                key={id}
                {...shared}
                mode={mode}
                alike={isSelected ? alike : NONE}
                onMode={selection.setMode}
                onFold={inLines ? selection.fold : null}
              />
            );
          })}
        </ol>
      )}
    </section>
  );
}

/** Marks everything that waits, or takes the marks away. */
function MarkAll({ queue, marks }: { queue: readonly QuestionView[]; marks: Marks }) {
  const words = useAllMessages().console.queue;
  const ids = queue.slice(0, MARKED_MAX).map(({ questionId }) => questionId);
  const marked = ids.filter((id) => marks.ids.has(id)).length;
  const isAll = marked > 0 && marked === ids.length;
  return (
    <Checkbox
      size="md"
      label={queue.length > MARKED_MAX ? words.markFirst(MARKED_MAX) : words.markAll}
      disabled={queue.length === 0}
      checked={isAll}
      indeterminate={marked > 0 && !isAll}
      onChange={() => (isAll ? marks.take(ids) : marks.put(ids))}
    />
  );
}
