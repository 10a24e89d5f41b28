import type { DocumentBlock, DocumentListItem, LabelledLine } from "../../../shared/documents/model.ts";
import { markerText } from "../../../shared/documents/notes/notes-to-blocks.ts";
import { needsLineBetween } from "../line-between.ts";
import { bodyCharTwips, type DocumentStyle } from "../style/style.ts";
import { typeWidth } from "../style/title-lines.ts";
import type { PrintedParagraph, PrintedPiece } from "./pieces.ts";
import { printedTable } from "./printed-table.ts";
import { bodyShape, headingRole, indentedShape, paragraphOf, points, printedRuns } from "./shapes.ts";

/** Every block in turn, as what is set one under the other. */
export function printedBlocks(blocks: readonly DocumentBlock[], style: DocumentStyle): PrintedPiece[] {
  return blocks.flatMap((block, place) => [
    ...printedBlock(block, place, style),
    ...(needsLineBetween(block, blocks[place + 1]) ? [{ kind: "blank" } as const] : []),
  ]);
}

function printedBlock(block: DocumentBlock, place: number, style: DocumentStyle): PrintedPiece[] {
  switch (block.kind) {
    case "heading": {
      const role = headingRole(block.level);
      const number = block.number === null ? [] : [{ text: block.number }];
      const runs = printedRuns([...number, ...block.runs], role);
      const paragraph = paragraphOf(indentedShape(style), runs, { key: block.key });
      return [{ kind: "heading", level: block.level, paragraph }];
    }
    case "paragraph":
      return [
        paragraphOf(indentedShape(style), printedRuns(block.runs, block.quote ? "quote" : "body"), {
          key: block.key,
        }),
      ];
    case "list":
      return block.items.map((item) => listItem(item, style));
    case "table":
      return [printedTable(block, style)];
    case "figure": {
      const shape = { ...bodyShape(style), align: "center" as const };
      return [
        { kind: "figure", figure: block, title: paragraphOf(shape, [{ text: block.title, role: "label" }]) },
      ];
    }
    case "attendance": {
      const lines = block.lines.map((line) => labelledParagraph(line, style));
      return place === 0 ? lines : [{ kind: "blank" }, ...lines];
    }
    case "signature":
      return [{ kind: "blank" }, ...block.lines.map((line) => labelledParagraph(line, style))];
    case "pageBreak":
      return [{ kind: "pageBreak" }];
  }
}

/** The marker hangs before the words; deep lists stop moving right before they run out of line. */
function listItem({ key, depth, marker, runs }: DocumentListItem, style: DocumentStyle): PrintedParagraph {
  const { hangingChars, indentedDepthMax } = style.list;
  const char = points(bodyCharTwips(style));
  const text = markerText(marker);
  const hanging = Math.max(hangingChars, Math.ceil(typeWidth(text) + 0.5)) * char;
  const steps = Math.min(depth, indentedDepthMax);
  const left = (style.body.firstLineChars + steps * hangingChars) * char + hanging;
  const words = printedRuns(runs, "body");
  return text === ""
    ? paragraphOf({ ...bodyShape(style), left }, words, { key })
    : paragraphOf({ ...bodyShape(style), left, first: -hanging }, words, {
        key,
        marker: { text, role: "body" },
      });
}

/** `label` two characters in, what follows run over to its own beginning. */
export function labelledParagraph(
  { key, label, runs }: LabelledLine,
  style: DocumentStyle,
): PrintedParagraph {
  const char = points(bodyCharTwips(style));
  const hanging = typeWidth(label) * char;
  const shape = { ...bodyShape(style), left: style.body.firstLineChars * char + hanging, first: -hanging };
  return paragraphOf(shape, [{ text: label, role: "label" }, ...printedRuns(runs, "body")], { key });
}
