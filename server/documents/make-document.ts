import { buildDocument } from "../../shared/documents/build-document.ts";
import type { FontReport } from "../../shared/documents/font-report.ts";
import type { DocumentInput } from "../../shared/documents/input.ts";
import type { DocumentModel } from "../../shared/documents/model.ts";
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
export interface RenderTask {
  readonly name: DocumentName;
  /** It is built once and rendered as each of these. */
  readonly formats: readonly DocumentFormat[];
  /** As `recordSlices` makes them. */
  readonly records: readonly Uint8Array[];
  readonly rooms: readonly RoomNotesState[];
  readonly options: DocumentOptions;
  readonly fontPlaces: FontPlaces;
}

/** A document before it is rendered. */
interface BuiltTask {
  readonly document: DocumentModel;
  readonly input: DocumentInput;
  readonly style: DocumentStyle;
  readonly fontPlaces: FontPlaces;
}

/** A document as a file, and what it is called. */
export interface DocumentFile {
  readonly title: string;
  readonly bytes: Uint8Array;
  /** What it was printed in, where the file carries its fonts. */
  readonly fonts?: FontReport;
}

/** A file a format, in order. Takes seconds of processor time for a long evening. Throws where notes are damaged or something of them is missing. */
export async function makeDocument({
  name,
  formats,
  records,
  rooms,
  options,
  fontPlaces,
}: RenderTask): Promise<DocumentFile[]> {
  const read = recordsOf(records);
  const style = documentStyle(withChanges(ofKind(read, "houseStyle")[0]?.changes ?? {}));
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
  const { model: document } = buildDocument(name, input);
  const files: DocumentFile[] = [];
  for (const format of formats)
    files.push({
      title: document.title,
      ...(await rendered(format, { document, input, style, fontPlaces })),
    });
  return files;
}

async function rendered(
  format: DocumentFormat,
  { document, input, style, fontPlaces }: BuiltTask,
): Promise<Omit<DocumentFile, "title">> {
  switch (format) {
    case "docx":
      return { bytes: await renderDocx(document, style, fontPlaces.shipped) };
    case "pdf": {
      // Loaded where it is needed: the typesetter is fifty megabytes.
      const { renderPdf } = await import("./pdf/render-pdf.ts");
      return renderPdf(document, fontPlaces, style);
    }
    case "pptx": {
      const { renderPptx } = await import("./pptx/render-pptx.ts");
      return { bytes: await renderPptx(resultsDeck(document, input), style) };
    }
    case "md":
      return { bytes: renderMarkdown(document) };
    case "json":
      return { bytes: renderJson(document) };
  }
}
