import type { DocumentModel, ImprintBlock, RedHeadBlock } from "../../../shared/documents/model.ts";
import { TITLE_KEY } from "../../../shared/protocol/document-names.ts";
import { signSizeHalfPoints } from "../style/sign-size.ts";
import { bodyCharTwips, type DocumentStyle } from "../style/style.ts";
import { titleLines, typeWidth } from "../style/title-lines.ts";
import type { PrintedFoot, PrintedPiece } from "./pieces.ts";
import { bodyShape, paragraphOf, plainShape, points, printedRuns } from "./shapes.ts";

const BLANK: PrintedPiece = { kind: "blank" };

/** The red head, when there is one, then the title on its lines. */
export function printedHead({ redHead, title }: DocumentModel, style: DocumentStyle): PrintedPiece[] {
  const lines = titleLines(title.replace(/\s+/gu, " "), style.title.lineMaxChars);
  const words = paragraphOf(
    { ...plainShape(style, style.title), align: "center" },
    [{ text: lines.join("\n"), role: "title" }],
    { key: TITLE_KEY },
  );
  if (redHead === null) return [words, BLANK];
  const gap = Array.from({ length: style.title.linesBelowRedRule }, () => BLANK);
  return [...printedRedHead(redHead, style), ...gap, words, BLANK];
}

function printedRedHead(
  { sign, serial, issuer, issuedOn }: RedHeadBlock,
  style: DocumentStyle,
): PrintedPiece[] {
  const { colour, signTopTwips, ruleEighthPoints } = style.redHead;
  const sizeHalfPoints = signSizeHalfPoints(sign.map(({ text }) => text).join(""), style);
  const signShape = plainShape(style, { sizeHalfPoints, linePitchTwips: sizeHalfPoints * 13 });
  const char = points(bodyCharTwips(style));
  const line = { ...bodyShape(style), left: char, right: char };
  return [
    { kind: "space", height: points(signTopTwips) },
    paragraphOf({ ...signShape, align: "center", colour, isClose: true }, printedRuns(sign, "title")),
    BLANK,
    ...(serial === null
      ? []
      : [paragraphOf({ ...bodyShape(style), align: "center" }, printedRuns([{ text: serial }], "body"))]),
    {
      kind: "sides",
      left: paragraphOf({ ...line, align: "left" }, printedRuns(issuer, "body")),
      right: printedRuns(issuedOn, "body"),
    },
    { kind: "rule", above: (line.pitch - line.size) / 3, thickness: ruleEighthPoints / 8, colour },
  ];
}

/** The 版记: rules as wide as the text, 抄送 between them, then who printed it and when. */
export function printedImprint(
  { copyTo, issuer, printedOn }: ImprintBlock,
  style: DocumentStyle,
): PrintedFoot {
  const { sizeHalfPoints, outerRuleEighthPoints, innerRuleEighthPoints } = style.imprint;
  const char = sizeHalfPoints / 2;
  const line = { ...plainShape(style, style.imprint), left: char, right: char };
  const sides: PrintedPiece = {
    kind: "sides",
    left: paragraphOf(line, printedRuns(issuer, "body")),
    right: printedRuns(printedOn, "body"),
  };
  const hanging = copyTo === null ? 0 : typeWidth(copyTo.label) * char;
  const copies =
    copyTo === null
      ? []
      : [
          paragraphOf({ ...line, left: char + hanging, first: -hanging }, [
            { text: copyTo.label, role: "body" as const },
            ...printedRuns(copyTo.runs, "body"),
          ]),
        ];
  return {
    outerRule: outerRuleEighthPoints / 8,
    innerRule: innerRuleEighthPoints / 8,
    leading: line.pitch - line.size,
    rows: [...copies, sides],
  };
}
