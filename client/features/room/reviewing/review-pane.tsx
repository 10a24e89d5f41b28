import { useMessages } from "../../../ui/language.tsx";
import { EmptyState } from "../../../ui/states/empty-state.tsx";
import styles from "./review.module.css";
import { ReviewCard } from "./review-card.tsx";
import type { Waiting } from "./use-waiting.ts";

/** 待审 of a group, for its leader: each question is let into the room, sent back with a reason, or put aside. */
export function ReviewPane({ waiting }: { waiting: readonly Waiting[] }) {
  const words = useMessages().rooms.review;
  if (waiting.length === 0) return <EmptyState title={words.none} hint={words.noneHint} />;
  return (
    <ul className={styles.list} aria-label={words.title}>
      {waiting.map((question) => (
        <li key={question.id}>
          <ReviewCard question={question} />
        </li>
      ))}
    </ul>
  );
}
