/** What a line of notes is. `body` inside a list goes on with the item above it. */
export const LINE_KINDS = ["body", "heading", "bullet", "ordered", "task"] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** Levels a list may be deep; Word's nine. */
export const LIST_LEVELS_MAX = 9;
const QUOTES_MAX = 15;
/** Levels of headings; Word's and the web's first six. */
export const HEADING_LEVEL_MAX = 6;
const LIST_START_MAX = 100_000;

/** How a line of notes is set. What its kind has no use for stands at its default. */
export interface LineStyle {
  readonly kind: LineKind;
  /** Of a heading, 1 to 6; 0 otherwise. */
  readonly level: number;
  /** Of a line in a list, its level from 0; of any other, how many lists it stands inside of. */
  readonly indent: number;
  /** How many quotations it stands inside of. */
  readonly quote: number;
  /** Of a task. */
  readonly done: boolean;
  /** Of a line in a list: a list begins here, with this number; null where it goes on, or begins with 1. */
  readonly start: number | null;
}

export const PLAIN_LINE: LineStyle = {
  kind: "body",
  level: 0,
  indent: 0,
  quote: 0,
  done: false,
  start: null,
};

/** The names under which a style is stored, on a line's end or on the element that carries its last line. */
export const LINE_STYLE_NAMES = ["kind", "level", "indent", "quote", "done", "start"] as const;

export type StoredStyle = Readonly<Record<(typeof LINE_STYLE_NAMES)[number], unknown>>;

export function isListKind(kind: LineKind): boolean {
  return kind === "bullet" || kind === "ordered" || kind === "task";
}

/** A style out of whatever is stored; what is no such thing counts as absent. */
export function lineStyle(stored: Readonly<Record<string, unknown>>): LineStyle {
  const kind = LINE_KINDS.find((known) => known === stored.kind) ?? "body";
  const inList = isListKind(kind);
  return {
    kind,
    level: kind === "heading" ? wholeNumber(stored.level, 1, HEADING_LEVEL_MAX, 1) : 0,
    indent: wholeNumber(stored.indent, 0, inList ? LIST_LEVELS_MAX - 1 : LIST_LEVELS_MAX, 0),
    quote: wholeNumber(stored.quote, 0, QUOTES_MAX, 0),
    done: kind === "task" && (stored.done === true || stored.done === "true"),
    start:
      inList && stored.start !== null && stored.start !== undefined
        ? wholeNumber(stored.start, 1, LIST_START_MAX, 1)
        : null,
  };
}

/** A style as it is stored: nothing for a default, so that plain lines cost nothing. */
export function storedStyle(style: LineStyle): StoredStyle {
  const stored: Record<string, unknown> = {};
  for (const name of LINE_STYLE_NAMES) {
    stored[name] = style[name] === PLAIN_LINE[name] ? null : style[name];
  }
  return stored as StoredStyle;
}

export function isSameStyle(one: LineStyle, other: LineStyle): boolean {
  return LINE_STYLE_NAMES.every((name) => one[name] === other[name]);
}

/** A whole number from `least` to `max`, larger ones cut down to it; `otherwise` for anything that is none. */
export function wholeNumber(value: unknown, least: number, max: number, otherwise: number): number {
  const number = typeof value === "string" && value !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isInteger(number) && number >= least
    ? Math.min(number, max)
    : otherwise;
}
