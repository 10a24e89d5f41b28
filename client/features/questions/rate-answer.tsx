import { Button } from "@mantine/core";
import { useState } from "react";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { useDraft } from "../../drafts/use-draft.ts";
import { useCan, useRecords, useSend } from "../../sync/hooks.ts";
import type { QuestionView } from "../../sync/views.ts";
import { LimitedTextarea } from "../../ui/forms/limited-text.tsx";
import { fitsLimit } from "../../ui/forms/text-problem.ts";
import { useSubmitKey } from "../../ui/forms/use-submit-key.ts";
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
  const isNoteFit = fitsLimit(draft.text, LIMITS.reasonMaxChars);
  const rate = async (verdict: "settled" | "unsettled") => {
    const note = draft.text.trim();
    if (verdict === "unsettled" && !isNoteFit) return;
    setAsking(false);
    const said = verdict === "unsettled" && note !== "" ? { note } : {};
    const reply = await send({ type: "question.rate", questionId, verdict, ...said, ...follow });
    if (reply.ok) draft.forget();
    else showProblem(errors[reply.error.code]);
  };
  const submitOnKey = useSubmitKey(() => void rate("unsettled"), "ctrl-enter");
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
          <LimitedTextarea
            label={words.noteLabel}
            autosize
            minRows={2}
            maxChars={LIMITS.reasonMaxChars}
            value={draft.text}
            onChange={(event) => draft.write(event.currentTarget.value)}
            onKeyDown={submitOnKey}
          />
          <Button mt={8} size="compact-md" disabled={!isNoteFit} onClick={() => void rate("unsettled")}>
            {words.submit}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
