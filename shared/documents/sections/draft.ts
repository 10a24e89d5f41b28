import type { DocumentSetup } from "../../domain/documents/records.ts";
import type { DocumentInput } from "../input.ts";
import type { DocumentBlock, DocumentModel } from "../model.ts";
import type { DocumentPart, DocumentSection } from "./section.ts";

/** What a builder reads: the input, and how the document is set up. */
export interface DraftInput extends DocumentInput {
  readonly setup: DocumentSetup;
}

/** A document before its sections are put in order and its wordings applied. */
export interface DocumentDraft
  extends Pick<DocumentModel, "redHead" | "title" | "layout" | "meta" | "imprint"> {
  readonly sections: readonly DocumentSection[];
  /** What rooms' sections are made of, in the order of the setup and with those that are hidden. */
  readonly parts: readonly DocumentPart[];
  /** What is built in parts that are hidden, and is not gone. */
  readonly unshown: readonly DocumentBlock[];
  /** What stands there when there is no section. */
  readonly whenEmpty: DocumentBlock | null;
}
