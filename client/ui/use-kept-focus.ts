import { type FocusEvent, useEffect, useMemo, useRef } from "react";

/**
 * Keeps the keyboard where it was when what had the focus is gone: after a form has closed it goes to what opened it
 * (`data-opens` with the name of the `form`), after an act that can be done no more to what is done `next` (a selector),
 * and where there is nothing to the `place` itself. What holds them takes the `handlers`. A focus that went elsewhere stays
 * there.
 */
export function useKeptFocus<E extends HTMLElement>(form: string | null = null, next = "[data-next]") {
  const place = useRef<E>(null);
  const focused = useRef<Element | null>(null);
  const before = useRef(form);
  useEffect(() => {
    const closed = form === null ? before.current : null;
    before.current = form;
    if (focused.current === null || focused.current.isConnected) return;
    if (document.activeElement !== document.body) return;
    const find = (selector: string) => place.current?.querySelector<HTMLElement>(selector);
    const opener = closed === null ? null : find(`[data-opens="${closed}"]`);
    (opener ?? find(next) ?? place.current)?.focus();
  });
  const handlers = useMemo(
    () => ({
      onFocus: (event: FocusEvent) => {
        focused.current = event.target;
      },
      // Not told of what is taken away with the focus in it.
      onBlur: () => {
        focused.current = null;
      },
    }),
    [],
  );
  return { place, handlers };
}
