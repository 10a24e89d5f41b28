import { useMemo } from "react";
import type { AnswerView } from "../../../shared/domain/answers/views.ts";
import type { QuestionView } from "../../../shared/domain/questions/views.ts";
import type { CommandOf } from "../../../shared/protocol/commands/command.ts";
import type { CommandReply } from "../../../shared/protocol/session-socket.ts";
import { useSend } from "../../sync/hooks.ts";
import { newId } from "../../sync/new-id.ts";

type Given = Pick<CommandOf<"answer.post">, "text" | "manner" | "unit" | "part">;

/** Sends what an answer says; what is refused stays in the outbox with its reason. */
export interface Answering {
  post(question: QuestionView, given: Given): Promise<CommandReply>;
  edit(answer: AnswerView, text: string): Promise<CommandReply>;
}

export function useAnswering(): Answering {
  const send = useSend();
  return useMemo(
    () => ({
      post: ({ questionId }, given) =>
        send({ type: "answer.post", answerId: newId(), questionId, ...given }, { keepRefused: true }),
      edit: ({ answerId }, text) => send({ type: "answer.edit", answerId, text }, { keepRefused: true }),
    }),
    [send],
  );
}
