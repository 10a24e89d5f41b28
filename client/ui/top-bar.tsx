import type { ReactNode } from "react";
import { Link } from "react-router";
import { useMessages } from "./language.tsx";
import styles from "./top-bar.module.css";
import { usePageTitle } from "./use-page-title.ts";

interface Props {
  /** The session, or what the screen is. */
  readonly title: string;
  /** How much waits for the viewer; stands in the name of the browser's tab. */
  readonly waiting?: number;
  /** What the part with the id `side` is for; absent where there is none. */
  readonly side?: string | undefined;
  /** What is live now, beside the title. */
  readonly live?: ReactNode;
  /** Connection, saved state, in whose name one acts. */
  readonly children?: ReactNode;
}

/** The bar at the top of every screen. The page's content has the id `content`. */
export function TopBar({ title, waiting = 0, side, live, children }: Props) {
  const { common } = useMessages();
  usePageTitle(waiting === 0 ? title : common.waitingTitle(waiting, title));
  return (
    <header className={styles.bar}>
      <a href="#content" className={styles.skip}>
        {common.skipToContent}
      </a>
      {side !== undefined && (
        <a href="#side" className={styles.skip}>
          {common.skipTo(side)}
        </a>
      )}
      <Link to="/" className={styles.product}>
        {common.product}
      </Link>
      {title !== "" && (
        <h1 className={styles.title} title={title}>
          {title}
        </h1>
      )}
      {live}
      <div className={styles.right}>{children}</div>
    </header>
  );
}
