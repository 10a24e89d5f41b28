import { parentPort, workerData } from "node:worker_threads";
import type { MinutesDocument } from "../../shared/minutes/document.ts";
import type { RoomNotes } from "../../shared/minutes/notes-blocks.ts";
import type { DocumentFormat } from "./document-format.ts";
import { renderDocx } from "./render-docx.ts";
import { renderJson } from "./render-json.ts";
import { renderMarkdown } from "./render-markdown.ts";
import { readNotes } from "./yjs-notes.ts";

/** What a worker is started for; it does one thing and ends. */
export type DocumentTask =
  | { readonly kind: "render"; readonly format: DocumentFormat; readonly document: MinutesDocument }
  | { readonly kind: "readNotes"; readonly rooms: readonly RoomNotesState[] };

/** A room's notes as the store has them: one Yjs update. */
export interface RoomNotesState {
  readonly roomId: string;
  readonly state: Uint8Array;
}

export type DocumentTaskResult =
  | { readonly kind: "file"; readonly bytes: Uint8Array }
  | { readonly kind: "notes"; readonly notes: readonly RoomNotes[] };

async function perform(task: DocumentTask): Promise<DocumentTaskResult> {
  if (task.kind === "readNotes") {
    return {
      kind: "notes",
      notes: task.rooms.map(({ roomId, state }) => ({ roomId, blocks: readNotes(state) })),
    };
  }
  return { kind: "file", bytes: await render(task.format, task.document) };
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

perform(workerData as DocumentTask).then((result) => parentPort?.postMessage(result));
