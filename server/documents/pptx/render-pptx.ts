import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";
import type { SlideDeck } from "../../../shared/documents/slides/deck.ts";
import { cleanTexts } from "../clean-text.ts";
import { type DocumentStyle, OFFICIAL_STYLE } from "../style/style.ts";
import { deckPages } from "./deck-pages.ts";
import { LAYOUTS, layoutXml, masterXml, themeXml } from "./frame-xml.ts";
import { contentTypesXml, corePropertiesXml, presentationXml, relationshipsXml } from "./package-xml.ts";
import { slideXml } from "./slide-xml.ts";

/** The same in every file and in every time zone. */
const FIXED = { mtime: new Date(1980, 0, 1, 12), mode: 0o100644, forceDosTimestamp: true } as const;

/** The deck as a file that presentation programs open. Equal decks give equal bytes: the file carries no time and no chance. */
export async function renderPptx(deck: SlideDeck, style: DocumentStyle = OFFICIAL_STYLE): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, xml] of Object.entries(partsOf(cleanTexts(deck), style))) {
    zip.addBuffer(Buffer.from(xml, "utf8"), name, FIXED);
  }
  zip.end();
  return buffer(zip.outputStream);
}

/** Every file of the package by its name; programs want what tells the types first. */
function partsOf(deck: SlideDeck, style: DocumentStyle): Record<string, string> {
  const pages = deckPages(deck, style);
  const layout = (at: number) => `slideLayouts/slideLayout${at + 1}.xml`;
  const parts: Record<string, string> = {
    "[Content_Types].xml": contentTypesXml(pages.length),
    "_rels/.rels": relationshipsXml([
      ["officeDocument", "ppt/presentation.xml"],
      ["core-properties", "docProps/core.xml"],
    ]),
    "docProps/core.xml": corePropertiesXml(deck.title, deck.proof),
    "ppt/presentation.xml": presentationXml(pages.length),
    "ppt/_rels/presentation.xml.rels": relationshipsXml([
      ["slideMaster", "slideMasters/slideMaster1.xml"],
      ...pages.map((_page, at) => ["slide", `slides/slide${at + 1}.xml`] as const),
      ["theme", "theme/theme1.xml"],
    ]),
    "ppt/theme/theme1.xml": themeXml(style),
    "ppt/slideMasters/slideMaster1.xml": masterXml(style, deck.watermark),
    "ppt/slideMasters/_rels/slideMaster1.xml.rels": relationshipsXml([
      ...LAYOUTS.map((_layout, at) => ["slideLayout", `../${layout(at)}`] as const),
      ["theme", "../theme/theme1.xml"],
    ]),
  };
  for (const [at, one] of LAYOUTS.entries()) {
    parts[`ppt/${layout(at)}`] = layoutXml(one);
    parts[`ppt/slideLayouts/_rels/slideLayout${at + 1}.xml.rels`] = relationshipsXml([
      ["slideMaster", "../slideMasters/slideMaster1.xml"],
    ]);
  }
  for (const [at, page] of pages.entries()) {
    parts[`ppt/slides/slide${at + 1}.xml`] = slideXml(page, deck.title);
    parts[`ppt/slides/_rels/slide${at + 1}.xml.rels`] = relationshipsXml([
      ["slideLayout", `../${layout(page.kind === "cover" ? 0 : 1)}`],
    ]);
  }
  return parts;
}
