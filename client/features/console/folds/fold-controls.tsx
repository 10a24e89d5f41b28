import { Button } from "@mantine/core";
import { flushSync } from "react-dom";
import { useAllMessages } from "../../../ui/language.tsx";
import styles from "../console-frame.module.css";
import type { Folds, Pane } from "./use-folds.ts";

export const SIDE_ID = "console-side";
export const SIDE_BUTTON_ID = "console-side-button";

const OTHER: Record<Pane, Pane> = { queue: "work", work: "queue" };

/** On a narrow screen, in one of the two parts: the way to the other, where the focus goes on. */
export function PaneButton({ folds, to, label }: { folds: Folds; to: Pane; label: string }) {
  return (
    <Button
      id={paneButtonId(to)}
      className={styles.paneButton ?? ""}
      size="compact-md"
      variant="default"
      onClick={() => {
        flushSync(() => folds.setPane(to));
        document.getElementById(paneButtonId(OTHER[to]))?.focus();
      }}
    >
      {label}
    </Button>
  );
}

function paneButtonId(to: Pane): string {
  return `console-to-${to}`;
}

/** Where stage and rooms have no column of their own: shows and hides them. */
export function SideButton({ folds }: { folds: Folds }) {
  const words = useAllMessages().console.folds;
  return (
    <Button
      id={SIDE_BUTTON_ID}
      className={styles.sideButton ?? ""}
      size="compact-md"
      variant="default"
      aria-expanded={folds.sideShown}
      aria-controls={SIDE_ID}
      onClick={() => folds.setSideShown(!folds.sideShown)}
    >
      {folds.sideShown ? words.hideSide : words.showSide}
    </Button>
  );
}
