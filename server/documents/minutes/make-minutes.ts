import { zhCN } from "../../../shared/messages/zh-CN.ts";
import { buildMinutes } from "../../../shared/minutes/build-minutes.ts";
import type { MinutesDocument } from "../../../shared/minutes/document.ts";
import type { RoomNotes } from "../../../shared/minutes/notes-blocks.ts";
import type { MinutesOptions } from "../../../shared/minutes/options.ts";
import type { StoredNotes } from "../../../shared/notes/stored-document.ts";
import type { DocumentFormat } from "../document-format.ts";
import { renderDocx } from "../docx/render-docx.ts";
import { renderMarkdown } from "../markdown/render-markdown.ts";
import { readNotes } from "../notes/yjs-notes.ts";
import { renderJson } from "../render-json.ts";
import { stateOf } from "../stored-notes.ts";
import { recordsOf } from "./record-slices.ts";

/** A room's notes as the store has them. */
export interface RoomNotesState {
  readonly roomId: string;
  readonly stored: StoredNotes;
}

/** All that minutes are made of, as a worker is handed it. */
export interface MinutesTask {
  readonly format: DocumentFormat;
  /** As `recordSlices` makes them. */
  readonly records: readonly Uint8Array[];
  readonly rooms: readonly RoomNotesState[];
  readonly options: MinutesOptions;
}

/** Minutes as a file, and what they are called. */
export interface MinutesFile {
  readonly title: string;
  readonly bytes: Uint8Array;
}

/** Takes seconds of processor time for a long evening. Throws where notes are damaged or something of them is missing. */
export async function makeMinutes({ format, records, rooms, options }: MinutesTask): Promise<MinutesFile> {
  const document = buildMinutes({
    records: recordsOf(records),
    notes: rooms.map(({ roomId, stored }): RoomNotes => ({ roomId, blocks: readNotes(stateOf(stored)) })),
    options,
    messages: zhCN,
  });
  return { title: document.title, bytes: await render(format, document) };
}

async function render(format: DocumentFormat, document: MinutesDocument): Promise<Uint8Array> {
  switch (format) {
    case "docx":
      return renderDocx(document);
    case "md":
      return renderMarkdown(document);
    case "json":
      return renderJson(document);
  }
}
