import styles from "./text-counter.module.css";

interface Props {
  readonly text: string;
  readonly maxChars: number;
  /** Stands at the left, such as that the draft is kept. */
  readonly note?: string;
}

/** `19 / 500` under a field; red with the words of the field's own error once it is too long. */
export function TextCounter({ text, maxChars, note = "" }: Props) {
  const length = text.trim().length;
  return (
    <p className={styles.counter}>
      <span>{note}</span>
      <span className={length > maxChars ? styles.over : undefined}>
        {length} / {maxChars}
      </span>
    </p>
  );
}
