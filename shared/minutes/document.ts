/** Changes when a reader of `minutes.json` would have to change. */
export const MINUTES_DOCUMENT_VERSION = 1;

/** A stretch of text of one kind. `placeholder`: something is missing here and somebody must fill it in. */
export interface MinutesRun {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly underline?: true;
  readonly strike?: true;
  readonly placeholder?: true;
}

export type HeadingLevel = 1 | 2 | 3 | 4;

/** How a list item begins; `none` goes on with the item before it. */
export type ListMarker =
  | { readonly kind: "bullet" }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "task"; readonly done: boolean }
  | { readonly kind: "none" };

export interface MinutesListItem {
  /** 0 is the outermost list. */
  readonly depth: number;
  readonly marker: ListMarker;
  readonly runs: readonly MinutesRun[];
}

/** `columnSpan` and `rowSpan` of a table's cells cover its grid exactly: no gaps, no overlaps. */
export interface MinutesCell {
  readonly header: boolean;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly paragraphs: readonly (readonly MinutesRun[])[];
}

/** What stands in a document, without styling; lists are flat, so nothing nests. */
export type MinutesBlock =
  | {
      readonly kind: "heading";
      readonly level: HeadingLevel;
      /** As printed before the words, `一、`; null where headings are not counted. */
      readonly number: string | null;
      readonly runs: readonly MinutesRun[];
    }
  | { readonly kind: "paragraph"; readonly quote: boolean; readonly runs: readonly MinutesRun[] }
  | { readonly kind: "list"; readonly items: readonly MinutesListItem[] }
  | {
      readonly kind: "table";
      readonly columns: number;
      /** Each row holds the cells that begin in it, left to right. */
      readonly rows: readonly (readonly MinutesCell[])[];
    };

/** `时间：2026年2月3日19:30`; `label` with its colon. */
export interface LabelledLine {
  readonly label: string;
  readonly runs: readonly MinutesRun[];
}

export interface AttendanceLine extends LabelledLine {
  readonly status: "present" | "excused" | "absent" | "observing";
}

/** The 纪要标志 and what stands between it and the red rule. */
export interface RedHeadBlock {
  readonly sign: readonly MinutesRun[];
  readonly serial: string | null;
  readonly issuer: readonly MinutesRun[];
  readonly issuedOn: readonly MinutesRun[];
}

/** The 版记 at the foot of the last page. */
export interface ImprintBlock {
  readonly copyTo: LabelledLine | null;
  readonly issuer: readonly MinutesRun[];
  readonly printedOn: readonly MinutesRun[];
}

/** The journal's head the document was made from; `text` is how it is printed. */
export interface ProofFooter {
  readonly seq: number;
  /** SHA-256 as hex. */
  readonly hash: string;
  readonly text: string;
}

/** A document as content alone; one renderer a format makes a file of it. Also what `minutes.json` holds. */
export interface MinutesDocument {
  readonly format: "yantao-minutes";
  readonly version: typeof MINUTES_DOCUMENT_VERSION;
  readonly redHead: RedHeadBlock | null;
  readonly title: string;
  readonly meta: readonly LabelledLine[];
  readonly blocks: readonly MinutesBlock[];
  readonly attendance: readonly AttendanceLine[];
  readonly imprint: ImprintBlock | null;
  readonly footer: ProofFooter;
}
