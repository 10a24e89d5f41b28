import { useMessages } from "../../ui/language.tsx";
import styles from "./finder.module.css";
import type { Choice, QuestionFilter } from "./question-filter.ts";
import { useChoiceWord } from "./use-choice-word.ts";

interface Props {
  readonly filter: QuestionFilter;
  readonly onFilter: (filter: QuestionFilter) => void;
  readonly offered: readonly Choice[];
}

/** What is chosen, in plain sight, so that nobody wonders where the other questions are; a press takes it away. */
export function ChosenFilters({ filter, onFilter, offered }: Props) {
  const words = useMessages().finding;
  const wordOf = useChoiceWord();
  return offered.map((choice) => {
    const value = filter[choice];
    if (value === null) return null;
    const name = wordOf(choice, value);
    return (
      <button
        key={choice}
        type="button"
        className={styles.chosen}
        aria-label={words.remove(words.choice[choice], name)}
        onClick={() => onFilter({ ...filter, [choice]: null })}
      >
        {name} <span aria-hidden>×</span>
      </button>
    );
  });
}
