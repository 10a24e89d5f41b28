import { DEFAULT_DOCUMENT_SETUP } from "../domain/documents/records.ts";
import type { DocumentName } from "../protocol/document-names.ts";
import { DOCUMENTS } from "./documents.ts";
import type { DocumentInput } from "./input.ts";
import { DOCUMENT_MODEL_VERSION, type DocumentModel } from "./model.ts";
import { ofKind } from "./of-kind.ts";
import type { DocumentOutline, OutlineSection } from "./outline.ts";
import { proofFooter } from "./parts/session-lines.ts";
import { handedOver } from "./sections/handed-over.ts";
import { inSetupOrder } from "./sections/setup-order.ts";
import { shownBlocks } from "./sections/shown-blocks.ts";
import { applyEdits } from "./wording/apply-edits.ts";

export interface BuiltDocument {
  readonly model: DocumentModel;
  readonly outline: DocumentOutline;
  /** As it can be worded: without what says that the document is for internal use. */
  readonly title: string;
}

/**
 * A document as its records, its setup and its wordings, which are records too, make it. Deterministic: the same input gives the
 * same document, whatever the order of records.
 */
export function buildDocument(name: DocumentName, input: DocumentInput): BuiltDocument {
  const setup =
    ofKind(input.records, "documentSetup").find(({ documentName }) => documentName === name) ??
    DEFAULT_DOCUMENT_SETUP;
  const wordings = ofKind(input.records, "documentEdit")
    .filter(({ documentName }) => documentName === name)
    .sort((one, other) => (one.key < other.key ? -1 : 1));
  const { draft, edits } = applyEdits(DOCUMENTS[name].draft({ ...input, setup }), wordings);
  const sections = inSetupOrder(draft.sections, setup.sections);
  const hidden = new Set(setup.hidden);
  const blocks = shownBlocks(sections.filter(({ key }) => !hidden.has(key)));
  const words = input.messages.minutes;
  const { model, missing } = handedOver({
    format: `yantao-${name}`,
    version: DOCUMENT_MODEL_VERSION,
    redHead: draft.redHead,
    title: setup.disclosure === "staff" ? words.internalTitle(draft.title) : draft.title,
    layout: draft.layout,
    meta: draft.meta,
    blocks: draft.sections.length === 0 && draft.whenEmpty !== null ? [draft.whenEmpty] : blocks,
    imprint: draft.imprint,
    footer: proofFooter(input.options, words),
  });
  const listed = (
    { key, title }: { readonly key: string; readonly title: string },
    isPart: boolean,
  ): OutlineSection => ({ key, title, isShown: !hidden.has(key), ...(isPart && { isPart }) });
  return {
    model,
    title: draft.title,
    outline: {
      sections: [
        ...sections.map((section) => listed(section, false)),
        ...draft.parts.map((part) => listed(part, true)),
      ],
      missing,
      edits,
    },
  };
}
