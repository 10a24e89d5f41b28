import type { CSSProperties, ReactNode } from "react";
import { SessionBanners } from "./session-banners.tsx";
import styles from "./session-frame.module.css";
import { SessionTopBar } from "./session-top-bar.tsx";

interface Props {
  readonly title: string;
  /** Stands in the top bar. */
  readonly beside?: ReactNode;
  /** Said of a sealed session whose screen goes on. */
  readonly goesOnSealed?: string;
  /** How wide the content becomes at most, and how far it stands below what is above it. */
  readonly widthPx: number;
  readonly topPx?: number;
  readonly children: ReactNode;
}

/** A screen of a session that scrolls as a whole: the top bar, what is to be told, the content. */
export function SessionFrame({ title, beside, goesOnSealed, widthPx, topPx = 20, children }: Props) {
  const size = { "--frame-width": `${widthPx}px`, "--frame-top": `${topPx}px` } as CSSProperties;
  return (
    <div className={styles.page}>
      <SessionTopBar title={title}>{beside}</SessionTopBar>
      <SessionBanners {...(goesOnSealed !== undefined && { goesOnSealed })} />
      <main id="content" className={styles.main} style={size}>
        {children}
      </main>
    </div>
  );
}
