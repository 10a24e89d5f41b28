import { isLive } from "../../../shared/domain/questions/records.ts";
import type { QuestionView } from "../../../shared/domain/questions/views.ts";
import { useSessionClient } from "../../sync/session-provider.tsx";
import { undoLatest } from "../../ui/undo.tsx";
import type { Agenda } from "../agenda/agenda-state.ts";
import type { ConsoleTools } from "./console-context.ts";
import { isShown } from "./console-focus.ts";
import { SIDE_ID } from "./folds/fold-controls.tsx";
import type { ConsoleKey } from "./keys/console-keys.ts";
import { useBoundKeys } from "./keys/use-bound-keys.ts";
import { isJoinable } from "./marks/joining.ts";
import type { Marks } from "./marks/use-marks.ts";
import { pendingAt, pendingId } from "./queue/pending-id.ts";
import type { QueueSelection } from "./queue/use-queue-selection.ts";

interface KeyTargets {
  /** Whether letters are keys. */
  readonly enabled: boolean;
  readonly byId: ReadonlyMap<string, QuestionView>;
  readonly selection: QueueSelection;
  readonly tools: ConsoleTools;
  /** What is alike to the selected card, the most alike first. */
  readonly alike: readonly QuestionView[];
  readonly marks: Marks;
  readonly onJoin: () => void;
  /** What goes on the stage next, in order. */
  readonly stageQueue: readonly QuestionView[];
  readonly agenda: Agenda;
  readonly onShowSide: () => void;
  readonly onTime: (key: ConsoleKey) => boolean;
}

/** The keys of the console: they act on the row that has the focus, else on the selected card of the queue. */
export function useConsoleKeys(targets: KeyTargets): void {
  const { tools } = targets;
  const { outbox } = useSessionClient();
  useBoundKeys((key, target) => {
    // No letter, so also where letters are no keys.
    if (key === "undo") return undoLatest(outbox.underWay());
    if (!targets.enabled) return false;
    if (key === "capture") return tools.rights.records && done(tools.open.capture);
    if (key === "stageNext") return showNext(targets);
    if (key === "agendaNext" || key === "agendaBack") return goInAgenda(targets, key);
    if (key === "reportNext") return stepReports(targets, 1);
    if (key === "reportPrevious") return stepReports(targets, -1);
    if (key === "timeMore" || key === "timeHold") return tools.rights.moderates && targets.onTime(key);
    if (key === "join" || key === "clear") return pressOnMarks(targets, key);
    const row = target.closest<HTMLElement>("[data-question-row]");
    if (row !== null) return pressOnRow(targets, key, row);
    // Elsewhere, as on a tab or in the panel at right, only what has the focus is meant.
    const card = pendingAt(target);
    const isFree = target === document.body || (isFormChoice(target) && key !== "up" && key !== "down");
    return (isFree || card !== null) && pressOnQueue(targets, key, card);
  });
}

/** 逐条、列表: who has just chosen goes on in the queue, and the arrows choose still. */
function isFormChoice(target: Element): boolean {
  return target.closest("[data-queue-form]") !== null;
}

/** The marks stand for the whole console: their keys work wherever the focus is. */
function pressOnMarks({ marks, onJoin }: KeyTargets, key: "join" | "clear"): boolean {
  if (key === "join") return marks.questions.length > 1 && done(onJoin);
  return marks.questions.length > 0 && done(marks.clear);
}

/** The next one is the same, wherever the focus is. */
function showNext({ stageQueue, tools, onShowSide }: KeyTargets): boolean {
  const { rights, moderation } = tools;
  const [next] = stageQueue;
  if (!rights.moderates || next === undefined) return false;
  return done(() => (isSideShown() ? moderation.show(next) : onShowSide()));
}

/** While a group reports, the one after or before it. */
function stepReports({ tools, onShowSide }: KeyTargets, by: 1 | -1): boolean {
  const room = tools.reports.beside(by);
  if (!tools.rights.moderates || room === undefined) return false;
  return done(() => (isSideShown() ? tools.reports.show(room, 1) : onShowSide()));
}

