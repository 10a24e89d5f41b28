import type { DocumentModel } from "../model.ts";
import { ofKind } from "../of-kind.ts";
import type { DocumentDraft, DraftInput } from "../sections/draft.ts";
import type { DocumentPart, DocumentSection } from "../sections/section.ts";
import { paragraph } from "./plain-blocks.ts";
import { sessionLines } from "./session-lines.ts";

interface PlainDocument {
  /** The title in words, given the session's. */
  readonly title: (session: string) => string;
  readonly layout: DocumentModel["layout"];
  readonly sections: readonly DocumentSection[];
  readonly parts?: readonly DocumentPart[];
  readonly unshown?: DocumentDraft["unshown"];
  /** Said where there is no section. */
  readonly none?: string;
}

/** A document without red head and 版记: title, time and place, what it is about. */
export function plainDraft(
  { title, layout, sections, parts = [], unshown = [], none }: PlainDocument,
  { records, options, messages }: DraftInput,
): DocumentDraft {
  const words = messages.minutes;
  const session = ofKind(records, "session")[0];
  return {
    redHead: null,
    title: title(session?.title ?? words.placeholder),
    layout,
    meta: sessionLines(session, options, words),
    sections,
    parts,
    unshown,
    whenEmpty: none === undefined ? null : paragraph("none", none),
    imprint: null,
  };
}
