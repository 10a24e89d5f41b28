import { type BuiltDocument, buildDocument } from "../../shared/documents/build-document.ts";
import type { FontReport } from "../../shared/documents/font-report.ts";
import type { DocumentInput } from "../../shared/documents/input.ts";
import type { RoomNotes } from "../../shared/documents/notes/notes-blocks.ts";
import { ofKind } from "../../shared/documents/of-kind.ts";
import type { DocumentOptions } from "../../shared/documents/options.ts";
import { resultsDeck } from "../../shared/documents/slides/results-deck.ts";
import { zhCN } from "../../shared/messages/zh-CN.ts";
import type { StoredNotes } from "../../shared/notes/stored-document.ts";
import type { DocumentFormat, DocumentName } from "../../shared/protocol/document-names.ts";
import { withChanges } from "../../shared/protocol/house-style/house-style-changes.ts";
import { renderDocx } from "./docx/render-docx.ts";
import { renderMarkdown } from "./markdown/render-markdown.ts";
import { readNotes } from "./notes/yjs-notes.ts";
import type { FontPlaces } from "./pdf/fonts/font-places.ts";
import { recordsOf } from "./record-slices.ts";
import { renderJson } from "./render-json.ts";
import { stateOf } from "./stored-notes.ts";
import { type DocumentStyle, documentStyle } from "./style/style.ts";

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

/** A file a format, in order. Takes seconds of processor time for a long evening. Throws where notes are damaged or something of them is missing. */
export async function makeDocument({ formats, ...source }: RenderTask): Promise<DocumentFile[]> {
  const document = documentFrom(source);
  const files: DocumentFile[] = [];
  for (const format of formats)
    files.push({ title: document.model.title, ...(await rendered(format, document, source.fontPlaces)) });
  return files;
}

/** Throws where notes are damaged or something of them is missing. */
export function documentFrom({ name, records, rooms, options }: DocumentSource): DocumentToRender {
  const read = recordsOf(records);
  const input: DocumentInput = {
    records: read,
    notes: rooms.map(
      ({ roomId, stored }): RoomNotes => ({
        roomId,
        blocks: readNotes(stateOf(stored), { namesLines: true }),
      }),
    ),
    options,
    messages: zhCN,
  };
  const style = documentStyle(withChanges(ofKind(read, "houseStyle")[0]?.changes ?? {}));
  return { ...buildDocument(name, input), input, style };
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
