import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useMemo } from "react";
import { grouped } from "../../../../shared/domain/people/grouped.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { BlockFrames, type PlaceLook } from "./block-frames.tsx";
import { DrawnPage } from "./drawn-page.tsx";
import type { ShownPreview } from "./live-preview.ts";
import styles from "./page-stack.module.css";
import { keyBeside, type PlacesByKey } from "./places.ts";
import type { PageView } from "./use-page-view.ts";

interface Props {
  readonly shown: ShownPreview;
  readonly places: PlacesByKey;
  readonly view: PageView;
  readonly lookOf: (key: string) => PlaceLook;
  readonly canEdit: boolean;
  /** The text that the keys are at. */
  readonly current: string | null;
  /** To have the focus once it is drawn. */
  readonly wantedFocus: RefObject<string | null>;
  readonly onCurrent: (key: string) => void;
  /** To a text that may be out of sight. */
  readonly onGoTo: (key: string) => void;
  readonly onEdit: (key: string) => void;
  /** What is being worded, and the page it is on, from 1; it stays the same box when pages come before it. */
  readonly editor: { readonly page: number; readonly box: ReactNode } | null;
}

/** The pages, of which those in view are drawn; arrows go from text to text. */
export function PageStack(props: Props) {
  const { shown, places, view, lookOf, canEdit, current, wantedFocus, onCurrent, onGoTo, onEdit, editor } =
    props;
  const { reply, file } = shown;
  const { scroller, layout, near } = view;
  const words = useAllMessages().preview;
  const byPage = useMemo(() => grouped(reply.places, ({ page }) => `${page}`), [reply]);
  const beginning = useMemo(
    () =>
      grouped(
        [...places.values()].flatMap((parts) => parts.slice(0, 1)),
        ({ page }) => `${page}`,
      ),
    [places],
  );
  const beginKeys = useMemo(
    () => new Map([...beginning].map(([page, list]) => [page, new Set(list.map(({ key }) => key))])),
    [beginning],
  );
  const keys = useMemo(() => [...places.keys()], [places]);
  useEffect(() => {
    if (wantedFocus.current === null) return;
    const frame = scroller.current?.querySelector<HTMLElement>(
      `[data-key="${CSS.escape(wantedFocus.current)}"]`,
    );
    if (frame == null) return;
    wantedFocus.current = null;
    frame.focus({ preventScroll: true });
  });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] as 1 | -1 | undefined;
    const isFrame = event.target instanceof HTMLElement && event.target.dataset.key !== undefined;
    if (step === undefined || !isFrame || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const next = keyBeside(keys, current, step);
    if (next !== undefined) onGoTo(next);
  };
  const drawn = reply.pages
    .map((_, index) => index)
    .filter((index) => index >= near.from && index <= near.to);
  // Tab leads to where one was, and where that is out of sight to the first text in view.
  const reachable = reachableOf(current, drawn, beginning);
  return (
    <section
      ref={scroller}
      className={styles.scroller}
      aria-label={words.pages(reply.title)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys as well.
      tabIndex={0}
      data-scroller=""
      onScroll={view.onScroll}
      onKeyDown={onKeyDown}
    >
      <div className={styles.stack} style={{ height: layout.height, minWidth: Math.max(...layout.widths) }}>
        {drawn.map((index) => (
          <section
            key={index}
            className={styles.sheet}
            aria-label={words.page(index + 1, reply.pageCount)}
            data-page={index + 1}
            style={{ top: layout.tops[index], width: layout.widths[index], height: layout.heights[index] }}
          >
            <DrawnPage file={file} page={index + 1} scale={layout.scale} />
            <BlockFrames
              places={byPage.get(`${index + 1}`) ?? []}
              beginning={beginKeys.get(`${index + 1}`) ?? NO_KEYS}
              scale={layout.scale}
              lookOf={lookOf}
              current={reachable}
              canEdit={canEdit}
              onEdit={onEdit}
              onFocus={onCurrent}
            />
          </section>
        ))}
        {editor !== null && (
          <div
            className={styles.editor}
            style={{ top: layout.tops[editor.page - 1], width: layout.widths[editor.page - 1] }}
          >
            {editor.box}
          </div>
        )}
      </div>
    </section>
  );
}

const NO_KEYS: ReadonlySet<string> = new Set();

function reachableOf(
  current: string | null,
  drawn: readonly number[],
  beginning: ReadonlyMap<string, readonly { readonly key: string }[]>,
): string | null {
  const there = drawn.flatMap((index) => beginning.get(`${index + 1}`) ?? []);
  if (there.some(({ key }) => key === current)) return current;
  return there[0]?.key ?? null;
}
