import { Fragment } from "react";
import styles from "./facts.module.css";

/** A line of short facts with dots between them; it breaks between two of them, after the dot, before it breaks one. */
export function Facts({ facts }: { facts: readonly string[] }) {
  return facts.map((fact, at) => (
    <Fragment key={fact}>
      {at > 0 && " "}
      <span className={styles.fact}>{at < facts.length - 1 ? `${fact} ·` : fact}</span>
    </Fragment>
  ));
}
