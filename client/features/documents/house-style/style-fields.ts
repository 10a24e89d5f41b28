import {
  type HouseStyle,
  type HouseStyleChanges,
  houseStyleFieldsSchema,
} from "../../../../shared/protocol/house-style/house-style.ts";

type Section = keyof HouseStyle;

/** What the form asks for; everything else is changed in the file. */
export interface StyleField {
  readonly section: Section;
  readonly field: string;
  readonly input: "text" | "number" | "lines";
}

function fields<S extends Section>(
  section: S,
  input: StyleField["input"],
  ...names: (keyof HouseStyle[S] & string)[]
): StyleField[] {
  return names.map((field) => ({ section, field, input }));
}

/** In the order they are asked, those of one section together. */
export const STYLE_FIELDS: readonly (readonly StyleField[])[] = [
  fields("fonts", "text", "title", "body", "firstHeading", "secondHeading", "label", "quote", "pageNumber"),
  fields("page", "number", "topMm", "bottomMm", "leftMm", "rightMm", "footerMm"),
  fields("body", "number", "sizePt", "linePitchPt"),
  fields("title", "number", "sizePt", "linePitchPt"),
  [...fields("redHead", "text", "sign", "colour"), ...fields("redHead", "number", "signSizeMaxPt")],
  [...fields("imprint", "text", "issuer"), ...fields("imprint", "lines", "copyTo")],
  [
    ...fields("slides", "text", "titleFont", "textFont"),
    ...fields("slides", "number", "titleSizePt", "textSizePt"),
  ],
];

const NUMBER = /^-?\d+(?:\.\d+)?$/u;

/** What is written in the fields, by path: `page.topMm`. */
export type StyleDraft = Readonly<Record<string, string>>;

export function pathOf({ section, field }: Pick<StyleField, "section" | "field">): string {
  return `${section}.${field}`;
}

/** What stands in a field. */
export function fieldText(style: HouseStyle, { section, field }: StyleField): string {
  const value = (style[section] as Readonly<Record<string, unknown>>)[field];
  if (Array.isArray(value)) return value.join("\n");
  return value === null || value === undefined ? "" : String(value);
}

/** The changes with what is written in the form, not yet looked at: what is no number stays text, which is then said to be none. */
export function withDraft(changes: HouseStyleChanges, draft: StyleDraft): unknown {
  const result: Record<string, Record<string, unknown>> = structuredClone(changes) as Record<
    string,
    Record<string, unknown>
  >;
  for (const one of STYLE_FIELDS.flat()) {
    const text = draft[pathOf(one)];
    if (text === undefined) continue;
    result[one.section] = { ...result[one.section], [one.field]: written(text.trim(), one) };
  }
  return result;
}

function written(text: string, { section, field, input }: StyleField): unknown {
  if (input === "lines") return text.split("\n").filter((line) => line.trim() !== "");
  if (input === "number") return NUMBER.test(text) ? Number(text) : text;
  return text === "" && isNullable(section, field) ? null : text;
}

/** Whether a field may say nothing. */
function isNullable(section: Section, field: string): boolean {
  return houseStyleFieldsSchema.safeParse({ [section]: { [field]: null } }).success;
}
