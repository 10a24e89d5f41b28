import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { PreviewReply } from "../../../../shared/documents/preview.ts";
import {
  type Anchor,
  anchorAt,
  GAP_PX,
  layOut,
  nearPages,
  type PageLayout,
  pageAt,
  placeTop,
  topOf,
  type Zoom,
} from "./page-layout.ts";
import type { PlacesByKey } from "./places.ts";

/** A reader's view of the pages. */
export interface PageView {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly layout: PageLayout;
  /** Indexes of the pages to draw. */
  readonly near: { readonly from: number; readonly to: number };
  /** From 1. */
  readonly page: number;
  readonly onScroll: () => void;
  readonly goToPage: (page: number) => void;
  /** Brings a text into view, where it is not. */
  readonly reveal: (key: string) => void;
}

/** Which pages are in view, at what size; what is read, or `held` while it is worded, stays where it is while pages change and windows are pulled. */
export function usePageView(
  reply: PreviewReply,
  places: PlacesByKey,
  { zoom, held }: { readonly zoom: Zoom; readonly held: string | null },
): PageView {
  const scroller = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const layout = useMemo(() => layOut(reply, zoom, size.width), [reply, zoom, size.width]);
  const [near, setNear] = useState({ from: 0, to: 0 });
  const [page, setPage] = useState(1);
  const anchor = useRef<Anchor | null>(null);
  const look = useCallback(() => {
    const element = scroller.current;
    if (element === null) return;
    const { scrollTop, clientHeight } = element;
    anchor.current = anchorAt(layout, reply, scrollTop, held);
    const next = nearPages(layout, scrollTop, clientHeight);
    setNear((before) => (before.from === next.from && before.to === next.to ? before : next));
    setPage(pageAt(layout, scrollTop, clientHeight) + 1);
  }, [layout, reply, held]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight });
    measure();
    // Before the window is painted at its new size: pages would stand out of it for a moment.
    const watching = new ResizeObserver(() => flushSync(measure));
    watching.observe(element);
    return () => watching.disconnect();
  }, []);

  useLayoutEffect(() => {
    const element = scroller.current;
    // Before it is measured nothing has been read.
    if (element === null || size.width === 0) return;
    if (anchor.current !== null) element.scrollTop = topOf(layout, reply, anchor.current);
    look();
  }, [layout, reply, size, look]);

  const goToPage = useCallback(
    (wanted: number) => {
      const at = Math.min(Math.max(wanted, 1), layout.tops.length) - 1;
      scroller.current?.scrollTo({ top: (layout.tops[at] ?? 0) - GAP_PX });
    },
    [layout],
  );
  const reveal = useCallback(
    (key: string) => {
      const [place] = places.get(key) ?? [];
      const element = scroller.current;
      if (place === undefined || element === null) return;
      const top = placeTop(layout, place);
      const { scrollTop, clientHeight } = element;
      const isInView =
        top > scrollTop + GAP_PX && top + place.pitchPt * layout.scale * 2 < scrollTop + clientHeight;
      if (!isInView) element.scrollTop = top - clientHeight / 3;
    },
    [places, layout],
  );
  return { scroller, layout, near, page, onScroll: look, goToPage, reveal };
}
