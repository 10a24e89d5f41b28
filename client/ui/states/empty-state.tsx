import type { ReactNode } from "react";
import styles from "./state.module.css";

interface Props {
  readonly title: string;
  /** What to do now. */
  readonly hint?: string;
  readonly children?: ReactNode;
}

/** Stands where nothing is yet, and says what to do. */
export function EmptyState({ title, hint, children }: Props) {
  return (
    <div className={styles.state}>
      <p className={styles.title}>{title}</p>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      {children}
    </div>
  );
}
