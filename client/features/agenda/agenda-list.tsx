import { type KeyboardEvent, useState } from "react";
import { useOrdering } from "../../ui/ordering/use-ordering.ts";
import styles from "./agenda.module.css";
import { AgendaRow } from "./agenda-row.tsx";
import type { Agenda, AgendaItem } from "./agenda-state.ts";
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
  /** Several may be open: what is typed into one stays when another is begun. */
  const [editing, setEditing] = useState<ReadonlySet<string>>(new Set());
  const [told, setTold] = useState("");
  const ids = items.map(({ itemId }) => itemId);
  const ordering = useOrdering(ids, (id, moved, place) => {
    const item = items.find(({ itemId }) => itemId === id);
    if (item === undefined) return;
    setTold(words.moved(item.title, place));
    acts.order(item, moved, ids);
  });
  const edit = (itemId: string) => setEditing((before) => new Set(before).add(itemId));
  const close = (itemId: string) => {
    ordering.hold(itemId, "edit");
    setEditing((before) => new Set([...before].filter((one) => one !== itemId)));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLLIElement>, item: AgendaItem, at: number) => {
    if (isReadOnly) return;
    if (event.target === event.currentTarget && event.key === "Enter") {
      event.preventDefault();
      edit(item.itemId);
      return;
    }
    ordering.onKeyDown(event, item.itemId, at);
  };
  return (
    <>
      <ol {...ordering.listProps} className={styles.list} aria-label={words.list}>
        {items.map((item, at) => {
          const { itemId } = item;
          const isCurrent = itemId === current?.itemId;
          if (editing.has(itemId) && !isReadOnly) {
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
              {...ordering.lineProps(itemId, at, item.title)}
              data-current={isCurrent || undefined}
              tabIndex={isReadOnly ? undefined : 0}
              {...(!isReadOnly && { "aria-keyshortcuts": "Alt+ArrowUp Alt+ArrowDown Enter" })}
              draggable={!isReadOnly}
              onKeyDown={(event) => onKeyDown(event, item, at)}
            >
              <AgendaRow
                item={item}
                at={at}
                count={items.length}
                isCurrent={isCurrent}
                {...(!isReadOnly && {
                  acts: {
                    edit: () => edit(itemId),
                    move: (place, act) => ordering.move(itemId, place, act),
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
