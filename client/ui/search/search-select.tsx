import { Combobox, InputBase, type InputBaseProps, InputClearSection } from "@mantine/core";
import { type FocusEvent, useState } from "react";
import { ChoiceOptions } from "./choice-options.tsx";
import { type SearchChoiceOptions, useSearchChoice } from "./use-search-choice.ts";

interface Props extends SearchChoiceOptions, Pick<InputBaseProps, "label" | "description" | "mt"> {
  readonly placeholder?: string;
  readonly clearable?: boolean;
  readonly openOnFocus?: boolean;
  /** Said in the list where nothing fits. */
  readonly nothingFound: string;
  /** Said under the field where something is typed and nothing chosen. */
  readonly notChosen: string;
  /** A dialog that opens puts the focus here. */
  readonly autoFocus?: boolean;
  readonly onFocus?: (event: FocusEvent<HTMLInputElement>) => void;
}

/** One of many, found by characters or pinyin. Enter and Tab take the one that is marked; what fits none stays to be seen. */
export function SearchSelect(props: Props) {
  const { choices, value, onChange, limit, typed, onTyped, onChosen, onPass, ...rest } = props;
  const { clearable, openOnFocus = true, nothingFound, notChosen, autoFocus, onFocus, ...field } = rest;
  const [isFocused, setFocused] = useState(false);
  const choice = useSearchChoice(props, isFocused);
  const { id, idOf, list, marked, chosen } = choice;
  return (
    <>
      <Combobox
        store={list}
        size="sm"
        onOptionSubmit={(submitted) => choice.pick(choices.find((one) => one.value === submitted))}
      >
        <Combobox.Target
          withExpandedAttribute
          // Also of what is marked without an arrow.
          aria-activedescendant={list.dropdownOpened && marked !== -1 ? idOf(marked) : undefined}
        >
          <InputBase
            {...field}
            id={id}
            size="sm"
            // The name of a unit may be longer than its field.
            {...(chosen !== undefined && { title: chosen.label })}
            value={choice.typed === "" ? (chosen?.label ?? "") : choice.typed}
            error={choice.isTyped && !isFocused && notChosen}
            data-autofocus={autoFocus || undefined}
            rightSection={
              <InputClearSection
                size="sm"
                rightSection={undefined}
                __clearSectionMode="both"
                __clearable={clearable === true && value !== null}
                __clearSection={<Combobox.ClearButton onClear={() => onChange(null)} />}
                __defaultRightSection={<Combobox.Chevron size="sm" />}
              />
            }
            rightSectionPointerEvents="none"
            onChange={(event) => choice.write(event.currentTarget.value)}
            onKeyDown={choice.onKeyDown}
            onClick={() => list.openDropdown()}
            onFocus={(event) => {
              setFocused(true);
              if (openOnFocus) list.openDropdown();
              onFocus?.(event);
            }}
            onBlur={() => {
              setFocused(false);
              choice.leave();
            }}
          />
        </Combobox.Target>
        <ChoiceOptions
          choices={choice.listed}
          value={value}
          marked={marked}
          idOf={idOf}
          labelId={`${id}-label`}
          nothingFound={nothingFound}
        />
      </Combobox>
      <span className="visually-hidden" aria-live="polite">
        {choice.hasNone && isFocused && nothingFound}
      </span>
    </>
  );
}
