import type { RatingView } from "../../../shared/domain/questions/ratings/views.ts";
import type { QuestionView } from "../../../shared/domain/questions/views.ts";
import { useRecords } from "../../sync/hooks.ts";
import { useMessages } from "../../ui/language.tsx";
import { Tag } from "../../ui/tag.tsx";
import styles from "./doubts.module.css";
import { isDoubted } from "./question-state.ts";

/** 仍有疑问, while something can be done about it. */
export function DoubtTag({ question }: { question: QuestionView }) {
  const { common } = useMessages();
  return isDoubted(question) && <Tag tone="waiting">{common.rating.unsettled}</Tag>;
}

/** What askers who still doubt have written, in their own words. */
export function Doubts({ questionId }: { questionId: string }) {
  const { common } = useMessages();
  const notes = doubtsOf(useRecords("rating"), questionId);
  if (notes.length === 0) return null;
  return (
    <ul className={styles.doubts}>
      {notes.map(({ id, note }) => (
        <li key={id}>{common.rating.doubt(note)}</li>
      ))}
    </ul>
  );
}

/** The sentences of those who still doubt, the earliest first. */
export function doubtsOf(ratings: readonly RatingView[], questionId: string) {
  return ratings
    .flatMap(({ id, questionId: of, verdict, note, ratedAt }) =>
      of === questionId && verdict === "unsettled" && note !== null ? { id, note, ratedAt } : [],
    )
    .sort((one, other) => one.ratedAt - other.ratedAt);
}
