import type { DocumentFigure } from "../../../shared/documents/model.ts";
import type { FontRole } from "./fonts/choose-fonts.ts";

/** A stretch of text of one look. */
export interface PrintedRun {
  readonly text: string;
  readonly role: FontRole;
  readonly bold?: true;
  readonly underline?: true;
  readonly strike?: true;
  /** Marked as what somebody must fill in or write by hand. */
  readonly marked?: true;
}

/** How the lines of a paragraph stand. Lengths in points. */
export interface LineShape {
  readonly size: number;
  readonly pitch: number;
  readonly tracking: number;
  readonly align: "left" | "center" | "right" | "justify";
  /** From the left of the text area to lines that run over. */
  readonly left: number;
  /** From the right of the text area. */
  readonly right: number;
  /** How far the first line begins to the right of the others; to the left where negative. */
  readonly first: number;
  readonly colour?: string;
  /** Stands right under what is above it. */
  readonly isClose?: true;
}

export interface PrintedParagraph {
  readonly kind: "paragraph";
  /** Of the block that it is, where that can be worded otherwise. */
  readonly key?: string;
  readonly shape: LineShape;
  /** What hangs before the first line, in the width that it begins to the left. */
  readonly marker: PrintedRun | null;
  readonly runs: readonly PrintedRun[];
}

export interface PrintedCell {
  /** As of a paragraph. */
  readonly key?: string;
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** Whether it may run over to the next page, as it must where it is taller than one. */
  readonly breaks: boolean;
  /** Free for words, in points. */
  readonly width: number;
  readonly shape: LineShape;
  readonly paragraphs: readonly (readonly PrintedRun[])[];
}

export interface PrintedTable {
  readonly kind: "table";
  /** Widths in points. */
  readonly columns: readonly number[];
  readonly rule: number;
  readonly padding: number;
  /** Between two lines; half of it is above and below each cell. */
  readonly leading: number;
  /** The row that is repeated on every page. */
  readonly headCells: readonly PrintedCell[];
  readonly cells: readonly PrintedCell[];
}

/** What is set one under the other. Lengths in points. */
export type PrintedPiece =
  | PrintedParagraph
  | { readonly kind: "heading"; readonly level: number; readonly paragraph: PrintedParagraph }
  | PrintedTable
  | { readonly kind: "figure"; readonly figure: DocumentFigure; readonly title: PrintedParagraph }
  | { readonly kind: "blank" }
  | { readonly kind: "space"; readonly height: number }
  /** A line that goes on at its right end. */
  | { readonly kind: "sides"; readonly left: PrintedParagraph; readonly right: readonly PrintedRun[] }
  | { readonly kind: "rule"; readonly above: number; readonly thickness: number; readonly colour: string }
  | { readonly kind: "pageBreak" };

/** At the foot of the last page: what is between rules. */
export interface PrintedFoot {
  readonly outerRule: number;
  readonly innerRule: number;
  /** Between two lines; half of it is beside each rule. */
  readonly leading: number;
  readonly rows: readonly PrintedPiece[];
}

/** A document as it is handed to the typesetter: data alone, of which nothing is ever read as its language. */
export interface PrintedPages {
  readonly title: string;
  readonly page: {
    readonly width: number;
    readonly height: number;
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
    /** From the text area down to the page number. */
    readonly descent: number;
  };
  /** Of body type. */
  readonly line: LineShape;
  readonly number: { readonly size: number; readonly before: string; readonly after: string };
  /** The colour behind what is marked. */
  readonly mark: string;
  readonly pieces: readonly PrintedPiece[];
  readonly foot: PrintedFoot | null;
  /** Pale behind each page; null: nothing. */
  readonly watermark: PrintedWatermark | null;
}

/** Words across a page, several times one above the other. Lengths in points. */
export interface PrintedWatermark {
  readonly runs: readonly PrintedRun[];
  readonly size: number;
  readonly colour: string;
  /** In degrees, up to the right. */
  readonly angle: number;
  /** Where on the height of the page, from 0 to 1. */
  readonly places: readonly number[];
}