/** Seen first, then shown to the hall. */
function isSideShown(): boolean {
  const side = document.getElementById(SIDE_ID);
  return side !== null && isShown(side);
}

/** What it will do is told before it is done, so the panel need not be in sight. */
function goInAgenda({ agenda, tools }: KeyTargets, key: "agendaNext" | "agendaBack"): boolean {
  const { current, next, previous } = agenda;
  if (!tools.rights.moderates) return false;
  const end = current === null ? undefined : "end";
  const target = key === "agendaBack" ? previous?.itemId : (next?.itemId ?? end);
  return target !== undefined && done(() => tools.open.agenda(target));
}

function pressOnRow(targets: KeyTargets, key: ConsoleKey, row: HTMLElement): boolean {
  const { byId, tools } = targets;
  const { rights, moderation, open } = tools;
  if (key === "up" || key === "down") return focusNeighbour(row, key === "up" ? -1 : 1);
  const question = byId.get(row.dataset.questionRow ?? "");
  if (question === undefined) return false;
  const { status, questionId } = question;
  if (key === "details") return done(() => open.details(questionId));
  if (!isLive(status)) return false;
  if (key === "mark")
    return rights.moderates && isJoinable(question) && done(() => tools.toggleMark(questionId));
  if (key === "answer" && rights.records) return done(() => open.answer(questionId));
  if (!rights.moderates) return false;
  if (key === "route") return done(() => open.route(questionId));
  if (key === "close" && status === "answered") return done(() => open.closeMenu(questionId));
  if (key === "close") return done(() => open.closeInDetails(questionId));
  if (key === "stageQueue") {
    const isQueued = targets.stageQueue.some((one) => one.questionId === questionId);
    return done(() => (isQueued ? moderation.leaveStageQueue(question) : moderation.queueForStage(question)));
  }
  if (key === "stage") {
    return done(() => (question.onStage ? moderation.clearStage() : moderation.show(question)));
  }
  return false;
}

/** `card`: the one the focus is in. */
function pressOnQueue(targets: KeyTargets, key: ConsoleKey, card: string | null): boolean {
  const { byId, selection, tools } = targets;
  const { rights, moderation, open } = tools;
  if (selection.selected === null) return false;
  // Its words were dragged over, say: nothing is decided of another that may not even be in view.
  if (card !== null && card !== selection.selected) return done(() => selection.select(card));
  // Nothing is decided that is folded away.
  const place = document.getElementById(pendingId(selection.selected));
  if (place === null || !isShown(place)) return false;
  if (key === "up" || key === "down") {
    const next = selection.move(key === "up" ? -1 : 1);
    // The card is there already: it only takes the focus.
    if (next !== null) document.getElementById(pendingId(next))?.focus();
    return true;
  }
  const question = byId.get(selection.selected);
  if (question === undefined) return false;
  if (selection.mode === "stage" && key === "stage" && rights.moderates) {
    return done(() => {
      selection.setMode("buttons");
      moderation.show(question);
    });
  }
  if (selection.mode !== "buttons") return false;
  const { questionId } = question;
  if (key === "details") return done(() => open.details(questionId));
  if (key === "edit" && rights.records) return done(() => selection.setMode("edit"));
  if (!rights.moderates) return false;
  switch (key) {
    case "mark":
      return done(() => tools.toggleMark(questionId));
    case "joinAlike": {
      const other = isJoinable(question) ? targets.alike.find(isJoinable) : undefined;
      return other !== undefined && done(() => open.joinWith(question, other));
    }
    case "approve":
      return done(() => moderation.approve(question));
    case "route":
      return done(() => open.route(questionId));
    case "decline":
      return done(() => selection.setMode("decline"));
    case "hold":
      return done(() => moderation.hold(question, true));
    case "stage":
      return done(() => selection.setMode("stage"));
    default:
      return false;
  }
}

function focusNeighbour(row: HTMLElement, step: 1 | -1): boolean {
  const rows = [...(row.closest("table")?.querySelectorAll<HTMLElement>("[data-question-row]") ?? [])];
  rows[rows.indexOf(row) + step]?.focus();
  return true;
}

function done(act: () => void): true {
  act();
  return true;
}
