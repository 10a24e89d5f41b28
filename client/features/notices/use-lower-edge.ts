import { type RefObject, useLayoutEffect } from "react";

/** How high the line about the broken connection is, below the notices. */
const OFFLINE_LINE_PX = 38;

/** Tells the page how much of its lower edge is covered (`--lower-edge`), so that what is pressed there stands above it; nothing where nothing is. */
export function useLowerEdge(lines: RefObject<HTMLElement | null>, isOffline: boolean): void {
  useLayoutEffect(() => {
    const element = lines.current;
    if (element === null) return;
    const { style } = document.documentElement;
    const tell = () => {
      const covered = element.offsetHeight + (isOffline ? OFFLINE_LINE_PX : 0);
      if (covered === 0) style.removeProperty("--lower-edge");
      else style.setProperty("--lower-edge", `${covered}px`);
    };
    const observer = new ResizeObserver(tell);
    observer.observe(element);
    tell();
    return () => {
      observer.disconnect();
      style.removeProperty("--lower-edge");
    };
  }, [lines, isOffline]);
}
