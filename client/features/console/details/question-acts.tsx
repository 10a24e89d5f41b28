import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { isLive, isShowable } from "../../../../shared/domain/questions/records.ts";
import type { QuestionView } from "../../../../shared/domain/questions/views.ts";
import { useRecords } from "../../../sync/hooks.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { useStageQueue } from "../acts/use-stage-queue.ts";
import { useConsole } from "../console-context.ts";
import { CloseMenu } from "../table/close-menu.tsx";

interface Props {
  readonly question: QuestionView;
  /** Whether 办结 gets the focus when the details open. */
  readonly toClose: boolean;
  /** Opens what is written before it is done. */
  readonly onForm: (form: "edit" | "decline") => void;
}

/** Every act that fits the question's state. */
export function QuestionActs({ question, toClose, onForm }: Props) {
  const { rights, moderation, open } = useConsole();
  const { acts, stageQueue } = useAllMessages().console;
  const [closing, setClosing] = useState(false);
  const { status, questionId } = question;
  const live = isLive(status);
  const canLift = useCanLift(question);
  const isQueued = useStageQueue().some((one) => one.questionId === questionId);
  const act = (label: string, onClick: () => void) => (
    <Button size="compact-md" variant="default" onClick={onClick}>
      {label}
    </Button>
  );
  return (
    <Group gap="xs">
      {rights.moderates && status === "pending" && act(acts.approve, () => moderation.approve(question))}
      {rights.moderates &&
        status === "pending" &&
        act(question.held === true ? acts.unhold : acts.holdBack, () =>
          moderation.hold(question, question.held !== true),
        )}
      {rights.moderates && status === "pending" && act(acts.decline, () => onForm("decline"))}
      {rights.records && act(acts.edit, () => onForm("edit"))}
      {rights.moderates && (live || status === "pending") && act(acts.route, () => open.route(questionId))}
      {rights.moderates &&
        live &&
        (question.onStage
          ? act(acts.stageOff, () => moderation.clearStage())
          : act(acts.stage, () => moderation.show(question)))}
      {rights.moderates &&
        live &&
        isShowable(question) &&
        !question.onStage &&
        (isQueued
          ? act(stageQueue.leave, () => moderation.leaveStageQueue(question))
          : act(stageQueue.enter, () => moderation.queueForStage(question)))}
      {rights.moderates &&
        live &&
        canLift &&
        (question.liftedTo === null
          ? act(acts.lift, () => moderation.lift(question, true))
          : act(acts.lower, () => moderation.lift(question, false)))}
      {rights.moderates && live && (
        <CloseMenu
          question={question}
          opened={closing}
          autoFocus={toClose}
          onOpened={setClosing}
          size="compact-md"
        />
      )}
      {rights.moderates && status === "closed" && act(acts.reopen, () => moderation.restore(question))}
      {rights.moderates && status === "declined" && act(acts.restore, () => moderation.restore(question))}
    </Group>
  );
}

/** A question of a group can be read in the plenary as well, where there is one. */
function useCanLift({ roomId }: QuestionView): boolean {
  const rooms = useRecords("room");
  const home = rooms.find((room) => room.roomId === roomId);
  return home?.roomKind === "breakout" && rooms.some((room) => room.roomKind === "plenary");
}
