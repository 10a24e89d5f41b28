import type { DocumentName } from "../../protocol/document-names.ts";
import type { DocumentInput } from "../input.ts";
import { DOCUMENT_MODEL_VERSION, type DocumentBlock, type DocumentModel } from "../model.ts";
import { ofKind } from "../of-kind.ts";
import { proofFooter, sessionLines } from "./session-lines.ts";

interface PlainDocument {
  readonly name: DocumentName;
  /** The title in words, given the session's. */
  readonly title: (session: string) => string;
  readonly layout: DocumentModel["layout"];
  readonly blocks: readonly DocumentBlock[];
}

/** A document without red head, attendance and 版记: title, time and place, what it is about, the proof. */
export function plainDocument(
  { name, title, layout, blocks }: PlainDocument,
  { records, options, messages }: DocumentInput,
): DocumentModel {
  const words = messages.minutes;
  const session = ofKind(records, "session")[0];
  return {
    format: `yantao-${name}`,
    version: DOCUMENT_MODEL_VERSION,
    redHead: null,
    title: title(session?.title ?? words.placeholder),
    layout,
    meta: sessionLines(session, options, words),
    blocks,
    attendance: [],
    imprint: null,
    footer: proofFooter(options, words),
  };
}
