/** What a key asks of the selected question. */
export type ConsoleKey =
  | "approve"
  | "edit"
  | "route"
  | "decline"
  | "stage"
  | "answer"
  | "close"
  | "capture"
  | "details"
  | "up"
  | "down";

const LETTERS: Readonly<Record<string, ConsoleKey>> = {
  a: "approve",
  e: "edit",
  r: "route",
  d: "decline",
  s: "stage",
  v: "answer",
  c: "close",
  n: "capture",
};
const NAMED: Readonly<Record<string, ConsoleKey>> = { ArrowUp: "up", ArrowDown: "down", Enter: "details" };

/** The letter on the button that a key presses. */
export const KEY_HINTS = {
  approve: "A",
  edit: "E",
  route: "R",
  decline: "D",
  stage: "S",
  answer: "V",
  close: "C",
  capture: "N",
} as const satisfies Partial<Record<ConsoleKey, string>>;

/** What of a keyboard event is needed here. */
export interface KeyPress {
  readonly key: string;
  readonly keyCode: number;
  readonly isComposing: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly repeat: boolean;
  readonly defaultPrevented: boolean;
}

/** Key code browsers send for a key an input method has taken. */
const TAKEN_BY_INPUT_METHOD = 229;

/**
 * What a key press means, `null` for nothing: never one that belongs to an input method, to a combination or to
 * somebody who handled it, and no letter that repeats because the key is held down.
 */
export function consoleKey(press: KeyPress): ConsoleKey | null {
  if (press.isComposing || press.keyCode === TAKEN_BY_INPUT_METHOD || press.defaultPrevented) return null;
  if (press.ctrlKey || press.metaKey || press.altKey || press.shiftKey) return null;
  const named = NAMED[press.key];
  if (named !== undefined) return named;
  return press.repeat ? null : (LETTERS[press.key.toLowerCase()] ?? null);
}

/** Where typing or a control of its own wants the keys: fields, editors, menus, lists to choose from, dialogs. */
export const TYPING_PLACES =
  "input, textarea, select, [contenteditable]:not([contenteditable=false]), [role=textbox], [role=combobox], [role=listbox], [role=menu], [role=dialog]";
