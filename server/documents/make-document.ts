import { type BuiltDocument, buildDocument } from "../../shared/documents/build-document.ts";
import type { FontReport } from "../../shared/documents/font-report.ts";
import type { DocumentInput } from "../../shared/documents/input.ts";
import type { RoomNotes } from "../../shared/documents/notes/notes-blocks.ts";
import { ofKind } from "../../shared/documents/of-kind.ts";
import type { DocumentOptions } from "../../shared/documents/options.ts";
import { resultsDeck } from "../../shared/documents/slides/results-deck.ts";
import type { AnyRecord } from "../../shared/domain/records.ts";
import { zhCN } from "../../shared/messages/zh-CN.ts";
import type { StoredNotes } from "../../shared/notes/stored-document.ts";
import type { DocumentFormat, DocumentName } from "../../shared/protocol/document-names.ts";
import type { MakingStep } from "../../shared/protocol/export-tasks.ts";
import { withChanges } from "../../shared/protocol/house-style/house-style-changes.ts";
import { renderDocx } from "./docx/render-docx.ts";
import { renderMarkdown } from "./markdown/render-markdown.ts";
import { readNotes } from "./notes/yjs-notes.ts";
import type { FontPlaces } from "./pdf/fonts/font-places.ts";
import { renderJson } from "./render-json.ts";
import { stateOf } from "./stored-notes.ts";
import { type DocumentStyle, documentStyle } from "./style/style.ts";

/** As measured of a long evening; setting is most of it. */
const SHARES = { reading: 0.05, building: 0.15, setting: 0.3 } as const;

/** A room's notes as the store has them. */
export interface RoomNotesState {
  readonly roomId: string;
  readonly stored: StoredNotes;
}

/** All that a document is made of, as a process is handed it. */
export interface DocumentSource {
  readonly name: DocumentName;
  readonly records: readonly AnyRecord[];
  readonly rooms: readonly RoomNotesState[];
  readonly options: DocumentOptions;
  readonly fontPlaces: FontPlaces;
}

export interface RenderTask extends DocumentSource {
  /** It is built once and rendered as each of these. */
  readonly formats: readonly DocumentFormat[];
}

/** A document before it is rendered, what it was built from, and how it looks. */
export interface DocumentToRender extends BuiltDocument {
  readonly input: DocumentInput;
  readonly style: DocumentStyle;
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

/**
 * A file a format, in order. Takes seconds of processor time for a long evening. Throws where notes are damaged or something of
 * them is missing.
 */
export async function makeDocument(
  { formats, ...source }: RenderTask,
  tell: (progress: MakingProgress) => void = () => undefined,
): Promise<DocumentFile[]> {
  const document = documentFrom(source, tell);
  const { title } = document.model;
  const files: DocumentFile[] = [];
  for (const format of formats) {
    tell({ step: "setting", share: SHARES.setting + (1 - SHARES.setting) * (files.length / formats.length) });
    files.push({ title, ...(await rendered(format, document, source.fontPlaces)) });
  }
  return files;
}

/** Throws where notes are damaged or something of them is missing. */
export function documentFrom(
  { name, records, rooms, options }: DocumentSource,
  tell: (progress: MakingProgress) => void = () => undefined,
): DocumentToRender {
  tell({ step: "reading", share: SHARES.reading });
  const notes = rooms.map(
    ({ roomId, stored }): RoomNotes => ({
      roomId,
      blocks: readNotes(stateOf(stored), { namesLines: true }),
    }),
  );
  tell({ step: "building", share: SHARES.building });
  const input: DocumentInput = { records, notes, options, messages: zhCN };
  return { ...builtDocument(name, input), input, style: houseStyleOf(records) };
}

/** With the mark of who takes it, where there is to be one. */
export function builtDocument(name: DocumentName, input: DocumentInput): BuiltDocument {
  const built = buildDocument(name, input);
  const { watermark } = input.options;
  return watermark === undefined ? built : { ...built, model: { ...built.model, watermark } };
}

/** The look that a session's documents have. */
export function houseStyleOf(records: readonly AnyRecord[]): DocumentStyle {
  return documentStyle(withChanges(ofKind(records, "houseStyle")[0]?.changes ?? {}));
}

async function rendered(
  format: DocumentFormat,
  { model, input, style }: DocumentToRender,
  fontPlaces: FontPlaces,
): Promise<Omit<DocumentFile, "title">> {
  switch (format) {
    case "docx":
      return { bytes: await renderDocx(model, style, fontPlaces.shipped) };
    case "pdf": {
      // Loaded where it is needed: the typesetter is fifty megabytes.
      const { renderPdf } = await import("./pdf/render-pdf.ts");
      return renderPdf(model, fontPlaces, style);
    }
    case "pptx": {
      const { renderPptx } = await import("./pptx/render-pptx.ts");
      return { bytes: await renderPptx(resultsDeck(model, input), style) };
    }
    case "md":
      return { bytes: renderMarkdown(model) };
    case "json":
      return { bytes: renderJson(model) };
  }
}
