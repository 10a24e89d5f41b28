import { inReadingOrder, type PlacedAnswer } from "../../domain/answers/reading-order.ts";
import type { AnswerRecord } from "../../domain/answers/records.ts";
import { askersOf } from "../../domain/askers/askers.ts";
import type { DocumentSetup } from "../../domain/documents/records.ts";
import { peerUnits } from "../../domain/people/peer-units.ts";
import type { PersonRecord } from "../../domain/people/records.ts";
import { isPublic, type QuestionRecord } from "../../domain/questions/records.ts";
import type { AnyRecord } from "../../domain/records.ts";
import { ofKind } from "../of-kind.ts";

export type PublicQuestion = Exclude<QuestionRecord, { status: "pending" | "declined" | "merged" }>;

/** What of the setup decides which questions are in a document, and how. */
export type Disclosed = Pick<DocumentSetup, "disclosure" | "namesAskers">;

/** A public question with its public answers, as they are read. */
export interface AnsweredQuestion {
  readonly question: PublicQuestion;
  readonly answers: readonly PlacedAnswer<AnswerRecord>[];
  /** Who asked: `hidden` where nobody may be named, undefined where the roster does not know; null in a document that names nobody as asking. */
  readonly askers: readonly (PersonRecord | "hidden" | undefined)[] | null;
  /** 县区互问: a county has the lead. */
  readonly isBetweenPeers: boolean;
}

/**
 * The questions a document may have, in the order of asking, and nothing of them that it may not: what waits for review, was
 * declined or is not to be recorded is left out, as are held answers and the names of those who hid them; what is for staff alone,
 * unless the document is for staff.
 */
export function answeredQuestions(
  records: readonly AnyRecord[],
  { disclosure, namesAskers }: Disclosed,
): AnsweredQuestion[] {
  const people = ofKind(records, "person");
  const answers = ofKind(records, "answer").filter(({ status }) => status === "public");
  const answersTo = new Map<string, AnswerRecord[]>();
  for (const answer of answers) {
    answersTo.set(answer.questionId, [...(answersTo.get(answer.questionId) ?? []), answer]);
  }
  const peers = peerUnits(people);
  const byId = new Map(people.map((person) => [person.personId, person]));
  const isDisclosed = (question: PublicQuestion) =>
    question.disclosure === "open" || (question.disclosure === "staff" && disclosure === "staff");
  return ofKind(records, "question")
    .filter((question): question is PublicQuestion => isPublic(question) && isDisclosed(question))
    .sort((one, other) => one.askedAt - other.askedAt || (one.questionId < other.questionId ? -1 : 1))
    .map((question) => ({
      question,
      answers: inReadingOrder(answersTo.get(question.questionId) ?? [], question.leadUnit),
      askers: namesAskers
        ? askersOf(question).map(({ askerId, anonymous }) => (anonymous ? "hidden" : byId.get(askerId)))
        : null,
      isBetweenPeers: question.leadUnit !== null && peers.has(question.leadUnit),
    }));
}
