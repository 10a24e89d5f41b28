/** A button that shows everything again goes with what it stood in: the search beside it takes the focus. */
export function focusSearch(): void {
  document.querySelector<HTMLElement>("search input[type=search]")?.focus();
}
