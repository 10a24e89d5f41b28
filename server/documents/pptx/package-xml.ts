import { escapeXml } from "../escape-xml.ts";
import { LAYOUTS } from "./frame-xml.ts";
import { PAGE } from "./geometry.ts";
import { NAMESPACES, XML_HEAD } from "./shape-xml.ts";
import { emu } from "./text-xml.ts";

const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PRESENTATION = "application/vnd.openxmlformats-officedocument.presentationml";

/** What every part of the file is. */
export function contentTypesXml(slideCount: number): string {
  const part = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${type}"/>`;
  const numbered = (count: number, folder: string, type: string) =>
    Array.from({ length: count }, (_, at) =>
      part(`ppt/${folder}${at + 1}.xml`, `${PRESENTATION}.${type}+xml`),
    );
  return (
    `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types">` +
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
    [
      part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
      part("ppt/presentation.xml", `${PRESENTATION}.presentation.main+xml`),
      part("ppt/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
      part("ppt/slideMasters/slideMaster1.xml", `${PRESENTATION}.slideMaster+xml`),
      ...numbered(LAYOUTS.length, "slideLayouts/slideLayout", "slideLayout"),
      ...numbered(slideCount, "slides/slide", "slide"),
    ].join("") +
    "</Types>"
  );
}

/** Where a part finds others: `[type, target]`, known as rId1, rId2 and so on. */
export function relationshipsXml(targets: readonly (readonly [type: string, target: string])[]): string {
  const links = targets.map(([type, target], at) => {
    const kind =
      type === "core-properties" ? `${PACKAGE}/relationships/metadata/${type}` : `${RELATIONSHIPS}/${type}`;
    return `<Relationship Id="rId${at + 1}" Type="${kind}" Target="${target}"/>`;
  });
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${links.join("")}</Relationships>`;
}

/** Title, and the proof of where it comes from: no author, no dates. */
export function corePropertiesXml(title: string, proof: string): string {
  return (
    `${XML_HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
    `<dc:title>${escapeXml(title)}</dc:title><dc:description>${escapeXml(proof)}</dc:description></cp:coreProperties>`
  );
}

/** `rId1` is the master, the slides follow it. */
export function presentationXml(slideCount: number): string {
  const slides = Array.from(
    { length: slideCount },
    (_, at) => `<p:sldId id="${256 + at}" r:id="rId${at + 2}"/>`,
  );
  return (
    `${XML_HEAD}<p:presentation ${NAMESPACES} saveSubsetFonts="1">` +
    '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>' +
    `<p:sldIdLst>${slides.join("")}</p:sldIdLst>` +
    `<p:sldSz cx="${emu(PAGE.width)}" cy="${emu(PAGE.height)}"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`
  );
}
