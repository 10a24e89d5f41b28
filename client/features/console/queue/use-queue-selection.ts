import { useCallback, useMemo, useRef, useState } from "react";
import type { QuestionView } from "../../../../shared/domain/questions/views.ts";
import { nextSelection } from "../acts/console-lists.ts";
import type { CardMode } from "./pending-card.tsx";

/** Which card of the queue the keys act on, and what is open in it. */
export interface QueueSelection {
  readonly selected: string | null;
  readonly mode: CardMode;
  /** Whether the selected one is open, where not every selected one is. */
  readonly isOpened: boolean;
  /** Selects and opens. */
  select(questionId: string): void;
  /** Opens as well. */
  setMode(mode: CardMode): void;
  fold(): void;
  /** One card up (-1) or down (1); gives the id of the card that is selected then. */
  move(step: 1 | -1): string | null;
}

/** The selection follows the queue: when its question is decided, the next one takes its place. */
export function useQueueSelection(queue: readonly QuestionView[]): QueueSelection {
  const [wanted, setWanted] = useState<string | null>(null);
  const [open, setOpen] = useState<{ questionId: string; mode: CardMode } | null>(null);
  const [opened, setOpened] = useState<string | null>(null);
  const ids = useMemo(() => queue.map((question) => question.questionId), [queue]);
  const before = useRef<{ ids: readonly string[]; selected: string | null }>({ ids: [], selected: null });
  const selected =
    wanted !== null && ids.includes(wanted)
      ? wanted
      : nextSelection(before.current.selected, before.current.ids, ids);
  before.current = { ids, selected };

  const select = useCallback((questionId: string) => {
    setWanted(questionId);
    setOpened(questionId);
  }, []);
  const fold = useCallback(() => {
    setOpened(null);
    setOpen(null);
  }, []);
  // Both read what is selected when they are called, and stay the same: every card has them, and is memoised.
  const setMode = useCallback((mode: CardMode) => {
    const { selected: questionId } = before.current;
    setOpen(questionId === null ? null : { questionId, mode });
    setOpened(questionId);
  }, []);
  const move = useCallback((step: 1 | -1) => {
    const { ids: all, selected: from } = before.current;
    const at = from === null ? -1 : all.indexOf(from);
    const next = all[Math.min(all.length - 1, Math.max(0, at + step))] ?? null;
    if (next !== null) setWanted(next);
    return next;
  }, []);
  const mode = open !== null && open.questionId === selected ? open.mode : "buttons";
  const isOpened = opened !== null && opened === selected;
  return { selected, mode, isOpened, select, setMode, fold, move };
}
