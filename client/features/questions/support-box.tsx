import { useMessages } from "../../ui/language.tsx";
import styles from "./support-box.module.css";

interface Props {
  readonly count: number;
  /** Whether the viewer supports it; `null` where the viewer may not. */
  readonly on: boolean | null;
  readonly onToggle: () => void;
}

/** 同问: how many have the same question, and for the counties the button that says so. */
export function SupportBox({ count, on, onToggle }: Props) {
  const { question } = useMessages().common;
  if (on === null) {
    return (
      <div className={styles.box} title={question.supportCount(count)}>
        <span className={styles.count}>{count}</span>
        <span className={styles.word}>{question.supportAction}</span>
      </div>
    );
  }
  return (
    <button
      type="button"
      className={`${styles.box} ${styles.button}`}
      aria-pressed={on}
      aria-label={question.supportLabel(count)}
      onClick={onToggle}
    >
      <span className={styles.count}>{count}</span>
      <span className={styles.word}>{on ? question.supported : question.supportAction}</span>
    </button>
  );
}
