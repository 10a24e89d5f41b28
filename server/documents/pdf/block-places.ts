import type { PreviewPlace } from "../../../shared/documents/preview.ts";
import type { PrintedPages } from "./pieces.ts";

/** The beginning of a block as the typesetter tells it; lengths in points, the page from 1. */
interface StartMark {
  readonly at: "start";
  readonly key: string;
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly pitch: number;
  readonly first: number;
  /** What it is part of; a row of headings stands again on each page that its table runs over to. */
  readonly within: "text" | "cell" | "headings";
}

interface EndMark {
  readonly at: "end";
  readonly key: string;
  readonly page: number;
  readonly y: number;
}

export type PlaceMark = StartMark | EndMark;

export type BlockPlace = Omit<PreviewPlace, "text">;

/** Where each block stands, on every page it is on, in the order of the marks. */
export function blockPlaces(marks: readonly PlaceMark[], { page }: Pick<PrintedPages, "page">): BlockPlace[] {
  const blocks = pairsOf(marks);
  const headings = blocks.filter(([{ within }]) => within === "headings").map(([, end]) => end);
  /** Where the rest of a block begins on a page that it runs over to. */
  const restTop = ({ within }: StartMark, at: number, bottom: number) => {
    if (within === "text") return page.top;
    const above = headings.filter((end) => end.page === at && end.y < bottom);
    return Math.max(page.top, ...above.map(({ y }) => y));
  };
  return blocks.flatMap(([start, end]) =>
    Array.from({ length: end.page - start.page + 1 }, (_, index): BlockPlace => {
      const at = start.page + index;
      const bottom = at === end.page ? end.y : page.height - page.bottom;
      const top = index === 0 ? start.y : restTop(start, at, bottom);
      return {
        key: start.key,
        page: at,
        xPt: rounded(start.x),
        yPt: rounded(top),
        widthPt: rounded(start.width),
        heightPt: rounded(Math.max(bottom - top, 0)),
        sizePt: start.size,
        pitchPt: start.pitch,
        firstPt: index === 0 ? start.first : 0,
      };
    }),
  );
}

/** Each beginning with its end; what of a row of headings stands again has both anew. */
function pairsOf(marks: readonly PlaceMark[]): [StartMark, EndMark][] {
  const begun = new Map<string, StartMark>();
  return marks.flatMap((mark): [StartMark, EndMark][] => {
    if (mark.at === "start") {
      begun.set(mark.key, mark);
      return [];
    }
    const start = begun.get(mark.key);
    begun.delete(mark.key);
    return start === undefined ? [] : [[start, mark]];
  });
}

/** To a hundredth of a point. */
function rounded(length: number): number {
  return Math.round(length * 100) / 100;
}
