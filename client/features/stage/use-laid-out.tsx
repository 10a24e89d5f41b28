import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import classes from "./stage.module.css";

interface LaidOut<P> {
  /** Null until it is laid out, which is before anything is painted. */
  readonly laid: P | null;
  /** To be rendered where it is asked for: stands on the page only while it is laid out, apart from what is shown. */
  readonly layout: ReactNode;
}

/**
 * What `lay` makes of `contents`, which stand in the smallest letters in a box of one size, whatever the window has, so that every
 * projector and the console come to the same. `of` stays the same object until something of it changes.
 */
export function useLaidOut<S extends object, P>(
  of: S,
  contents: ReactNode,
  lay: (box: HTMLElement, of: S) => P,
): LaidOut<P> {
  const [last, setLast] = useState<{ readonly of: S; readonly laid: P } | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const laid = last?.of === of ? last.laid : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: how it is laid out is the same for all of a kind
  useLayoutEffect(() => {
    if (laid === null && box.current !== null) setLast({ of, laid: lay(box.current, of) });
  }, [laid, of]);
  if (laid !== null) return { laid, layout: null };
  const hidden = (
    <div ref={box} className={classes.layout} aria-hidden="true">
      {contents}
    </div>
  );
  return { laid, layout: createPortal(hidden, document.body) };
}
