import type { AnswerView } from "../../../../shared/domain/answers/views.ts";
import type { FollowupView } from "../../../../shared/domain/followups/views.ts";
import type { PersonView } from "../../../../shared/domain/people/views.ts";
import { isLeftOpen } from "../../../../shared/domain/questions/moderation.ts";
import type { QuestionView } from "../../../../shared/domain/questions/views.ts";
import type { RoomRecord } from "../../../../shared/domain/rooms/records.ts";

/** What sealing does to a session as it stands, in numbers. */
export interface SealOutlook {
  /** Questions that get a row of the ledger: without an answer, and answered but doubted. */
  readonly unanswered: number;
  readonly doubted: number;
  /** Rows that are there already. */
  readonly inLedger: number;
  /** Answered, not doubted, not closed. */
  readonly answered: number;
  /** To review, those put aside among them. */
  readonly pending: number;
  readonly pendingHeld: number;
  readonly heldAnswers: number;
  readonly rooms: number;
  readonly present: number;
}

export interface SessionContent {
  readonly questions: readonly QuestionView[];
  readonly answers: readonly AnswerView[];
  readonly followups: readonly FollowupView[];
  readonly rooms: readonly RoomRecord[];
  readonly people: readonly PersonView[];
}

/** The questions sealing opens a row of the ledger for, or has opened one: see `sealSession`. */
export function leftForLedger({ questions, followups }: Pick<SessionContent, "questions" | "followups">) {
  const known = new Set(followups.map(({ followupId }) => followupId));
  return questions.filter((question) => isLeftOpen(question) && !known.has(question.questionId));
}

export function sealOutlook(content: SessionContent): SealOutlook {
  const { questions, answers, followups, rooms, people } = content;
  const left = leftForLedger(content);
  const doubted = left.filter(({ status }) => status === "answered").length;
  const pending = questions.filter((question) => question.status === "pending");
  return {
    unanswered: left.length - doubted,
    doubted,
    inLedger: followups.filter(({ status }) => status !== "cleared").length,
    answered: questions.filter((question) => question.status === "answered" && !isLeftOpen(question)).length,
    pending: pending.length,
    pendingHeld: pending.filter(({ held }) => held === true).length,
    heldAnswers: answers.filter(({ status }) => status === "held").length,
    rooms: rooms.length,
    present: people.filter(({ removed, arrivedAt }) => removed !== true && arrivedAt != null).length,
  };
}
