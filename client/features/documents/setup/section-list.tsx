import { ActionIcon, Checkbox } from "@mantine/core";
import { type KeyboardEvent, useState } from "react";
import type { OutlineSection } from "../../../../shared/documents/outline.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { useOrdering } from "../../../ui/ordering/use-ordering.ts";
import styles from "./setup-panel.module.css";

interface Props {
  readonly label: string;
  /** In the order that is shown. */
  readonly sections: readonly OutlineSection[];
  readonly hidden: readonly string[];
  readonly isReadOnly: boolean;
  readonly onToggle: (section: OutlineSection) => void;
  readonly onOrder: (keys: readonly string[]) => void;
}

/** Sections in their order, each shown or not; moved by dragging, by Alt with an arrow and by the buttons of a line. */
export function SectionList({ label, sections, hidden, isReadOnly, onToggle, onOrder }: Props) {
  const words = useAllMessages().documentSetup.sections;
  const [told, setTold] = useState("");
  const keys = sections.map(({ key }) => key);
  const ordering = useOrdering(keys, (key, moved, place) => {
    const section = sections.find((one) => one.key === key);
    if (section !== undefined) setTold(words.moved(section.title, place));
    onOrder(moved);
  });
  const onKeyDown = (event: KeyboardEvent<HTMLLIElement>, section: OutlineSection, at: number) => {
    if (isReadOnly) return;
    if (event.target === event.currentTarget && event.key === " ") {
      event.preventDefault();
      onToggle(section);
      return;
    }
    ordering.onKeyDown(event, section.key, at);
  };
  const arrow = (section: OutlineSection, at: number, act: "earlier" | "later") => {
    const isEarlier = act === "earlier";
    const isEnd = at === (isEarlier ? 0 : sections.length - 1);
    return (
      <ActionIcon
        variant="subtle"
        color="dark"
        size="sm"
        data-act={act}
        aria-disabled={isEnd}
        data-disabled={isEnd}
        title={words[act]}
        aria-label={isEarlier ? words.earlierOf(section.title) : words.laterOf(section.title)}
        onClick={() => ordering.move(section.key, isEarlier ? at - 1 : at + 1, act)}
      >
        {isEarlier ? "↑" : "↓"}
      </ActionIcon>
    );
  };
  return (
    <>
      <ol {...ordering.listProps} className={styles.list} aria-label={label}>
        {sections.map((section, at) => {
          const { key, title } = section;
          return (
            <li
              key={key}
              className={styles.line}
              {...ordering.lineProps(key, at, title)}
              tabIndex={isReadOnly ? undefined : 0}
              {...(!isReadOnly && { "aria-keyshortcuts": "Alt+ArrowUp Alt+ArrowDown Space" })}
              draggable={!isReadOnly}
              onKeyDown={(event) => onKeyDown(event, section, at)}
            >
              <Checkbox
                className={styles.check ?? ""}
                label={title}
                aria-label={words.show(title)}
                checked={!hidden.includes(key)}
                disabled={isReadOnly}
                onChange={() => onToggle(section)}
              />
              {!isReadOnly && sections.length > 1 && (
                <span className={styles.acts}>
                  {arrow(section, at, "earlier")}
                  {arrow(section, at, "later")}
                </span>
              )}
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
