import { Button } from "@mantine/core";
import { useState } from "react";
import type { QuestionViewIn } from "../../../../shared/domain/questions/views.ts";
import { LIMITS } from "../../../../shared/protocol/limits.ts";
import { useDraft } from "../../../drafts/use-draft.ts";
import { singlePress } from "../../../ui/forms/single-press.ts";
import { WritingForm } from "../../../ui/forms/writing-form.tsx";
import { useAllMessages } from "../../../ui/language.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { askerUnits } from "../../questions/asker-credit.ts";
import styles from "./review.module.css";
import { useReview } from "./use-review.ts";
import { isHeld } from "./use-waiting.ts";

/** One question that waits: who asked as far as that is open, and what can be decided. */
export function ReviewCard({ question }: { question: QuestionViewIn<"pending"> }) {
  const { common, console: staffWords, rooms } = useAllMessages();
  const { acts } = staffWords;
  const review = useReview();
  const [isDeclining, setDeclining] = useState(false);
  const { text, nature, addressedUnit } = question;
  return (
    <article className={styles.card} aria-label={text}>
      <p className={styles.text}>{text}</p>
      <p className={styles.facts}>
        {isHeld(question) && <Tag>{rooms.review.held}</Tag>}
        {askerUnits(question).map((unit) => (
          <span key={unit}>{unit}</span>
        ))}
        {nature !== null && <span>{common.question.nature[nature]}</span>}
        {addressedUnit !== null && <span>{rooms.review.for(addressedUnit)}</span>}
      </p>
      <div className={styles.acts}>
        <Button size="compact-md" onClick={singlePress(() => review.approve(question))}>
          {acts.approve}
        </Button>
        <Button
          size="compact-md"
          variant="default"
          aria-expanded={isDeclining}
          onClick={() => setDeclining(!isDeclining)}
        >
          {acts.decline}
        </Button>
        <Button
          size="compact-md"
          variant="default"
          onClick={singlePress(() => review.hold(question, !isHeld(question)))}
        >
          {isHeld(question) ? acts.unhold : acts.holdBack}
        </Button>
      </div>
      {isDeclining && (
        <Decline
          questionId={question.questionId}
          onDecline={(reason) => review.decline(question, reason)}
          onClose={() => setDeclining(false)}
        />
      )}
    </article>
  );
}

interface DeclineProps {
  readonly questionId: string;
  readonly onDecline: (reason: string) => void;
  readonly onClose: () => void;
}

/** Why it goes back to its asker: one press on a phrase, or own words. */
function Decline({ questionId, onDecline, onClose }: DeclineProps) {
  const { decline: words } = useAllMessages().console;
  const draft = useDraft(`decline.${questionId}`);
  const decline = (reason: string) => {
    draft.forget();
    onDecline(reason);
  };
  return (
    <WritingForm
      draft={draft}
      label={words.own}
      rows={[1, 4]}
      maxChars={LIMITS.reasonMaxChars}
      submitLabel={words.submit}
      isSubmittedByEnter
      onSubmit={onDecline}
      onCancel={onClose}
    >
      <legend className={styles.facts}>{words.title}</legend>
      <div className={styles.phrases}>
        {[words.alike, ...words.phrases].map((phrase) => (
          <button key={phrase} type="button" className={styles.phrase} onClick={() => decline(phrase)}>
            {phrase}
          </button>
        ))}
      </div>
    </WritingForm>
  );
}
