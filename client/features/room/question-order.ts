import type { QuestionView } from "../../session/views.ts";
import { askerUnits } from "../questions/asker-credit.ts";

/** 同问最多 or 最新提出. */
export type QuestionSort = "support" | "newest";

export interface QuestionFilter {
  /** The unit that asked; null for all. */
  readonly unit: string | null;
  readonly onlyMine: boolean;
  /** Part of the text, as typed. */
  readonly search: string;
}

export const NO_FILTER: QuestionFilter = { unit: null, onlyMine: false, search: "" };

/** `questions` as they are to be read: the most asked or the newest first. */
export function sortQuestions(questions: readonly QuestionView[], sort: QuestionSort): QuestionView[] {
  const newer = (one: QuestionView, other: QuestionView) =>
    other.askedAt - one.askedAt || one.id.localeCompare(other.id);
  return [...questions].sort((one, other) =>
    sort === "newest" ? newer(one, other) : other.support - one.support || newer(one, other),
  );
}

/** Whether a question is read in a room: asked or lifted there, and standing for itself. */
export function isReadIn({ status, roomId: home, liftedTo }: QuestionView, roomId: string): boolean {
  return (home === roomId || liftedTo === roomId) && status !== "declined" && status !== "merged";
}

export function passes(question: QuestionView, { unit, onlyMine, search }: QuestionFilter): boolean {
  if (unit !== null && !askerUnits(question).includes(unit)) return false;
  if (onlyMine && question.mine !== true) return false;
  const wanted = search.trim().toLowerCase();
  return wanted === "" || question.text.toLowerCase().includes(wanted);
}

/** The units that asked, as far as the reader may know, each once. */
export function askingUnits(questions: readonly QuestionView[]): readonly string[] {
  return [...new Set(questions.flatMap(askerUnits))].sort((one, other) => one.localeCompare(other, "zh-CN"));
}
