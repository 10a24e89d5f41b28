import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { type FocusEvent, type RefObject, useCallback, useLayoutEffect, useRef, useState } from "react";

/** A list this long is drawn whole: the browser's own search finds all of it. */
const WHOLE_UP_TO = 80;
const OVERSCAN = 8;
/** Drawn on either side of the row that had the focus: the next one, even where a heading stands between. */
const NEIGHBOURS = 2;
/** What scrolls carries this attribute. */
const SCROLLER = "[data-scroller]";

interface Options {
  /** Of every row, in order. */
  readonly keys: readonly string[];
  readonly estimatedRowPx: number;
  /** Between two rows. */
  readonly gapPx: number;
}

/** What of a long list is drawn. */
export interface Windowed<E extends HTMLElement> {
  /** The rows to draw, each with the empty space before it. */
  readonly rows: readonly { readonly index: number; readonly spacePx: number }[];
  /** The empty space after the last of them. */
  readonly endPx: number;
  readonly list: RefObject<E | null>;
  /** For every row, with `data-index`. */
  readonly measure: (row: HTMLElement | null) => void;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: (event: FocusEvent) => void;
  /** Brings a row into sight and gives it the focus. */
  readonly reveal: (index: number) => void;
}

/**
 * Draws of a long list what is in sight, and the row that had the focus last with its neighbours, wherever they are; a row under the
 * focus that leaves the list hands the focus to the one that takes its place. The list stands in an element with
 * `data-scroller`; its rows have `data-index`, and they or what stands in them a `tabindex`.
 */
export function useWindowed<E extends HTMLElement>({ keys, estimatedRowPx, gapPx }: Options): Windowed<E> {
  const list = useRef<E>(null);
  const [startPx, setStartPx] = useState(0);
  const [kept, setKept] = useState<{ readonly key: string; readonly index: number } | null>(null);
  const wanted = useRef<string | null>(null);
  const hasFocus = useRef(false);
  const isWhole = keys.length <= WHOLE_UP_TO;
  const keptIndex = kept === null ? -1 : keys.indexOf(kept.key);
  const keyAt = useCallback((index: number) => keys[index] ?? index, [keys]);
  const virtualizer = useVirtualizer({
    count: keys.length,
    enabled: !isWhole,
    getScrollElement: () => list.current?.closest<HTMLElement>(SCROLLER) ?? null,
    estimateSize: () => estimatedRowPx,
    getItemKey: keyAt,
    gap: gapPx,
    overscan: OVERSCAN,
    scrollMargin: startPx,
    rangeExtractor: (range) => withNeighbours(range, keptIndex),
    useFlushSync: false,
  });

  // What stands above the list may grow; where the list begins has to be known to the pixel.
  useLayoutEffect(() => {
    const scroller = list.current?.closest(SCROLLER);
    if (isWhole || list.current === null || scroller == null) return;
    const top = list.current.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    const next = Math.round(top + scroller.scrollTop);
    if (next !== startPx) setStartPx(next);
  });

  useLayoutEffect(() => {
    if (wanted.current !== null && focusRow(list.current, keys.indexOf(wanted.current)))
      wanted.current = null;
    if (kept === null) return;
    if (keptIndex >= 0 && keptIndex !== kept.index) setKept({ key: kept.key, index: keptIndex });
    if (keys.length === 0) hasFocus.current = false;
    if (!hasFocus.current || document.activeElement !== document.body) return;
    // Gone, or there and drawn anew: either way the focus was in the list and belongs there.
    focusRow(list.current, keptIndex >= 0 ? keptIndex : Math.min(kept.index, keys.length - 1));
  });

  const onFocus = useCallback(
    (event: FocusEvent) => {
      const index = Number(event.target.closest<HTMLElement>("[data-index]")?.dataset.index);
      const key = keys[index];
      if (key === undefined) return;
      hasFocus.current = true;
      setKept({ key, index });
    },
    [keys],
  );
  const onBlur = useCallback((event: FocusEvent) => {
    // Another window takes the focus and gives it back: it is not gone.
    if (document.activeElement !== event.target) hasFocus.current = false;
  }, []);
  const reveal = useCallback(
    (index: number) => {
      const key = keys[index];
      if (key === undefined) return;
      wanted.current = key;
      setKept({ key, index });
      if (isWhole) rowOf(list.current, index)?.scrollIntoView({ block: "center" });
      else virtualizer.scrollToIndex(index, { align: "center" });
    },
    [keys, isWhole, virtualizer],
  );

  const common = { list, onFocus, onBlur, reveal };
  if (isWhole) {
    const rows = keys.map((_key, index) => ({ index, spacePx: index === 0 ? 0 : gapPx }));
    return { ...common, rows, endPx: 0, measure: ignore };
  }
  let reached = startPx;
  const rows = virtualizer.getVirtualItems().map(({ index, start, end }) => {
    const spacePx = start - reached;
    reached = end;
    return { index, spacePx };
  });
  const endPx = startPx + virtualizer.getTotalSize() - reached;
  return { ...common, rows, endPx, measure: virtualizer.measureElement };
}

function rowOf(list: HTMLElement | null, index: number): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-index="${index}"]`) ?? null;
}

/** Whether the row was there to take the focus. */
function focusRow(list: HTMLElement | null, index: number): boolean {
  const row = rowOf(list, index);
  const target = row?.matches("[tabindex]") === true ? row : row?.querySelector<HTMLElement>("[tabindex]");
  target?.focus({ preventScroll: true });
  return target != null;
}

function ignore(): void {
  // A list that is drawn whole is measured by nobody.
}

function withNeighbours(range: Range, kept: number): number[] {
  const drawn = defaultRangeExtractor(range);
  if (kept < 0) return drawn;
  const more = Array.from({ length: 2 * NEIGHBOURS + 1 }, (_, at) => kept - NEIGHBOURS + at).filter(
    (index) => index >= 0 && index < range.count,
  );
  return [...new Set([...drawn, ...more])].sort((one, other) => one - other);
}
