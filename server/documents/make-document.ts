import { DOCUMENTS } from "../../shared/documents/documents.ts";
import type { DocumentModel } from "../../shared/documents/model.ts";
import type { DocumentFormat, DocumentName } from "../../shared/documents/names.ts";
import type { RoomNotes } from "../../shared/documents/notes/notes-blocks.ts";
import type { DocumentOptions } from "../../shared/documents/options.ts";
import { zhCN } from "../../shared/messages/zh-CN.ts";
import type { StoredNotes } from "../../shared/notes/stored-document.ts";
import { renderDocx } from "./docx/render-docx.ts";
import { renderMarkdown } from "./markdown/render-markdown.ts";
import { readNotes } from "./notes/yjs-notes.ts";
import { recordsOf } from "./record-slices.ts";
import { renderJson } from "./render-json.ts";
import { stateOf } from "./stored-notes.ts";

/** A room's notes as the store has them. */
export interface RoomNotesState {
  readonly roomId: string;
  readonly stored: StoredNotes;
}

/** All that a document is made of, as a worker is handed it. */
export interface RenderTask {
  readonly name: DocumentName;
  readonly format: DocumentFormat;
  /** As `recordSlices` makes them. */
  readonly records: readonly Uint8Array[];
  readonly rooms: readonly RoomNotesState[];
  readonly options: DocumentOptions;
}

/** A document as a file, and what it is called. */
export interface DocumentFile {
  readonly title: string;
  readonly bytes: Uint8Array;
}

/** Takes seconds of processor time for a long evening. Throws where notes are damaged or something of them is missing. */
export async function makeDocument({
  name,
  format,
  records,
  rooms,
  options,
}: RenderTask): Promise<DocumentFile> {
  const document = DOCUMENTS[name].build({
    records: recordsOf(records),
    notes: rooms.map(({ roomId, stored }): RoomNotes => ({ roomId, blocks: readNotes(stateOf(stored)) })),
    options,
    messages: zhCN,
  });
  return { title: document.title, bytes: await render(format, document) };
}

async function render(format: DocumentFormat, document: DocumentModel): Promise<Uint8Array> {
  switch (format) {
    case "docx":
      return renderDocx(document);
    case "md":
      return renderMarkdown(document);
    case "json":
      return renderJson(document);
  }
}
