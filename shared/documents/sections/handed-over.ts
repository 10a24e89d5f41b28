import { missingIn, withoutMissing } from "../missing.ts";
import type { DocumentBlock, DocumentModel, DocumentRun, LabelledLine } from "../model.ts";
import type { MissingFact } from "../outline.ts";

type Runs = readonly DocumentRun[];

/** The document as it is handed over, and what is missing in it, each thing once in the order in which it is read. */
export function handedOver(document: DocumentModel): {
  readonly model: DocumentModel;
  readonly missing: readonly MissingFact[];
} {
  const missing = new Map<string, MissingFact>();
  const runs = (key: string | undefined, list: Runs): Runs =>
    list.map((run) => {
      const found = missingIn(run);
      if (found === null) return run;
      const fact = { key: key ?? "", ...found };
      if (!missing.has(JSON.stringify(fact))) missing.set(JSON.stringify(fact), fact);
      return withoutMissing(run);
    });
  const line = <L extends LabelledLine>(one: L): L => ({ ...one, runs: runs(one.key, one.runs) });
  const block = (one: DocumentBlock): DocumentBlock => {
    switch (one.kind) {
      case "heading":
      case "paragraph":
        return { ...one, runs: runs(one.key, one.runs) };
      case "list":
        return { ...one, items: one.items.map((item) => ({ ...item, runs: runs(item.key, item.runs) })) };
      case "table":
        return {
          ...one,
          rows: one.rows.map((row) =>
            row.map((cell) => ({
              ...cell,
              paragraphs: cell.paragraphs.map((list) => runs(cell.key, list)),
            })),
          ),
        };
      case "attendance":
        return { ...one, lines: one.lines.map(line) };
      case "signature":
        return { ...one, lines: one.lines.map(line) };
      case "figure":
      case "pageBreak":
        return one;
    }
  };
  const { redHead, meta, blocks, imprint } = document;
  const model: DocumentModel = {
    ...document,
    redHead: redHead && {
      ...redHead,
      sign: runs("redHead/sign", redHead.sign),
      issuer: runs("redHead/issuer", redHead.issuer),
      issuedOn: runs("redHead/issuedOn", redHead.issuedOn),
    },
    meta: meta.map(line),
    blocks: blocks.map(block),
    // Says what the red head does: missing there, it is missing here.
    imprint: imprint && {
      ...imprint,
      issuer: runs("redHead/issuer", imprint.issuer),
      printedOn: runs("redHead/issuedOn", imprint.printedOn),
    },
  };
  return { model, missing: [...missing.values()] };
}
