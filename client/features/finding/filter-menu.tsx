import { Button, NativeSelect, Popover, Stack } from "@mantine/core";
import type { Ref } from "react";
import type { QuestionView } from "../../../shared/domain/questions/views.ts";
import { useMessages } from "../../ui/language.tsx";
import { useUnitOrder } from "../questions/use-unit-order.ts";
import { inOrder } from "./choice-order.ts";
import { type Choice, countsOf, NO_CHOICE, type QuestionFilter } from "./question-filter.ts";
import { useChoiceWord } from "./use-choice-word.ts";

interface Props {
  /** What there is to choose among. */
  readonly questions: readonly QuestionView[];
  readonly filter: QuestionFilter;
  readonly onFilter: (filter: QuestionFilter) => void;
  /** What can be chosen here. */
  readonly offered: readonly Choice[];
}

/** 筛选: which questions to look at, each from a list of what there is. */
export function FilterMenu({ button, ...rest }: Props & { readonly button: Ref<HTMLButtonElement> }) {
  const words = useMessages().finding;
  return (
    <Popover position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <Button ref={button} size="xs" variant="default">
          {words.filter}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.filter}>
        <Choices {...rest} />
      </Popover.Dropdown>
    </Popover>
  );
}

/** Counted only while it is open. */
function Choices({ questions, filter, onFilter, offered }: Props) {
  const words = useMessages().finding;
  const wordOf = useChoiceWord();
  const units = useUnitOrder();
  return (
    <Stack gap="xs" w={260}>
      {offered.map((choice) => {
        const counts = countsOf(choice, questions, filter);
        const chosen = filter[choice];
        const values = new Set(chosen === null ? counts.keys() : [chosen, ...counts.keys()]);
        return (
          <NativeSelect
            key={choice}
            label={words.choice[choice]}
            value={chosen ?? ""}
            onChange={(event) => onFilter({ ...filter, [choice]: event.currentTarget.value || null })}
            data={[
              { value: "", label: words.any },
              ...inOrder(choice, [...values], units).map((value) => ({
                value,
                label: words.counted(wordOf(choice, value), counts.get(value) ?? 0),
              })),
            ]}
          />
        );
      })}
      <Button variant="default" onClick={() => onFilter({ ...filter, ...NO_CHOICE })}>
        {words.clear}
      </Button>
    </Stack>
  );
}
