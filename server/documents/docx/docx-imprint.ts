import {
  BorderStyle,
  RelativeVerticalPosition,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from "docx";
import type { ImprintBlock } from "../../../shared/documents/model.ts";
import { type DocumentStyle, textWidthTwips } from "../style/style.ts";
import { typeWidth } from "../style/title-lines.ts";
import { type ParagraphFormat, paragraph } from "./docx-paragraph.ts";
import { plainRun, type RunFormat, tabRun, textRuns } from "./docx-runs.ts";
import { STYLE } from "./docx-styles.ts";

const NO_RULE = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;

/** The 版记: rules as wide as the text, at the foot of the page it is anchored on. */
export function imprintTable({ copyTo, issuer, printedOn }: ImprintBlock, style: DocumentStyle): Table {
  const { sizeHalfPoints, linePitchTwips, outerRuleEighthPoints, innerRuleEighthPoints } = style.imprint;
  const format: RunFormat = { font: style.fonts.body, sizeHalfPoints };
  const charTwips = sizeHalfPoints * 10;
  const width = { size: textWidthTwips(style), type: WidthType.DXA };
  const shape: ParagraphFormat = {
    style: STYLE.body,
    snapToGrid: false,
    linePitchTwips,
    leftTwips: charTwips,
    rightTwips: charTwips,
    alignment: "left",
  };
  const rows = [
    paragraph({ ...shape, rightTabTwips: textWidthTwips(style) - charTwips }, [
      ...textRuns(issuer, format, style),
      tabRun(format),
      ...textRuns(printedOn, format, style),
    ]),
  ];
  if (copyTo !== null) {
    const hangingTwips = Math.round(typeWidth(copyTo.label) * charTwips);
    rows.unshift(
      paragraph({ ...shape, leftTwips: charTwips + hangingTwips, hangingTwips }, [
        plainRun(copyTo.label, format),
        ...textRuns(copyTo.runs, format, style),
      ]),
    );
  }
  const outer = { style: BorderStyle.SINGLE, size: outerRuleEighthPoints, color: "000000" };
  const inner = { style: BorderStyle.SINGLE, size: innerRuleEighthPoints, color: "000000" };
  return new Table({
    layout: TableLayoutType.FIXED,
    width,
    columnWidths: [width.size],
    float: {
      horizontalAnchor: TableAnchorType.MARGIN,
      absoluteHorizontalPosition: 0,
      verticalAnchor: TableAnchorType.MARGIN,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
    },
    borders: {
      top: outer,
      bottom: outer,
      left: NO_RULE,
      right: NO_RULE,
      insideHorizontal: inner,
      insideVertical: NO_RULE,
    },
    margins: { left: 0, right: 0, marginUnitType: WidthType.DXA },
    rows: rows.map((row) => new TableRow({ children: [new TableCell({ width, children: [row] })] })),
  });
}
