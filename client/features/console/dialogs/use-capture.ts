import { useCallback } from "react";
import { useSend } from "../../../sync/hooks.ts";
import { newId } from "../../../sync/new-id.ts";
import { useMessages } from "../../../ui/language.tsx";
import { showProblem } from "../../../ui/undo.tsx";

/** An exchange as it was said aloud; the answer may still be to come. */
export interface Captured {
  readonly roomId: string;
  /** A person of the roster; null where the recorder does not know. */
  readonly askerId: string | null;
  readonly question: string;
  readonly answer: { readonly unit: string; readonly text: string } | null;
}

/** Puts an exchange into the outbox; both commands go in order, and what is refused stays there with its reason. */
export function useCapture(): (captured: Captured) => void {
  const send = useSend();
  const { errors } = useMessages();
  return useCallback(
    ({ roomId, askerId, question, answer }) => {
      const questionId = newId();
      const asked = send(
        {
          type: "question.ask",
          questionId,
          roomId,
          text: question,
          spoken: true,
          ...(askerId !== null && { askerId }),
          ...(answer !== null && { unit: answer.unit }),
        },
        { keepRefused: true },
      );
      const answered =
        answer === null
          ? null
          : send(
              { type: "answer.post", answerId: newId(), questionId, ...answer, manner: "oral" },
              { keepRefused: true },
            );
      for (const reply of [asked, answered]) {
        void reply?.then((told) => {
          if (!told.ok) showProblem(errors[told.error.code]);
        });
      }
    },
    [send, errors],
  );
}
