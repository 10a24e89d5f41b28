import type { PreviewPlace, PreviewReply } from "../../../../shared/documents/preview.ts";

/** Between two pages, and beside them, in pixels. */
export const GAP_PX = 16;
/** Of a point on paper, on a screen. */
const ACTUAL_SCALE = 96 / 72;
const FIT_MAX_SCALE = 1.8;

export type Zoom = "width" | "actual";

/** Pages one under the other. Lengths in pixels. */
export interface PageLayout {
  /** Pixels a point. */
  readonly scale: number;
  readonly tops: readonly number[];
  readonly heights: readonly number[];
  readonly widths: readonly number[];
  readonly height: number;
}

/** The pages of a preview in a view of some width. */
export function layOut({ pages }: PreviewReply, zoom: Zoom, viewWidth: number): PageLayout {
  const widest = Math.max(1, ...pages.map(({ widthPt }) => widthPt));
  const fitting = Math.min((viewWidth - 2 * GAP_PX) / widest, FIT_MAX_SCALE);
  const scale = zoom === "actual" ? ACTUAL_SCALE : Math.max(fitting, 0.3);
  const heights = pages.map(({ heightPt }) => heightPt * scale);
  const tops: number[] = [];
  let height = GAP_PX;
  for (const pageHeight of heights) {
    tops.push(height);
    height += pageHeight + GAP_PX;
  }
  return { scale, tops, heights, widths: pages.map(({ widthPt }) => widthPt * scale), height };
}

/** The pages that a view from `top` touches, or comes near to, as indexes. */
export function nearPages(layout: PageLayout, top: number, viewHeight: number): { from: number; to: number } {
  const from = layout.tops.findIndex((at, index) => at + (layout.heights[index] ?? 0) > top - viewHeight / 2);
  const to = layout.tops.findLastIndex((at) => at < top + viewHeight * 1.5);
  return { from: from === -1 ? Math.max(to, 0) : from, to: Math.max(to, 0) };
}

/** The page that most of the upper half of a view shows, as an index. */
export function pageAt(layout: PageLayout, top: number, viewHeight: number): number {
  return Math.max(
    0,
    layout.tops.findLastIndex((at) => at <= top + viewHeight / 3),
  );
}

/** Where a place begins in the whole stack. */
export function placeTop(layout: PageLayout, { page, yPt }: Pick<PreviewPlace, "page" | "yPt">): number {
  return (layout.tops[page - 1] ?? 0) + yPt * layout.scale;
}

/** What a reader looks at: a text and how far it stands below the upper edge, or a share of a page. */
export interface Anchor {
  readonly key: string | null;
  readonly below: number;
  readonly page: number;
  readonly share: number;
}

/** The text that is held, or the first that begins in view, to be found again in the next pages. */
export function anchorAt(
  layout: PageLayout,
  { places }: PreviewReply,
  top: number,
  held: string | null = null,
): Anchor {
  const page = Math.max(
    0,
    layout.tops.findIndex((at, index) => at + (layout.heights[index] ?? 0) > top),
  );
  const first =
    places.find(({ key }) => key === held) ??
    places.find((place) => place.page > page && placeTop(layout, place) >= top);
  const share = (top - (layout.tops[page] ?? 0)) / (layout.heights[page] ?? 1);
  return {
    key: first?.key ?? null,
    below: first === undefined ? 0 : placeTop(layout, first) - top,
    page,
    share,
  };
}

/** How far down the stack is scrolled where `anchor` stands where it stood. */
export function topOf(layout: PageLayout, { places }: PreviewReply, anchor: Anchor): number {
  const place = places.find(({ key }) => key === anchor.key);
  if (place !== undefined) return placeTop(layout, place) - anchor.below;
  const page = Math.min(anchor.page, layout.tops.length - 1);
  return (layout.tops[page] ?? 0) + anchor.share * (layout.heights[page] ?? 0);
}
