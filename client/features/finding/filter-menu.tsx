import { Button, NativeSelect, Popover, Stack } from "@mantine/core";
import type { Ref } from "react";
import { useMessages } from "../../ui/language.tsx";
import { type Choice, type ChoiceLists, NO_CHOICE, type QuestionFilter } from "./question-filter.ts";
import { useChoiceWord } from "./use-choice-word.ts";

interface Props {
  readonly button: Ref<HTMLButtonElement>;
  readonly filter: QuestionFilter;
  readonly onFilter: (filter: QuestionFilter) => void;
  /** What can be chosen here. */
  readonly offered: readonly Choice[];
  readonly choices: ChoiceLists;
}

/** 筛选: which questions to look at, each from a list of what there is. */
export function FilterMenu({ button, filter, onFilter, offered, choices }: Props) {
  const words = useMessages().finding;
  const wordOf = useChoiceWord();
  return (
    <Popover position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <Button ref={button} size="xs" variant="default">
          {words.filter}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.filter}>
        <Stack gap="xs" w={240}>
          {offered.map((choice) => (
            <NativeSelect
              key={choice}
              label={words.choice[choice]}
              value={filter[choice] ?? ""}
              onChange={(event) => onFilter({ ...filter, [choice]: event.currentTarget.value || null })}
              data={[
                { value: "", label: words.any },
                ...choices[choice].map((value) => ({ value, label: wordOf(choice, value) })),
              ]}
            />
          ))}
          <Button variant="default" onClick={() => onFilter({ ...filter, ...NO_CHOICE })}>
            {words.clear}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
