import { ImageRun, type Paragraph } from "docx";
import type { DocumentFigure } from "../../../shared/documents/model.ts";
import type { Drawer } from "../figures/drawer.ts";
import { figurePicture } from "../figures/figure-picture.ts";
import { figureWords } from "../figures/figure-table.ts";
import { type DocumentStyle, textWidthTwips } from "../style/style.ts";
import { paragraph } from "./docx-paragraph.ts";
import { plainRun } from "./docx-runs.ts";
import { STYLE } from "./docx-styles.ts";

/** How figures come into the file. */
export interface FigureMaker {
  readonly draw: Drawer;
  /** What their texts are set in where no SVG is drawn. */
  readonly fontFiles: readonly string[];
}

/** Of the file format, which counts the lengths of pictures so. */
const PIXELS_A_POINT = 96 / 72;

/** The title, then the figure: as lines for readers that draw them, as dots for the others. */
export function figureParagraphs(
  figure: DocumentFigure,
  place: number,
  { draw, fontFiles }: FigureMaker,
  style: DocumentStyle,
): Paragraph[] {
  const { fonts, body } = style;
  const drawn = draw(figure, textWidthTwips(style) / 20, [fonts.pageNumber, "SimSun", "Noto Serif SC"]);
  const size = { width: drawn.width * PIXELS_A_POINT, height: drawn.height * PIXELS_A_POINT };
  const title = plainRun(figure.title, { font: fonts.label, sizeHalfPoints: body.sizeHalfPoints });
  return [
    paragraph({ style: STYLE.body, keepNext: true, alignment: "center" }, [title]),
    paragraph({ style: STYLE.body, snapToGrid: false, isAsHighAsContent: true }, [
      new ImageRun({
        type: "svg",
        data: Buffer.from(drawn.svg, "utf8"),
        fallback: { type: "png", data: Buffer.from(figurePicture(drawn, fontFiles)) },
        transformation: size,
        altText: {
          id: String(place + 1),
          name: figure.title,
          description: figureWords(figure),
          title: figure.title,
        },
      }),
    ]),
  ];
}
