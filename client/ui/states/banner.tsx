import type { ReactNode } from "react";
import styles from "./banner.module.css";

interface Props {
  /** `notice` tells a state that lasts, `trial` one that is not to be overlooked, `waiting` something that will pass, `problem` what needs an act. */
  readonly tone: "notice" | "trial" | "waiting" | "problem";
  readonly title: string;
  readonly hint?: string;
  /** An act, such as a button. */
  readonly children?: ReactNode;
}

/**
 * Tells in which state the whole screen is. A lasting state stands in its place; what comes and goes lies over the
 * lower edge, so that nothing moves under the pointer.
 */
export function Banner({ tone, title, hint, children }: Props) {
  return (
    <div
      className={`${styles.banner} ${styles[tone]}`}
      role={tone === "notice" || tone === "trial" ? "status" : "alert"}
    >
      <span>
        <strong>{title}</strong>
        {hint !== undefined && <span className={styles.hint}>{hint}</span>}
      </span>
      {children}
    </div>
  );
}
