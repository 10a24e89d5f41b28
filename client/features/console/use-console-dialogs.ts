import { useMemo, useState } from "react";
import type { QuestionView } from "../../../shared/domain/questions/views.ts";
import type { AgendaTarget } from "../agenda/advance-dialog.tsx";

/** What is open in the details, and where the focus goes. */
export interface ShownDetails {
  readonly questionId: string;
  readonly focus: "top" | "answer" | "close";
}

/** Which dialog of the console is open, and for which question; at first the details of the one that is named. */
export function useConsoleDialogs(questionId: string | null) {
  const [routing, setRouting] = useState<string | null>(null);
  const [capturing, setCapturing] = useState(false);
  const [closing, setClosing] = useState<string | null>(null);
  const [joining, setJoining] = useState<readonly QuestionView[] | null>(null);
  const [stepping, setStepping] = useState<AgendaTarget | null>(null);
  const [details, setDetails] = useState<ShownDetails | null>(() =>
    questionId === null ? null : { questionId, focus: "top" },
  );
  const [staging, setStaging] = useState(false);
  const isOpen =
    routing !== null ||
    details !== null ||
    closing !== null ||
    joining !== null ||
    capturing ||
    stepping !== null ||
    staging;
  // The same functions all along: every card and row has them, and is memoised.
  const open = useMemo(
    () => ({
      route: setRouting,
      details: (questionId: string) => setDetails({ questionId, focus: "top" }),
      answer: (questionId: string) => setDetails({ questionId, focus: "answer" }),
      closeInDetails: (questionId: string) => setDetails({ questionId, focus: "close" }),
      /** The menu of 办结 in a row; `null` shuts it. */
      closeMenu: setClosing,
      capture: () => setCapturing(true),
      /** Chooses a page of the stage. */
      stagePage: () => setStaging(true),
      join: setJoining,
      /** Another item of the agenda, told of before it is gone to. */
      agenda: setStepping,
      joinWith: (question: QuestionView, other: QuestionView) => setJoining([question, other]),
    }),
    [],
  );
  const close = useMemo(
    () => ({
      route: () => setRouting(null),
      details: () => setDetails(null),
      capture: () => setCapturing(false),
      join: () => setJoining(null),
      agenda: () => setStepping(null),
      stagePage: () => setStaging(false),
    }),
    [],
  );
  return { routing, capturing, closing, joining, details, stepping, staging, isOpen, open, close };
}

export type ConsoleDialogState = ReturnType<typeof useConsoleDialogs>;
