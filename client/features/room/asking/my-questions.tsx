import { Anchor, Button } from "@mantine/core";
import { useMemo } from "react";
import { followupRecordId } from "../../../../shared/domain/followups/records.ts";
import { questionRecordId } from "../../../../shared/domain/questions/records.ts";
import type { QuestionView, QuestionViewIn } from "../../../../shared/domain/questions/views.ts";
import type { RoomRecord } from "../../../../shared/domain/rooms/records.ts";
import { SESSION_RECORD_ID } from "../../../../shared/domain/session/records.ts";
import { useFollowId, useRecord, useRecords } from "../../../sync/hooks.ts";
import { useSessionClient } from "../../../sync/session-provider.tsx";
import { singlePress } from "../../../ui/forms/single-press.ts";
import { useMessages } from "../../../ui/language.tsx";
import clamped from "../../../ui/text/clamped-text.module.css";
import { UnsentEntry } from "../../outbox/unsent-entry.tsx";
import { questionState } from "../../questions/question-state.ts";
import { RateAnswer } from "../../questions/rate-answer.tsx";
import { StatusTag } from "../../questions/status-tag.tsx";
import { TrailStrip } from "../../questions/trail-strip.tsx";
import styles from "../room-side.module.css";
import { type AskDraft, askDraftOf, askDraftOfOwn } from "./ask-draft.ts";
import { useUnsentAsks } from "./use-unsent-asks.ts";

interface Props {
  readonly room: RoomRecord;
  /** Puts a refused question back into the form, with all that was chosen about it. */
  readonly onTakeBack: (draft: AskDraft) => void;
  /** Shows a question in the list of the room. */
  readonly onReveal: (recordId: string) => void;
}

/** 我的问题: what became of each, and why. */
export function MyQuestions({ room, onTakeBack, onReveal }: Props) {
  const { room: words } = useMessages();
  const all = useRecords("question");
  const unsent = useUnsentAsks(room.roomId);
  const mine = useMemo(
    () =>
      all
        .filter((question) => question.mine === true && question.roomId === room.roomId)
        .sort((one, other) => other.askedAt - one.askedAt),
    [all, room.roomId],
  );
  return (
    <section className={styles.mine} aria-labelledby="mine-title">
      <h2 id="mine-title" className={styles.title}>
        {words.mine.title}
      </h2>
      {mine.length === 0 && unsent.length === 0 && <p className={styles.rule}>{words.mine.none}</p>}
      <ul>
        {unsent.map(({ question, entry }) => (
          <li key={question.id} className={styles.own}>
            <UnsentEntry
              entry={entry}
              as="question"
              onTakeBack={() => onTakeBack(askDraftOf(entry.command))}
            />
          </li>
        ))}
        {mine.map((question) => (
          <OwnRow key={question.id} question={question} onTakeBack={onTakeBack} onReveal={onReveal} />
        ))}
      </ul>
    </section>
  );
}

type OwnRowProps = { question: QuestionView } & Pick<Props, "onTakeBack" | "onReveal">;

function OwnRow({ question, onTakeBack, onReveal }: OwnRowProps) {
  const { common, room: words } = useMessages();
  const became = useBecame(question);
  const saying = useSaying(question);
  const isListed = question.status !== "declined";
  return (
    <li className={styles.own}>
      <p className={`${clamped.threeLines} ${styles.ownText}`}>{question.text}</p>
      <p className={styles.became}>
        <StatusTag state={questionState(question)} />
        <span>{became}</span>
        {isListed && (
          <Anchor
            component="button"
            type="button"
            size="sm"
            underline="always"
            onClick={() => onReveal(question.id)}
          >
            {words.mine.show}
          </Anchor>
        )}
      </p>
      {question.status === "declined" && (
        <AfterDecline question={question} onTakeBack={onTakeBack} onReveal={onReveal} />
      )}
      <RateAnswer question={question} {...saying} />
      <details className={styles.trail}>
        <summary>{common.trail.show}</summary>
        <TrailStrip questionId={question.questionId} />
      </details>
    </li>
  );
}

/** What can be done about a question that came back: press 同问 on the one it is like, or ask it in other words. */
function AfterDecline({
  question,
  onTakeBack,
  onReveal,
}: { question: QuestionViewIn<"declined"> } & OwnRowProps) {
  const { mine } = useMessages().room;
  const isOpen = useRecord("session", SESSION_RECORD_ID)?.status === "open";
  const similar = useRecord("question", questionRecordId(question.similarTo ?? ""));
  if (!isOpen && similar === undefined) return null;
  return (
    <div className={styles.acts}>
      {similar !== undefined && (
        <Button variant="default" size="compact-sm" onClick={() => onReveal(similar.id)}>
          {mine.showSimilar}
        </Button>
      )}
      {isOpen && (
        <Button
          variant="default"
          size="compact-sm"
          onClick={singlePress(() => onTakeBack(askDraftOfOwn(question)))}
        >
          {mine.askAgain}
        </Button>
      )}
    </div>
  );
}

/** As whom the viewer speaks of a question: as himself, or by what this browser follows it by. */
function useSaying({ asker, askers }: QuestionView): { askerId: string; followId?: string } {
  const { actorId } = useSessionClient();
  const known = askers ?? (asker === undefined ? [] : [asker]);
  const followId = useFollowId(known.map(({ personId }) => personId));
  return followId === undefined ? { askerId: actorId } : { askerId: followId, followId };
}

function useBecame(question: QuestionView): string {
  const { mine } = useMessages().room;
  const isSealed = useRecord("session", SESSION_RECORD_ID)?.status === "sealed";
  // Sealing moves what nobody has answered to the ledger, and leaves it as it is.
  if (useRecord("followup", followupRecordId(question.questionId)) !== undefined) return mine.followUp;
  switch (question.status) {
    case "pending":
      return isSealed ? mine.notReviewed : mine.waiting;
    case "declined":
      return mine.declined(question.declineReason);
    case "public":
      return mine.publicNow;
    case "routed":
      return mine.routed(question.leadUnit);
    case "accepted":
      return mine.accepted(question.leadUnit);
    case "merged":
      return mine.merged;
    case "answered":
      return question.leadUnit === null ? mine.answeredByNone : mine.answered(question.leadUnit);
    case "closed":
      return question.outcome === "resolved" ? mine.resolved : mine.followUp;
  }
}
