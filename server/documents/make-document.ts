import { type BuiltDocument, buildDocument } from "../../shared/documents/build-document.ts";
import type { FontReport } from "../../shared/documents/font-report.ts";
import type { DocumentInput } from "../../shared/documents/input.ts";
import type { DocumentModel } from "../../shared/documents/model.ts";
import type { RoomNotes } from "../../shared/documents/notes/notes-blocks.ts";
import type { DocumentOptions } from "../../shared/documents/options.ts";
import { zhCN } from "../../shared/messages/zh-CN.ts";
import type { StoredNotes } from "../../shared/notes/stored-document.ts";
import type { DocumentFormat, DocumentName } from "../../shared/protocol/document-names.ts";
import type { MakingStep } from "../../shared/protocol/export-tasks.ts";
import { renderDocx } from "./docx/render-docx.ts";
import { renderMarkdown } from "./markdown/render-markdown.ts";
import { readNotes } from "./notes/yjs-notes.ts";
import type { FontPlaces } from "./pdf/fonts/font-places.ts";
import { recordsOf } from "./record-slices.ts";
import { renderJson } from "./render-json.ts";
import { stateOf } from "./stored-notes.ts";
import { OFFICIAL_STYLE } from "./style/style.ts";

/** As measured of a long evening; setting is most of it. */
const SHARES = { reading: 0.05, building: 0.15, setting: 0.3 } as const;

/** A room's notes as the store has them. */
export interface RoomNotesState {
  readonly roomId: string;
  readonly stored: StoredNotes;
}

/** All that a document is made of, as a worker is handed it. */
export interface DocumentSource {
  readonly name: DocumentName;
  /** As `recordSlices` makes them. */
  readonly records: readonly Uint8Array[];
  readonly rooms: readonly RoomNotesState[];
  readonly options: DocumentOptions;
  readonly fontPlaces: FontPlaces;
}

export interface RenderTask extends DocumentSource {
  /** It is built once and rendered as each of these. */
  readonly formats: readonly DocumentFormat[];
}

/** A document as a file, and what it is called. */
export interface DocumentFile {
  readonly title: string;
  readonly bytes: Uint8Array;
  /** What it was printed in, where the file carries its fonts. */
  readonly fonts?: FontReport;
}

/** What the making of a file is at, and how much of it is behind, from 0 to 1. */
export interface MakingProgress {
  readonly step: MakingStep;
  readonly share: number;
}

/** A file a format, in order. Takes seconds of processor time for a long evening. Throws where notes are damaged or something of them is missing. */
export async function makeDocument(
  { formats, ...source }: RenderTask,
  tell: (progress: MakingProgress) => void,
): Promise<DocumentFile[]> {
  const { model: document } = documentFrom(source, tell);
  const { fontPlaces } = source;
  const files: DocumentFile[] = [];
  for (const format of formats) {
    tell({ step: "setting", share: SHARES.setting + (1 - SHARES.setting) * (files.length / formats.length) });
    files.push({ title: document.title, ...(await rendered(format, document, fontPlaces)) });
  }
  return files;
}

/** Throws where notes are damaged or something of them is missing. */
export function documentFrom(
  { name, records, rooms, options }: DocumentSource,
  tell: (progress: MakingProgress) => void = () => {},
): BuiltDocument {
  tell({ step: "reading", share: SHARES.reading });
  const notes = rooms.map(
    ({ roomId, stored }): RoomNotes => ({ roomId, blocks: readNotes(stateOf(stored), { namesLines: true }) }),
  );
  tell({ step: "building", share: SHARES.building });
  return builtDocument(name, { records: recordsOf(records), notes, options, messages: zhCN });
}

/** With the mark of who takes it, where there is to be one. */
export function builtDocument(name: DocumentName, input: DocumentInput): BuiltDocument {
  const built = buildDocument(name, input);
  const { watermark } = input.options;
  return watermark === undefined ? built : { ...built, model: { ...built.model, watermark } };
}

async function rendered(
  format: DocumentFormat,
  document: DocumentModel,
  fontPlaces: FontPlaces,
): Promise<Omit<DocumentFile, "title">> {
  switch (format) {
    case "docx":
      return { bytes: await renderDocx(document, OFFICIAL_STYLE, fontPlaces.shipped) };
    case "pdf": {
      // Loaded where it is needed: the typesetter is fifty megabytes.
      const { renderPdf } = await import("./pdf/render-pdf.ts");
      return renderPdf(document, fontPlaces);
    }
    case "md":
      return { bytes: renderMarkdown(document) };
    case "json":
      return { bytes: renderJson(document) };
  }
}
