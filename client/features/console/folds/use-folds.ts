import { useMemo, useState } from "react";

/** What a narrow screen shows of the console: what waits, or everything else. */
export type Pane = "queue" | "work";
/** What waits, card by card with the acts on each, or line by line to go over many. */
export type QueueForm = "cards" | "lines";

/** What of the console is shown where not everything has room; what is folded stays as it is. */
export interface Folds {
  readonly pane: Pane;
  /** Whether stage and rooms are shown where they have no column of their own. */
  readonly sideShown: boolean;
  readonly queueForm: QueueForm;
  setPane(pane: Pane): void;
  setSideShown(shown: boolean): void;
  setQueueForm(form: QueueForm): void;
}

export function useFolds(): Folds {
  const [pane, setPane] = useState<Pane>("queue");
  const [sideShown, setSideShown] = useState(false);
  const [queueForm, setQueueForm] = useState<QueueForm>("cards");
  return useMemo(
    () => ({ pane, sideShown, queueForm, setPane, setSideShown, setQueueForm }),
    [pane, sideShown, queueForm],
  );
}
