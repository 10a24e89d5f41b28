import type {
  DocumentBlock,
  DocumentModel,
  DocumentRun,
  LabelledLine,
} from "../../../shared/documents/model.ts";
import { cleanDocument } from "../clean-text.ts";
import { figureTable } from "../figures/figure-table.ts";
import { escapeMarkdown, escapeMarkdownLineStart } from "./markdown-escape.ts";
import { markdownList } from "./markdown-list.ts";
import { markdownRuns } from "./markdown-runs.ts";
import { markdownTable } from "./markdown-table.ts";

/** The document as GitHub flavoured Markdown. Its texts are escaped: whatever they hold is shown, nothing is obeyed. */
export function renderMarkdown(document: DocumentModel): Buffer {
  const { redHead, title, meta, blocks, imprint, footer, watermark } = cleanDocument(document);
  const parts = [
    ...(redHead === null ? [] : [line(redHead.sign)]),
    ...(redHead?.serial === null || redHead === null ? [] : [line([{ text: redHead.serial }])]),
    ...(redHead === null ? [] : [line(redHead.issuer), line(redHead.issuedOn)]),
    `# ${escapeMarkdown(title)}`,
    ...meta.map(labelled),
    ...blocks.map(blockMarkdown),
    ...(imprint === null ? [] : imprintParts(imprint)),
    "---",
    line([{ text: footer.text }]),
    ...(watermark === undefined ? [] : [line([{ text: watermark }])]),
  ];
  return Buffer.from(`${parts.filter((part) => part !== "").join("\n\n")}\n`, "utf8");
}

function line(runs: readonly DocumentRun[]): string {
  return escapeMarkdownLineStart(markdownRuns(runs));
}

function labelled({ label, runs }: LabelledLine): string {
  return line([{ text: label, bold: true }, ...runs]);
}

function imprintParts({ copyTo, issuer, printedOn }: NonNullable<DocumentModel["imprint"]>): string[] {
  return [...(copyTo === null ? [] : [labelled(copyTo)]), line(issuer), line(printedOn)];
}

function blockMarkdown(block: DocumentBlock): string {
  switch (block.kind) {
    case "heading": {
      const number = block.number === null ? [] : [{ text: block.number }];
      return `${"#".repeat(block.level + 1)} ${line([...number, ...block.runs])}`;
    }
    case "paragraph":
      return `${block.quote ? "> " : ""}${line(block.runs)}`;
    case "list":
      return markdownList(block.items);
    case "table":
      return markdownTable(block);
    case "figure":
      return `${line([{ text: block.title, bold: true }])}\n\n${markdownTable(figureTable(block))}`;
    case "attendance":
    case "signature":
      return block.lines.map(labelled).join("\n\n");
    case "pageBreak":
      return "---";
  }
}
