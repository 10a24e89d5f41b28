import { type DragEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import { movedTo } from "./moved-to.ts";

/**
 * A list whose order is changed by dragging, by Alt with an arrow on a line, and by buttons in a line that carry `data-act`. The
 * line, or the button in it, keeps the focus wherever the line goes; arrows alone go from line to line.
 */
export function useOrdering(
  /** In the order that is shown. */
  ids: readonly string[],
  /** One was put to a place, from 1; all ids as they are to be. */
  onMoved: (id: string, ids: readonly string[], place: number) => void,
) {
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const held = useRef<{ readonly id: string; readonly act: string } | null>(null);
  useLayoutEffect(() => {
    if (held.current === null) return;
    const { id, act } = held.current;
    const line = list.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(id)}"]`);
    const wanted = act === "" ? line : line?.querySelector<HTMLElement>(`[data-act="${act}"]`);
    if (wanted != null && document.activeElement !== wanted) wanted.focus();
  });
  /** Whether a line, or with `act` the button in it, has the focus from now on. */
  const hold = (id: string, act: string) => {
    held.current = { id, act };
  };
  const move = (id: string, place: number, act: string) => {
    const moved = movedTo(ids, id, place);
    if (moved === null) return;
    hold(id, act);
    onMoved(id, moved, moved.indexOf(id) + 1);
  };
  const letGo = () => {
    setDragged(null);
    setOver(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLLIElement>, id: string, at: number) => {
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    const step = event.key === "ArrowUp" ? -1 : 1;
    if (event.altKey) {
      event.preventDefault();
      move(id, at + step, event.target === event.currentTarget ? "" : actOf(event.target));
    } else if (event.target === event.currentTarget) {
      event.preventDefault();
      const { previousElementSibling, nextElementSibling } = event.currentTarget;
      const beside = step === 1 ? nextElementSibling : previousElementSibling;
      if (beside instanceof HTMLElement) beside.focus();
    }
  };
  return {
    hold,
    move,
    onKeyDown,
    listProps: {
      ref: list,
      onBlur: ({ relatedTarget }: { readonly relatedTarget: EventTarget | null }) => {
        // Not when a line is put elsewhere, which blurs it without a next one.
        if (relatedTarget !== null) held.current = null;
      },
      onPointerDown: () => {
        held.current = null;
      },
    },
    /** Of a line, called `name` where it is dragged to another window. */
    lineProps: (id: string, at: number, name: string) => ({
      "data-line": id,
      "data-over": (over === at && dragged !== null) || undefined,
      onDragStart: (event: DragEvent) => {
        setDragged(id);
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", name);
      },
      onDragOver: (event: DragEvent) => {
        if (dragged === null) return;
        event.preventDefault();
        setOver(at);
      },
      onDrop: (event: DragEvent) => {
        event.preventDefault();
        if (dragged !== null) move(dragged, at, "");
        letGo();
      },
      onDragEnd: letGo,
    }),
  };
}

/** The button in a line that keys were pressed on. */
function actOf(target: EventTarget): string {
  return target instanceof HTMLElement ? (target.closest<HTMLElement>("[data-act]")?.dataset.act ?? "") : "";
}
