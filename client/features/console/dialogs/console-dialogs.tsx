import { lazy, Suspense } from "react";
import type { QuestionView } from "../../../../shared/domain/questions/views.ts";
import { AdvanceDialog } from "../../agenda/advance-dialog.tsx";
import { NO_ANSWERS, useAnswersByQuestion } from "../../questions/answers-by-question.ts";
import { QuestionDrawer } from "../details/question-drawer.tsx";
import type { Marks } from "../marks/use-marks.ts";
import type { ConsoleDialogState } from "../use-console-dialogs.ts";
import { CaptureDialog } from "./capture-dialog.tsx";
import { JoinDialog } from "./join-dialog.tsx";
import { RouteDialog } from "./route-dialog.tsx";
import { useCapture } from "./use-capture.ts";

// The pages of the stage come with it.
const StageDialog = lazy(async () => ({
  default: (await import("./stage-dialog.tsx")).StageDialog,
}));

interface Props {
  readonly dialogs: ConsoleDialogState;
  readonly byId: ReadonlyMap<string, QuestionView>;
  readonly marks: Marks;
}

/** What opens over the console: details, 代录, 合并, 分办, 下一项, a page of the stage. */
export function ConsoleDialogs({ dialogs, byId, marks }: Props) {
  const { routing, capturing, joining, details, stepping, staging, close } = dialogs;
  const answersByQuestion = useAnswersByQuestion();
  const capture = useCapture();
  const routed = routing === null ? undefined : byId.get(routing);
  const shown = details === null ? undefined : byId.get(details.questionId);
  return (
    <>
      <QuestionDrawer
        shown={details}
        question={shown}
        answers={(shown && answersByQuestion.get(shown.questionId)) ?? NO_ANSWERS}
        onClose={close.details}
      />
      <CaptureDialog opened={capturing} onCapture={capture} onClose={close.capture} />
      <JoinDialog
        questions={joining}
        onClose={close.join}
        onSent={async (sent, done) => {
          const wereMarked = marks.take(sent.map(({ questionId }) => questionId));
          close.details();
          if (!(await done)) marks.put(wereMarked);
        }}
      />
      <RouteDialog question={routed} onClose={close.route} />
      <AdvanceDialog target={stepping} onClose={close.agenda} />
      {staging && (
        <Suspense fallback={null}>
          <StageDialog onClose={close.stagePage} />
        </Suspense>
      )}
    </>
  );
}
