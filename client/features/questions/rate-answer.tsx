import { Button } from "@mantine/core";
import { useState } from "react";
import type { QuestionView } from "../../../shared/domain/questions/views.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { useDraft } from "../../drafts/use-draft.ts";
import { useCan, useRecords, useSend } from "../../sync/hooks.ts";
import { WritingForm } from "../../ui/forms/writing-form.tsx";
import { useMessages } from "../../ui/language.tsx";
import { showProblem } from "../../ui/undo.tsx";
import styles from "./rate-answer.module.css";

interface Props {
  readonly question: QuestionView;
  /** Whose say it is: the viewer's id, or what this browser follows the question by. */
  readonly askerId: string;
  readonly followId?: string;
}

/** 已解惑 or 仍有疑问: what the asker thinks of the answer, to be changed until the question is closed. */
export function RateAnswer({ question, askerId, followId }: Props) {
  const { common, errors } = useMessages();
  const words = common.rating;
  const can = useCan();
  const send = useSend();
  const { questionId } = question;
  const rating = useRecords("rating").find((one) => one.questionId === questionId && one.askerId === askerId);
  const draft = useDraft(`rate.${questionId}`);
  const [asking, setAsking] = useState(false);
  const follow = followId === undefined ? {} : { followId };
  const mayRate = can({ type: "question.rate", questionId, ...follow });
  const rate = async (verdict: "settled" | "unsettled", note = "") => {
    setAsking(false);
    const sent = draft.text;
    const said = note === "" ? {} : { note };
    const reply = await send({ type: "question.rate", questionId, verdict, ...said, ...follow });
    if (reply.ok) {
      draft.forgetSent(sent);
      return;
    }
    // Refused, the note waits for the next try.
    if (note !== "") draft.write(note);
    showProblem(errors[reply.error.code]);
  };
  if (question.status !== "answered" || !mayRate) return null;
  return (
    <fieldset className={styles.rate} aria-label={words.label}>
      <Button
        size="compact-md"
        variant={rating?.verdict === "settled" ? "light" : "default"}
        aria-pressed={rating?.verdict === "settled"}
        onClick={() => void rate("settled")}
      >
        {words.settled}
      </Button>
      <Button
        size="compact-md"
        variant={rating?.verdict === "unsettled" ? "light" : "default"}
        aria-pressed={rating?.verdict === "unsettled"}
        aria-expanded={asking}
        onClick={() => setAsking(!asking)}
      >
        {words.unsettled}
      </Button>
      {asking && (
        <div className={styles.note}>
          <WritingForm
            draft={draft}
            label={words.noteLabel}
            rows={[2, 8]}
            maxChars={LIMITS.reasonMaxChars}
            submitLabel={words.submit}
            buttonsAt="start"
            isReady={() => true}
            onSubmit={(note) => void rate("unsettled", note)}
          />
        </div>
      )}
    </fieldset>
  );
}
