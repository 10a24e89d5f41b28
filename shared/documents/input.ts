import type { AnyRecord } from "../domain/records.ts";
import type { AllMessages } from "../messages/zh-CN.ts";
import type { RoomNotes } from "./notes/notes-blocks.ts";
import type { DocumentOptions } from "./options.ts";

/** All that a document is built from. */
export interface DocumentInput {
  /** A session's records, in any order. */
  readonly records: readonly AnyRecord[];
  readonly notes: readonly RoomNotes[];
  readonly options: DocumentOptions;
  readonly messages: Pick<AllMessages, "documents" | "followups" | "minutes">;
}
