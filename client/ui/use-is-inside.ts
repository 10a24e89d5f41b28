import { type FocusEvent, useMemo, useState } from "react";

/** Whether the reader is in a place, with the pointer or with the focus; the place takes the `handlers`. */
export function useIsInside() {
  const [isPointed, setPointed] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const handlers = useMemo(
    () => ({
      onMouseEnter: () => setPointed(true),
      onMouseLeave: () => setPointed(false),
      onFocus: () => setFocused(true),
      // On its way from one field to the next the focus has not left.
      onBlur: ({ currentTarget, relatedTarget }: FocusEvent) =>
        setFocused(relatedTarget !== null && currentTarget.contains(relatedTarget)),
    }),
    [],
  );
  return { isInside: isPointed || isFocused, handlers };
}
