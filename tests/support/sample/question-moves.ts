import { questionRecordId } from "../../../shared/domain/questions/records.ts";
import { trailRecordId } from "../../../shared/domain/questions/trails/records.ts";
import type { SessionState } from "../../../shared/domain/state.ts";
import type { Command } from "../../../shared/protocol/commands/command.ts";
import type { Role } from "./cast.ts";
import { judged } from "./judged.ts";
import { actor, play, sampleSession } from "./sample-session.ts";

/** Who does what. */
export type Move = readonly [Role | "organiser", Command];

/** When a refused or accepted command is judged; later than all that was played. */
export const LATER = 9_000;

/** The sample session after `moves`, each of which must be accepted. */
export function given(...moves: readonly Move[]): SessionState {
  return played(sampleSession(), ...moves);
}

export function played(state: SessionState, ...moves: readonly Move[]): SessionState {
  return play(
    moves.map(([who, command]) => ({ actor: actor(who), command })),
    state,
  );
}

/** How many records a command changes, or the code it is refused with. */
export function when(state: SessionState, [who, command]: Move): { changes: number } | { refused: string } {
  const verdict = judged(command, state, { actor: actor(who), now: LATER });
  return verdict.ok ? { changes: verdict.value.length } : { refused: verdict.refusal.code };
}

export function questionOf(state: SessionState, questionId: string) {
  return state.find("question", questionRecordId(questionId));
}

export function stepsOf(state: SessionState, questionId: string): string[] {
  return state.find("trail", trailRecordId(questionId))?.steps.map(({ kind }) => kind) ?? [];
}

/** Takes back the last step as it stands now. */
export function undoing(state: SessionState, questionId: string): Move {
  const step = state.find("trail", trailRecordId(questionId))?.count ?? 1;
  return ["moderator", { type: "question.undo", questionId, step }];
}
