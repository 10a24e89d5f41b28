import { type HouseStyle, type HouseStyleChanges, houseStyleFieldsSchema } from "./house-style.ts";
import { OFFICIAL_HOUSE_STYLE } from "./official-house-style.ts";

/** What is left of a page between its margins, at least. */
export const TEXT_AREA_MIN_MM = { width: 80, height: 100 } as const;

/** Sections in which lines stand under each other. */
const SECTIONS_OF_LINES = ["body", "title", "table", "wideTable", "imprint", "proof"] as const;

/** The messages of what is wrong only together with something else. */
export const STYLE_CLASHES = ["text_too_narrow", "text_too_low", "footer_in_text", "lines_overlap"] as const;
export type StyleClash = (typeof STYLE_CLASHES)[number];

interface Clash {
  readonly message: StyleClash;
  readonly path: [section: string, field: string];
}

/** Changes to the default that leave a page on which something can stand. */
export const houseStyleChangesSchema = houseStyleFieldsSchema.superRefine((changes, context) => {
  for (const clash of clashes(withChanges(changes))) context.addIssue({ code: "custom", ...clash });
});

/** The default with what was changed of it. */
export function withChanges(changes: HouseStyleChanges): HouseStyle {
  const sections = Object.entries(OFFICIAL_HOUSE_STYLE).map(([name, fields]) => [
    name,
    { ...fields, ...changes[name as keyof HouseStyle] },
  ]);
  return Object.fromEntries(sections) as HouseStyle;
}

/** What of a style differs from the default, and nothing else. */
export function changesOf(style: HouseStyle): HouseStyleChanges {
  const sections = Object.entries(style).flatMap(([name, fields]) => {
    const usual = OFFICIAL_HOUSE_STYLE[name as keyof HouseStyle] as Readonly<Record<string, unknown>>;
    const others = Object.entries(fields).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(usual[field]),
    );
    return others.length === 0 ? [] : [[name, Object.fromEntries(others)]];
  });
  return Object.fromEntries(sections) as HouseStyleChanges;
}

function clashes(style: HouseStyle): Clash[] {
  const { widthMm, heightMm, topMm, bottomMm, leftMm, rightMm, footerMm } = style.page;
  const found: Clash[] = [];
  if (widthMm - leftMm - rightMm < TEXT_AREA_MIN_MM.width) {
    found.push({ message: "text_too_narrow", path: ["page", "leftMm"] });
  }
  if (heightMm - topMm - bottomMm < TEXT_AREA_MIN_MM.height) {
    found.push({ message: "text_too_low", path: ["page", "topMm"] });
  }
  if (footerMm > bottomMm) found.push({ message: "footer_in_text", path: ["page", "footerMm"] });
  for (const section of SECTIONS_OF_LINES) {
    const { sizePt, linePitchPt } = style[section];
    if (linePitchPt < sizePt) found.push({ message: "lines_overlap", path: [section, "linePitchPt"] });
  }
  return found;
}
