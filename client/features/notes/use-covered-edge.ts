import { type RefObject, useLayoutEffect } from "react";

/** Whatever the browser brings into view, by key, focus or search, does not come to lie under what stays at the upper edge. */
export function useCoveredEdge(cover: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = cover.current;
    if (element === null) return;
    let scroller = scrollerOf(element);
    const observer = new ResizeObserver(() => {
      scroller.style.scrollPaddingTop = "";
      // In a narrow window it is the page that scrolls.
      scroller = scrollerOf(element);
      scroller.style.scrollPaddingTop = `${element.offsetHeight}px`;
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      scroller.style.scrollPaddingTop = "";
    };
  }, [cover]);
}

function scrollerOf(element: HTMLElement): HTMLElement {
  for (let at = element.parentElement; at !== null; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return document.documentElement;
}
