/** What of a keyboard event tells whether it is free to mean something. */
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

/** Where typing or a control of its own wants the keys: fields, editors, menus, lists to choose from, dialogs; no box to tick and no switch between choices. */
const TYPING_PLACES =
  "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]:not([contenteditable=false]), [role=textbox], [role=combobox], [role=listbox], [role=menu], [role=dialog]";

/** Whether a key belongs to an input method, or to somebody who handled it. */
export function isTaken(press: KeyPress): boolean {
  return press.isComposing || press.keyCode === TAKEN_BY_INPUT_METHOD || press.defaultPrevented;
}

/** Whether keys belong to what has the focus, or to a dialog over the page. */
export function isTypedInto(target: Element): boolean {
  return target.closest(TYPING_PLACES) !== null || document.querySelector("[aria-modal=true]") !== null;
}
