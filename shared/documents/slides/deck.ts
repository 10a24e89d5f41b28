import type { DocumentFigure, DocumentRun, LabelledLine } from "../model.ts";

/** What stands on pages that are shown to a hall, without styling and not yet parted into pages. */
export interface SlideDeck {
  readonly title: string;
  /** Under the title on the first page. */
  readonly meta: readonly LabelledLine[];
  readonly parts: readonly SlidePart[];
  /** After the parts, each on pages of its own. */
  readonly figures: readonly DocumentFigure[];
  /** After the title of a page that goes on: （续）. */
  readonly continued: string;
  /** The journal's head the document was made from, as it is printed. */
  readonly proof: string;
  /** Pale across each page; absent: nothing. */
  readonly watermark?: string;
}

/** What begins a page, and goes on on further ones. */
export interface SlidePart {
  readonly title: readonly DocumentRun[];
  /** Who leads it; empty: nobody knows. */
  readonly facts: readonly DocumentRun[];
  readonly lines: readonly SlideLine[];
  /** Said on the last page where not all fits. */
  readonly rest: string;
}

export interface SlideLine {
  /** `section`: what the following lines are; `facts`: what is said of the line after it. */
  readonly look: "section" | "facts" | "heading" | "text";
  /** As printed before it: `1.`, `·`; none where empty. */
  readonly marker: string;
  /** How many steps it is set in. */
  readonly depth: number;
  readonly runs: readonly DocumentRun[];
}
