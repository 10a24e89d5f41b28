import { Button } from "@mantine/core";
import { useState } from "react";
import { trailRecordId } from "../../../../shared/domain/questions/trails/records.ts";
import type { QuestionView } from "../../../../shared/domain/questions/views.ts";
import { useSessionClient } from "../../../sync/session-provider.tsx";
import { useMessages } from "../../../ui/language.tsx";
import { useUndoNotice } from "../../../ui/undo.tsx";
import { useAct } from "../../acting/use-act.ts";
import { SaidAnswerForm } from "../../answering/answer-forms.tsx";

/** 代录答复 under a question of the own room, for its leader: which unit said what. It can be taken back. */
export function LeaderCapture({ question }: { question: QuestionView }) {
  const { common, rooms } = useMessages();
  const words = common.answerForm;
  const { store } = useSessionClient();
  const act = useAct();
  const undoNotice = useUndoNotice();
  const [isOpen, setOpen] = useState(false);
  const { questionId, text } = question;
  const offerUndo = (unit: string) => {
    const step = store.record("trail", trailRecordId(questionId))?.count;
    if (step === undefined) return;
    undoNotice(words.posted(unit), () => void act({ type: "question.undo", questionId, step }));
  };
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        mt={6}
        aria-expanded={isOpen}
        aria-label={rooms.capture.of(text)}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? rooms.capture.close : rooms.capture.open}
      </Button>
      {isOpen && (
        <SaidAnswerForm
          question={question}
          autoFocus
          isOral
          onPosted={() => setOpen(false)}
          onKept={offerUndo}
        />
      )}
    </>
  );
}
