import { useServerNow } from "../../session/hooks.ts";
import type { QuestionView } from "../../session/views.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useMessages } from "../../ui/language.tsx";
import { useSettled } from "../../ui/use-settled.ts";
import { minutesAgo } from "./minutes-ago.ts";
import { ModerationSwitch } from "./moderation-switch.tsx";
import { type CardMode, PendingCard } from "./pending-card.tsx";
import styles from "./pending-queue.module.css";
import type { ConsoleRights } from "./use-console-rights.ts";
import type { Moderation } from "./use-moderation.ts";
import { useStillSelection } from "./use-still-selection.ts";

const NONE: readonly QuestionView[] = [];
const CLOCK_MS = 10_000;
/** A live region speaks of a burst of questions once. */
const SPEAK_AFTER_MS = 1_500;

interface Props {
  readonly queue: readonly QuestionView[];
  readonly roomNames: ReadonlyMap<string, string>;
  readonly selected: string | null;
  readonly mode: CardMode;
  /** What is alike to the selected one. */
  readonly alike: readonly QuestionView[];
  readonly marked: ReadonlySet<string>;
  readonly showKeys: boolean;
  readonly rights: ConsoleRights;
  readonly moderation: Moderation;
  readonly reviewsFirst: boolean;
  readonly onMark: (questionId: string) => void;
  readonly onSelect: (questionId: string) => void;
  readonly onMode: (mode: CardMode) => void;
  readonly onRoute: (questionId: string) => void;
  readonly onDetails: (questionId: string) => void;
  readonly onJoinWith: (question: QuestionView, other: QuestionView) => void;
}

/** 待审: what waits for a decision, the oldest first; new ones come at the end, so nothing moves. */
export function PendingQueue(props: Props) {
  const { queue, roomNames, selected, mode, alike, marked, reviewsFirst, rights, moderation, ...rest } =
    props;
  const words = useMessages().console.queue;
  const now = useServerNow(CLOCK_MS);
  const { list, select } = useStillSelection(selected, props.onSelect);
  const spokenCount = useSettled(queue.length, SPEAK_AFTER_MS, () => false);
  return (
    <section className={styles.queue} data-scroller aria-label={words.region}>
      <header className={styles.sectionHead}>
        <h2>
          {words.title} {queue.length}
        </h2>
        <ModerationSwitch reviewsFirst={reviewsFirst} rights={rights} moderation={moderation} />
      </header>
      <p className="visually-hidden" role="status">
        {words.count(spokenCount)}
      </p>
      {queue.length === 0 ? (
        <EmptyState title={words.empty} hint={reviewsFirst ? words.emptyHint : words.emptyAfter} />
      ) : (
        <ol ref={list} className={styles.cards}>
          {queue.map((question) => {
            const isSelected = question.questionId === selected;
            return (
              <PendingCard
                key={question.id}
                question={question}
                roomName={roomNames.get(question.roomId) ?? null}
                isSelected={isSelected}
                isMarked={marked.has(question.questionId)}
                mode={isSelected ? mode : "buttons"}
                alike={isSelected ? alike : NONE}
                minutesAgo={minutesAgo(question.askedAt, now)}
                rights={rights}
                moderation={moderation}
                {...rest}
                onSelect={select}
              />
            );
          })}
        </ol>
      )}
    </section>
  );
}
