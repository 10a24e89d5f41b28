import { isTaken, type KeyPress } from "../../../ui/keys/free-keys.ts";

/** What a key asks of the selected question. */
export type ConsoleKey =
  | "approve"
  | "edit"
  | "route"
  | "decline"
  | "hold"
  | "stage"
  | "stageQueue"
  | "stageNext"
  | "agendaNext"
  | "agendaBack"
  | "reportNext"
  | "reportPrevious"
  | "answer"
  | "close"
  | "capture"
  | "mark"
  | "join"
  | "joinAlike"
  | "clear"
  | "timeMore"
  | "timeHold"
  | "details"
  | "undo"
  | "up"
  | "down";

const LETTERS: Readonly<Record<string, ConsoleKey>> = {
  a: "approve",
  e: "edit",
  r: "route",
  d: "decline",
  h: "hold",
  s: "stage",
  q: "stageQueue",
  x: "stageNext",
  y: "agendaNext",
  l: "reportNext",
  v: "answer",
  c: "close",
  n: "capture",
  m: "mark",
  j: "joinAlike",
};
const WITH_SHIFT: Readonly<Record<string, ConsoleKey>> = {
  m: "join",
  y: "agendaBack",
  l: "reportPrevious",
  t: "timeMore",
  p: "timeHold",
};
const NAMED: Readonly<Record<string, ConsoleKey>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  Enter: "details",
  Escape: "clear",
};

/** The key on the button that it presses. */
export const KEY_HINTS = {
  approve: "A",
  edit: "E",
  route: "R",
  decline: "D",
  hold: "H",
  stage: "S",
  stageQueue: "Q",
  stageNext: "X",
  agendaNext: "Y",
  agendaBack: "Shift+Y",
  reportNext: "L",
  reportPrevious: "Shift+L",
  answer: "V",
  close: "C",
  capture: "N",
  join: "Shift+M",
  joinAlike: "J",
  timeMore: "Shift+T",
  timeHold: "Shift+P",
} as const satisfies Partial<Record<ConsoleKey, string>>;

/**
 * What a key press means, `null` for nothing: never one that belongs to an input method, to a combination of the
 * browser's or to somebody who handled it, and no letter that repeats because the key is held down.
 */
export function consoleKey(press: KeyPress): ConsoleKey | null {
  if (isTaken(press)) return null;
  if (
    (press.ctrlKey || press.metaKey) &&
    !press.altKey &&
    !press.shiftKey &&
    press.key.toLowerCase() === "z"
  ) {
    return press.repeat ? null : "undo";
  }
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  const named = press.shiftKey ? undefined : NAMED[press.key];
  if (named !== undefined) return named;
  const letters = press.shiftKey ? WITH_SHIFT : LETTERS;
  return press.repeat ? null : (letters[press.key.toLowerCase()] ?? null);
}
