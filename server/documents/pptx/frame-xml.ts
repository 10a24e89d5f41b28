import type { DocumentStyle } from "../style/style.ts";
import { PAGE } from "./geometry.ts";
import { COLOUR } from "./line-look.ts";
import { NAMESPACES, treeXml, XML_HEAD } from "./shape-xml.ts";
import { emu, fillXml, fontXml } from "./text-xml.ts";
import { watermarkXml } from "./watermark-xml.ts";

const MAPPING =
  '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>';

/** Of layouts: what a page somebody adds begins with. */
export const LAYOUTS = [
  { type: "title", name: "封面", placeholders: [["ctrTitle", ""]] },
  {
    type: "obj",
    name: "内容",
    placeholders: [
      ["title", ""],
      ["body", ' idx="1"'],
    ],
  },
] as const;

/** What all pages have in common: white, who took the file where that is to be said, and how text stands that nobody has set. */
export function masterXml(style: DocumentStyle, watermark: string | undefined): string {
  const { titleFont, textFont, titleSizePt, textSizePt } = style.slides;
  const level = (tag: string, font: string, size: number, colour: string) =>
    `<a:${tag} marL="0" indent="0" algn="l"><a:buNone/><a:defRPr lang="zh-CN" sz="${Math.round(size * 100)}">${fillXml(colour)}${fontXml(font)}</a:defRPr></a:${tag}>`;
  const layoutIds = LAYOUTS.map(
    (_layout, at) => `<p:sldLayoutId id="${2_147_483_649 + at}" r:id="rId${at + 1}"/>`,
  );
  const mark = watermark === undefined ? "" : watermarkXml(watermark, style);
  const text = level("lvl1pPr", textFont, textSizePt, COLOUR.ink);
  return (
    `${XML_HEAD}<p:sldMaster ${NAMESPACES}><p:cSld><p:bg><p:bgPr>${fillXml("FFFFFF")}<a:effectLst/></p:bgPr></p:bg>` +
    `${treeXml(mark + ["title", "body"].map((type, at) => placeholderXml(type, "", at)).join(""))}</p:cSld>${MAPPING}` +
    `<p:sldLayoutIdLst>${layoutIds.join("")}</p:sldLayoutIdLst>` +
    `<p:txStyles><p:titleStyle>${level("lvl1pPr", titleFont, titleSizePt, COLOUR.canal)}</p:titleStyle>` +
    `<p:bodyStyle>${text}</p:bodyStyle><p:otherStyle>${text}</p:otherStyle></p:txStyles></p:sldMaster>`
  );
}

export function layoutXml({ type, name, placeholders }: (typeof LAYOUTS)[number]): string {
  const shapes = placeholders.map(([kind, index], at) => placeholderXml(kind, index, at)).join("");
  return (
    `${XML_HEAD}<p:sldLayout ${NAMESPACES} type="${type}" preserve="1"><p:cSld name="${name}">${treeXml(shapes)}</p:cSld>` +
    "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
  );
}

function placeholderXml(type: string, index: string, at: number): string {
  const [top, height] = type === "body" ? [120, 360] : type === "ctrTitle" ? [130, 140] : [26, 60];
  return (
    `<p:sp><p:nvSpPr><p:cNvPr id="${at + 2}" name="${type} ${at + 2}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="${type}"${index}/></p:nvPr></p:nvSpPr>` +
    `<p:spPr><a:xfrm><a:off x="${emu(56)}" y="${emu(top)}"/><a:ext cx="${emu(PAGE.width - 112)}" cy="${emu(height)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>` +
    '<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"><a:normAutofit/></a:bodyPr><a:lstStyle/><a:p><a:endParaRPr lang="zh-CN"/></a:p></p:txBody></p:sp>'
  );
}

/** Colours and typefaces of the deck, for what somebody adds; the format asks for all of it. */
export function themeXml(style: DocumentStyle): string {
  const { titleFont, textFont } = style.slides;
  const colour = (tag: string, value: string) => `<a:${tag}><a:srgbClr val="${value}"/></a:${tag}>`;
  const colours = [
    colour("dk1", COLOUR.ink),
    colour("lt1", "FFFFFF"),
    colour("dk2", COLOUR.mute),
    colour("lt2", "F6F5F2"),
    colour("accent1", COLOUR.canal),
    colour("accent2", "B3261E"),
    colour("accent3", "2B6B3F"),
    colour("accent4", "8A5A00"),
    colour("accent5", "7FB0C0"),
    colour("accent6", COLOUR.mute),
    colour("hlink", COLOUR.canal),
    colour("folHlink", COLOUR.mute),
  ].join("");
  const solid = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const line = (width: number) => `<a:ln w="${width}">${solid}</a:ln>`;
  const effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
  return (
    `${XML_HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Yantao"><a:themeElements>` +
    `<a:clrScheme name="Yantao">${colours}</a:clrScheme>` +
    `<a:fontScheme name="Yantao"><a:majorFont>${fontXml(titleFont)}</a:majorFont><a:minorFont>${fontXml(textFont)}</a:minorFont></a:fontScheme>` +
    `<a:fmtScheme name="Yantao"><a:fillStyleLst>${solid.repeat(3)}</a:fillStyleLst>` +
    `<a:lnStyleLst>${line(6_350)}${line(12_700)}${line(19_050)}</a:lnStyleLst>` +
    `<a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${solid.repeat(3)}</a:bgFillStyleLst></a:fmtScheme>` +
    "</a:themeElements></a:theme>"
  );
}
