import type { SessionState } from "../../../shared/domain/state.ts";
import type { Command } from "../../../shared/protocol/commands/command.ts";
import { CREATE, namedId, play, ROOMS } from "./sample-session.ts";

export interface QuestionCrowd {
  readonly state: SessionState;
  readonly questionIds: readonly string[];
  /** The first of them asked the questions, one each. */
  readonly personIds: readonly string[];
}

/** So many people in one room, with public questions of the first of them; everybody supports `voices` questions of others. */
export function questionCrowd(questions: number, people: number, voices: number): QuestionCrowd {
  const questionIds = Array.from({ length: questions }, (_, index) => namedId(`question${index}-`));
  const personIds = Array.from({ length: people }, (_, index) => namedId(`person${index}-`));
  const roster = personIds.map((personId, order) => ({
    personId,
    order,
    name: `干部${order}`,
    unit: `县区${order % 9}`,
    post: null,
    side: "county" as const,
    duties: [],
    group: null,
    seat: null,
  }));
  const asks = questionIds.map((questionId, index): [string, Command] => [
    personIds[index] ?? "",
    { type: "question.ask", questionId, roomId: ROOMS.plenary, text: `第 ${index} 问：二审由谁负责？` },
  ]);
  const supports = personIds.flatMap((personId, index) =>
    Array.from({ length: voices }, (_, more): [string, Command] => [
      personId,
      {
        type: "question.support",
        questionId: questionIds[(index + 1 + more) % questions] ?? "",
        on: true,
      },
    ]),
  );
  const organiser = { kind: "organiser" } as const;
  const state = play([
    { actor: organiser, command: { ...CREATE, settings: { moderation: "after", anonymity: "hidden" } } },
    { actor: organiser, command: { type: "roster.import", people: roster } },
    ...[...asks, ...supports].map(([personId, command]) => ({
      actor: { kind: "person" as const, personId },
      command,
    })),
  ]);
  return { state, questionIds, personIds };
}
