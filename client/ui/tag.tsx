import type { ReactNode } from "react";
import styles from "./tag.module.css";

/** `live`: on the stage or under way · `done` and `waiting`: states · `unit`: who · `plain`: everything else. */
export type TagTone = "live" | "done" | "waiting" | "unit" | "plain";

interface Props {
  readonly tone?: TagTone;
  readonly children: ReactNode;
}

/** A short word in a pill; its colour never says more than the word. */
export function Tag({ tone = "plain", children }: Props) {
  return <span className={`${styles.tag} ${styles[tone]}`}>{children}</span>;
}
