import { type DragEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import styles from "./agenda.module.css";
import { AgendaRow } from "./agenda-row.tsx";
import { type Agenda, type AgendaItem, movedItem } from "./agenda-state.ts";
import { ItemForm } from "./item-form.tsx";
import type { AgendaActs } from "./use-agenda-acts.ts";
import { useAgendaWords } from "./use-agenda-words.ts";

interface Props {
  readonly agenda: Agenda;
  readonly acts: AgendaActs;
  readonly isReadOnly: boolean;
}

/** The items in their order, which is changed by dragging, by Alt with an arrow on a line, and by the buttons of a line. */
export function AgendaList({ agenda, acts, isReadOnly }: Props) {
  const words = useAgendaWords();
  const { items, current } = agenda;
  const list = useRef<HTMLOListElement>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const [told, setTold] = useState("");
  /** The line, or the button in it, that keeps the focus wherever the line goes. */
  const held = useRef<{ readonly itemId: string; readonly act: string } | null>(null);
  useLayoutEffect(() => {
    if (held.current === null) return;
    const { itemId, act } = held.current;
    const line = list.current?.querySelector<HTMLElement>(`[data-item="${itemId}"]`);
    const wanted = act === "" ? line : line?.querySelector<HTMLElement>(`[data-act="${act}"]`);
    if (wanted != null && document.activeElement !== wanted) wanted.focus();
  });
  const move = (item: AgendaItem, place: number, act: string) => {
    const ids = movedItem(items, item.itemId, place);
    if (ids === null) return;
    held.current = { itemId: item.itemId, act };
    setTold(words.moved(item.title, ids.indexOf(item.itemId) + 1));
    acts.order(
      item,
      ids,
      items.map(({ itemId }) => itemId),
    );
  };
  const close = (itemId: string) => {
    held.current = { itemId, act: "edit" };
    setEditing(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLLIElement>, item: AgendaItem, at: number) => {
    if (isReadOnly) return;
    if (event.target === event.currentTarget && event.key === "Enter") {
      event.preventDefault();
      setEditing(item.itemId);
      return;
    }
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    const step = event.key === "ArrowUp" ? -1 : 1;
    if (event.altKey) {
      event.preventDefault();
      move(item, at + step, event.target === event.currentTarget ? "" : actOf(event.target));
    } else if (event.target === event.currentTarget) {
      event.preventDefault();
      const { previousElementSibling, nextElementSibling } = event.currentTarget;
      const beside = step === 1 ? nextElementSibling : previousElementSibling;
      if (beside instanceof HTMLElement) beside.focus();
    }
  };
  const letGo = () => {
    setDragged(null);
    setOver(null);
  };
  const onDrop = (event: DragEvent, place: number) => {
    event.preventDefault();
    const item = items.find(({ itemId }) => itemId === dragged);
    if (item !== undefined) move(item, place, "");
    letGo();
  };
  return (
    <>
      <ol
        ref={list}
        className={styles.list}
        aria-label={words.list}
        onBlur={(event) => {
          // Not when a line is put elsewhere, which blurs it without a next one.
          if (event.relatedTarget !== null) held.current = null;
        }}
        onPointerDown={() => {
          held.current = null;
        }}
      >
        {items.map((item, at) => {
          const { itemId } = item;
          const isCurrent = itemId === current?.itemId;
          if (itemId === editing && !isReadOnly) {
            return (
              <li key={itemId} className={styles.editing}>
                <ItemForm
                  item={item}
                  onSubmit={(said, before) => acts.update(before ?? item, said)}
                  onClose={() => close(itemId)}
                />
              </li>
            );
          }
          return (
            <li
              key={itemId}
              className={styles.line}
              data-item={itemId}
              data-current={isCurrent || undefined}
              data-over={(over === at && dragged !== null) || undefined}
              tabIndex={isReadOnly ? undefined : 0}
              {...(!isReadOnly && { "aria-keyshortcuts": "Alt+ArrowUp Alt+ArrowDown Enter" })}
              draggable={!isReadOnly}
              onKeyDown={(event) => onKeyDown(event, item, at)}
              onDragStart={(event) => {
                setDragged(itemId);
                event.dataTransfer.effectAllowed = "move";
                event.dataTransfer.setData("text/plain", item.title);
              }}
              onDragOver={(event) => {
                if (dragged === null) return;
                event.preventDefault();
                setOver(at);
              }}
              onDrop={(event) => onDrop(event, at)}
              onDragEnd={letGo}
            >
              <AgendaRow
                item={item}
                at={at}
                count={items.length}
                isCurrent={isCurrent}
                {...(!isReadOnly && {
                  acts: {
                    edit: () => setEditing(itemId),
                    move: (place, act) => move(item, place, act),
                    remove: () => acts.remove(item),
                  },
                })}
              />
            </li>
          );
        })}
      </ol>
      <p className="visually-hidden" role="status">
        {told}
      </p>
    </>
  );
}

/** The button in a line that keys were pressed on. */
function actOf(target: EventTarget): string {
  return target instanceof HTMLElement ? (target.closest<HTMLElement>("[data-act]")?.dataset.act ?? "") : "";
}
