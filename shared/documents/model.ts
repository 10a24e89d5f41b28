import type { DocumentName } from "../protocol/document-names.ts";

/** Changes when a reader of `minutes.json` and the like would have to change. */
export const DOCUMENT_MODEL_VERSION = 2;

/** A stretch of text of one kind. `placeholder`: something is missing here and somebody must fill it in. */
export interface DocumentRun {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly underline?: true;
  readonly strike?: true;
  readonly placeholder?: true;
}

/** A block that can be worded otherwise: `key` names it, by the ids of records, so that it stays with new data. */
interface Keyed {
  readonly key?: string;
}

export type HeadingLevel = 1 | 2 | 3 | 4;

/** How a list item begins; `none` goes on with the item before it. */
export type ListMarker =
  | { readonly kind: "bullet" }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "task"; readonly done: boolean }
  | { readonly kind: "none" };

export interface DocumentListItem extends Keyed {
  /** 0 is the outermost list. */
  readonly depth: number;
  readonly marker: ListMarker;
  readonly runs: readonly DocumentRun[];
}

/** `columnSpan` and `rowSpan` of a table's cells cover its grid exactly: no gaps, no overlaps. Its paragraphs are one text. */
export interface DocumentCell extends Keyed {
  readonly header: boolean;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly paragraphs: readonly (readonly DocumentRun[])[];
}

/** Numbers drawn as bars: each row has one, in stretches of the series, which add up. */
export interface DocumentFigure {
  readonly kind: "figure";
  readonly title: string;
  /** What the rows are, such as units. */
  readonly rowsAre: string;
  readonly series: readonly string[];
  readonly rows: readonly { readonly label: string; readonly values: readonly number[] }[];
}

/** What stands in a document, without styling; lists are flat, so nothing nests. */
export type DocumentBlock =
  | (Keyed & {
      readonly kind: "heading";
      readonly level: HeadingLevel;
      /** As printed before the words, `一、`; null where headings are not counted. */
      readonly number: string | null;
      readonly runs: readonly DocumentRun[];
    })
  | (Keyed & { readonly kind: "paragraph"; readonly quote: boolean; readonly runs: readonly DocumentRun[] })
  | { readonly kind: "list"; readonly items: readonly DocumentListItem[] }
  | {
      readonly kind: "table";
      readonly columns: number;
      /** How wide the columns are against each other; null: all the same. */
      readonly shares: readonly number[] | null;
      /** Each row holds the cells that begin in it, left to right. */
      readonly rows: readonly (readonly DocumentCell[])[];
    }
  | DocumentFigure
  /** 出席, 请假, 未到 and 列席, set apart from what stands above. */
  | { readonly kind: "attendance"; readonly lines: readonly AttendanceLine[] }
  /** Lines to be signed by hand, each with what is known already. */
  | { readonly kind: "signature"; readonly lines: readonly LabelledLine[] }
  /** What follows begins a page. */
  | { readonly kind: "pageBreak" };

/** What notes are made of. */
export type NotesDocumentBlock = Extract<DocumentBlock, { kind: "heading" | "paragraph" | "list" | "table" }>;

/** `时间：2026年2月3日19:30`; `label` with its colon. */
export interface LabelledLine extends Keyed {
  readonly label: string;
  readonly runs: readonly DocumentRun[];
}

export interface AttendanceLine extends LabelledLine {
  readonly status: "present" | "excused" | "absent" | "observing";
}

/** The 纪要标志 and what stands between it and the red rule. */
export interface RedHeadBlock {
  readonly sign: readonly DocumentRun[];
  readonly serial: string | null;
  readonly issuer: readonly DocumentRun[];
  readonly issuedOn: readonly DocumentRun[];
}

/** The 版记 at the foot of the last page. */
export interface ImprintBlock {
  readonly copyTo: LabelledLine | null;
  readonly issuer: readonly DocumentRun[];
  readonly printedOn: readonly DocumentRun[];
}

/** The journal's head the document was made from; `text` is how it is printed. */
export interface ProofFooter {
  readonly seq: number;
  /** SHA-256 as hex. */
  readonly hash: string;
  readonly text: string;
}

/** A document as content alone; one renderer a format makes a file of it. Also what its `.json` holds. */
export interface DocumentModel {
  readonly format: `yantao-${DocumentName}`;
  readonly version: typeof DOCUMENT_MODEL_VERSION;
  readonly redHead: RedHeadBlock | null;
  readonly title: string;
  /** How the pages lie; what is mostly a table of many columns lies down. */
  readonly layout: "portrait" | "landscape";
  readonly meta: readonly LabelledLine[];
  readonly blocks: readonly DocumentBlock[];
  readonly imprint: ImprintBlock | null;
  readonly footer: ProofFooter;
  /** Who took it and when, pale across each page; absent: nobody is named. */
  readonly watermark?: string;
}
