import { Header, type Paragraph, TextRun, type XmlComponent } from "docx";
import type { DocumentStyle } from "../style/style.ts";
import { typeWidth } from "../style/title-lines.ts";
import { watermarkLook } from "../style/watermark.ts";
import { element, paragraph } from "./docx-paragraph.ts";
import { runProperties } from "./docx-runs.ts";
import { STYLE } from "./docx-styles.ts";

/** Words behind every page, as word processors draw their own watermarks: a shape of text in the head of pages. */
export function watermarkHeaders(
  words: string,
  style: DocumentStyle,
): { readonly default: Header; readonly even: Header } {
  return {
    default: new Header({ children: [marks(words, 2048, style)] }),
    even: new Header({ children: [marks(words, 3072, style)] }),
  };
}

function marks(words: string, firstId: number, style: DocumentStyle): Paragraph {
  const { places } = watermarkLook(words, style.page);
  const format = { font: style.fonts.pageNumber, sizeHalfPoints: style.pageNumber.sizeHalfPoints };
  // A drawing each: of several shapes in one, some programs show the last alone.
  const runs = places.map((place, index) => {
    const run = new TextRun(runProperties(format));
    run.addChildElement(
      element("w:pict", {}, [plainTextShape(), shape(words, firstId + index, place, style)]),
    );
    return run;
  });
  return paragraph({ style: STYLE.footer }, runs);
}

function shape(words: string, id: number, place: number, { page, fonts }: DocumentStyle): XmlComponent {
  const { sizeHalfPoints, colour, angle } = watermarkLook(words, page);
  const size = sizeHalfPoints / 2;
  const width = Math.ceil(typeWidth(words) * size);
  const height = Math.ceil(size * 1.2);
  const left = (page.widthTwips / 20 - width) / 2;
  const top = (page.heightTwips / 20) * place - height / 2;
  const box = [
    "position:absolute",
    `margin-left:${left.toFixed(1)}pt`,
    `margin-top:${top.toFixed(1)}pt`,
    `width:${width}pt`,
    `height:${height}pt`,
    `rotation:${360 - angle}`,
    "z-index:-251658752",
    "mso-position-horizontal-relative:page",
    "mso-position-vertical-relative:page",
  ].join(";");
  return element(
    "v:shape",
    {
      id: `PowerPlusWaterMarkObject${id}`,
      "o:spid": `_x0000_s${id}`,
      type: `#${PLAIN_TEXT}`,
      style: box,
      "o:allowincell": "f",
      fillcolor: `#${colour}`,
      stroked: "f",
    },
    [element("v:textpath", { style: `font-family:"${fonts.body}";font-size:1pt`, string: words })],
  );
}

/** The shape of plain text, which programs know by its number and others read here. */
function plainTextShape(): XmlComponent {
  return element(
    "v:shapetype",
    {
      id: PLAIN_TEXT,
      coordsize: "21600,21600",
      "o:spt": 136,
      adj: "10800",
      path: "m@7,l@8,m@5,21600l@6,21600e",
    },
    [
      element(
        "v:formulas",
        {},
        FORMULAS.map((eqn) => element("v:f", { eqn })),
      ),
      element("v:path", {
        textpathok: "t",
        "o:connecttype": "custom",
        "o:connectlocs": "@9,0;@10,10800;@11,21600;@12,10800",
        "o:connectangles": "270,180,90,0",
      }),
      element("v:textpath", { on: "t", fitshape: "t" }),
      element("o:lock", { "v:ext": "edit", text: "t", shapetype: "t" }),
    ],
  );
}

const PLAIN_TEXT = "_x0000_t136";
const FORMULAS = [
  "sum #0 0 10800",
  "prod #0 2 1",
  "sum 21600 0 @1",
  "sum 0 0 @2",
  "sum 21600 0 @3",
  "if @0 @3 0",
  "if @0 21600 @1",
  "if @0 0 @2",
  "if @0 @4 21600",
  "mid @5 @6",
  "mid @8 @5",
  "mid @7 @8",
  "mid @6 @7",
  "sum @6 0 @5",
];
