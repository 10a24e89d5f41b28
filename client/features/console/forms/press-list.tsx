import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import styles from "./forms.module.css";

interface Choice {
  readonly key: string;
  readonly content: ReactNode;
  readonly onPress: () => void;
}

/** What is chosen by one press: the first has the focus at once, ↑ and ↓ go round. */
export function PressList({ label, choices }: { label: string; choices: readonly Choice[] }) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.querySelector("button")?.focus(), []);
  return (
    <div
      ref={list}
      className={styles.phrases}
      role="toolbar"
      aria-orientation="vertical"
      aria-label={label}
      onKeyDown={moveFocus}
    >
      {choices.map(({ key, content, onPress }) => (
        <button key={key} type="button" className={styles.phrase} onClick={onPress}>
          {content}
        </button>
      ))}
    </div>
  );
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const buttons = [...event.currentTarget.querySelectorAll("button")];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  buttons[(at + step + buttons.length) % buttons.length]?.focus();
}
