import { BuilderElement, Paragraph, type XmlComponent } from "docx";

/** What a paragraph sets beyond its style. Lengths in twips. */
export interface ParagraphFormat {
  /** An id of the style sheet. */
  readonly style: string;
  readonly keepNext?: boolean;
  readonly pageBreakBefore?: boolean;
  /** Off where a line grid would pull lines apart. */
  readonly snapToGrid?: boolean;
  readonly linePitchTwips?: number;
  readonly beforeTwips?: number;
  /** As high as what stands in it. */
  readonly isAsHighAsContent?: true;
  readonly leftTwips?: number;
  readonly rightTwips?: number;
  readonly hangingTwips?: number;
  readonly firstLineTwips?: number;
  /** In hundredths of a character; a word processor prefers it to `firstLineTwips`. */
  readonly firstLineChars?: number;
  readonly alignment?: "left" | "center" | "right" | "both";
  readonly rightTabTwips?: number;
  readonly leftTabTwips?: number;
  readonly bottomRule?: { readonly eighthPoints: number; readonly colour: string };
}

/**
 * A paragraph whose properties stand in the order the file format asks for. The library's own properties cannot
 * express `snapToGrid`, and without options it writes none, so ours are the first child.
 */
export function paragraph(format: ParagraphFormat, children: readonly XmlComponent[]): Paragraph {
  const result = new Paragraph({});
  result.addChildElement(properties(format));
  for (const child of children) result.addChildElement(child);
  return result;
}

function properties(format: ParagraphFormat): XmlComponent {
  const { bottomRule } = format;
  return element("w:pPr", {}, [
    element("w:pStyle", { "w:val": format.style }),
    ...(format.keepNext ? [element("w:keepNext", {})] : []),
    ...(format.pageBreakBefore ? [element("w:pageBreakBefore", {})] : []),
    ...(bottomRule === undefined ? [] : [element("w:pBdr", {}, [rule(bottomRule)])]),
    ...tabStop("left", format.leftTabTwips),
    ...tabStop("right", format.rightTabTwips),
    ...(format.snapToGrid === false ? [element("w:snapToGrid", { "w:val": 0 })] : []),
    ...spacing(format),
    ...indent(format),
    ...(format.alignment === undefined ? [] : [element("w:jc", { "w:val": format.alignment })]),
  ]);
}

function tabStop(side: "left" | "right", twips: number | undefined): XmlComponent[] {
  if (twips === undefined) return [];
  return [element("w:tabs", {}, [element("w:tab", { "w:val": side, "w:pos": twips })])];
}

function rule({ eighthPoints, colour }: { eighthPoints: number; colour: string }): XmlComponent {
  return element("w:bottom", { "w:val": "single", "w:sz": eighthPoints, "w:space": 1, "w:color": colour });
}

function spacing({ linePitchTwips, beforeTwips, isAsHighAsContent }: ParagraphFormat): XmlComponent[] {
  if (isAsHighAsContent) return [element("w:spacing", { "w:line": 240, "w:lineRule": "auto" })];
  if (linePitchTwips === undefined && beforeTwips === undefined) return [];
  const line = linePitchTwips === undefined ? {} : { "w:line": linePitchTwips, "w:lineRule": "exact" };
  return [
    element("w:spacing", { ...(beforeTwips === undefined ? {} : { "w:before": beforeTwips }), ...line }),
  ];
}

function indent(format: ParagraphFormat): XmlComponent[] {
  const attributes = Object.fromEntries(
    [
      ["w:left", format.leftTwips],
      ["w:right", format.rightTwips],
      ["w:hanging", format.hangingTwips],
      ["w:firstLineChars", format.firstLineChars],
      ["w:firstLine", format.firstLineTwips],
    ].filter((entry): entry is [string, number] => entry[1] !== undefined),
  );
  return Object.keys(attributes).length === 0 ? [] : [element("w:ind", attributes)];
}

/** One XML element; attributes are written in the order given. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  children: readonly XmlComponent[] = [],
): XmlComponent {
  return new BuilderElement<Record<string, string | number>>({
    name,
    attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, { key, value }])),
    children,
  });
}
