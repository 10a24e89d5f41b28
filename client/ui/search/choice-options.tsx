import { CheckIcon, Combobox } from "@mantine/core";
import { useEffect } from "react";
import styles from "./choice-list.module.css";
import type { Choice } from "./fitting-options.ts";

interface Props {
  readonly choices: readonly Choice[];
  /** What is chosen already. */
  readonly value: string | null;
  /** Which of them Enter takes; -1 for none. */
  readonly marked: number;
  readonly idOf: (index: number) => string;
  readonly labelId: string;
  /** Said where there is none. */
  readonly nothingFound: string;
}

/** The list under a field to search in. */
export function ChoiceOptions({ choices, value, marked, idOf, labelId, nothingFound }: Props) {
  const markedId = marked === -1 ? null : idOf(marked);
  useEffect(() => {
    if (markedId !== null) document.getElementById(markedId)?.scrollIntoView({ block: "nearest" });
  }, [markedId]);
  return (
    <Combobox.Dropdown data-composed className={styles.dropdown ?? ""}>
      <Combobox.Options labelledBy={labelId} className={styles.options ?? ""}>
        {choices.map((choice, index) => {
          const isChosen = choice.value === value;
          return (
            <Combobox.Option
              key={choice.value}
              id={idOf(index)}
              value={choice.value}
              active={isChosen}
              selected={index === marked}
              aria-selected={isChosen}
              className={Combobox.Option.classes.optionsDropdownOption ?? ""}
            >
              {isChosen && <CheckIcon className={Combobox.Option.classes.optionsDropdownCheckIcon ?? ""} />}
              <span>{choice.label}</span>
            </Combobox.Option>
          );
        })}
        {/* An empty list may not be. */}
        {choices.length === 0 && (
          <Combobox.Option value="" disabled aria-selected={false}>
            <span>{nothingFound}</span>
          </Combobox.Option>
        )}
      </Combobox.Options>
    </Combobox.Dropdown>
  );
}
