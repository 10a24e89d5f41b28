import { Select, type SelectProps } from "@mantine/core";
import { useUncontrolled } from "@mantine/hooks";
import { type FormEvent, type KeyboardEvent, useMemo, useState } from "react";
import { isComposing } from "../forms/use-submit-key.ts";
import { fittingChoices, fittingOptions } from "./fitting-options.ts";
import { useReadings } from "./pinyin-match.ts";

export interface Choice {
  readonly value: string;
  readonly label: string;
}

type Passed =
  | "label"
  | "placeholder"
  | "description"
  | "clearable"
  | "openOnFocus"
  | "limit"
  | "mt"
  | "onFocus";

interface Props extends Pick<SelectProps, Passed> {
  /** In the order they are offered; keep the array stable. */
  readonly choices: readonly Choice[];
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  /** Said in the list where nothing fits. */
  readonly nothingFound: string;
  /** Said under the field where something is typed and nothing chosen. */
  readonly notChosen: string;
  /** A dialog that opens puts the focus here. */
  readonly autoFocus?: boolean;
  /** What is typed and not chosen, where it is kept outside. */
  readonly typed?: string;
  readonly onTyped?: (typed: string) => void;
  /** After a choice, also of what was chosen before. */
  readonly onChosen?: () => void;
  /** Enter where there is nothing to choose. */
  readonly onPass?: () => void;
}

/** One of many, found by characters or pinyin. Enter and Tab take the one that is marked; what fits none stays to be seen. */
export function SearchSelect(props: Props) {
  const { choices, value, onChange, nothingFound, notChosen, autoFocus, ...outer } = props;
  const { typed: outerTyped, onTyped, onChosen, onPass, onFocus, ...rest } = outer;
  const [typed, setTyped] = useUncontrolled({
    ...(outerTyped !== undefined && { value: outerTyped }),
    ...(onTyped !== undefined && { onChange: onTyped }),
    defaultValue: "",
    finalValue: "",
  });
  const [isFocused, setFocused] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const texts = useMemo(() => choices.map(({ label }) => label), [choices]);
  const { readings } = useReadings(texts, isFocused || typed !== "");
  const filter = useMemo(() => fittingOptions(readings, nothingFound), [readings, nothingFound]);
  const isTyped = typed.trim() !== "";
  const found = useMemo(() => fittingChoices(choices, typed, readings), [choices, typed, readings]);
  const chosen = choices.find((choice) => choice.value === value);
  /** The one that can only be meant. */
  const meant =
    found.find(({ label }) => label === typed.trim()) ?? (found.length === 1 ? found[0] : undefined);
  /** Nothing fits, and the dictionary of pinyin has been asked. */
  const isUnknown = found.length === 0 && (readings.size > 0 || choices.length === 0);
  const choose = (choice: Choice) => {
    setTyped("");
    setOpen(false);
    if (choice.value !== value) onChange(choice.value);
  };
  /** Chooses what is marked; where typing has just opened the list, its first. */
  const take = (field: HTMLInputElement): boolean => {
    const marked = markedOption(field);
    const first = isTyped ? (meant ?? (isOpen ? found[0] : undefined)) : undefined;
    if (marked !== null) marked.click();
    else if (first !== undefined) {
      choose(first);
      onChosen?.();
    }
    return marked !== null || first !== undefined;
  };

  const onInput = (event: FormEvent<HTMLInputElement>) => {
    const text = event.currentTarget.value;
    setTyped(text);
    // A field that was emptied chooses nothing.
    if (text === "" && value !== null) onChange(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event)) return;
    const field = event.currentTarget;
    const isSubmit = event.key === "Enter" && (event.ctrlKey || event.metaKey);
    if (event.key === "Tab" && isTyped) take(field);
    if (isSubmit && isTyped && !take(field)) {
      // Nothing is submitted but what the field shows.
      event.preventDefault();
      event.stopPropagation();
      if (value !== null) onChange(null);
    }
    if (event.key !== "Enter" || isSubmit) return;
    if (!isTyped && onPass === undefined && markedOption(field) === null) return;
    // Not left to the list, which marks nothing where typing has just opened it; and no form is sent with another
    // choice than the one to be read.
    event.preventDefault();
    event.stopPropagation();
    if (!take(field) && (!isTyped || isUnknown)) onPass?.();
  };
  const onBlur = () => {
    setFocused(false);
    if (!isTyped) setTyped("");
    else if (meant !== undefined) choose(meant);
    else if (value !== null) onChange(null);
  };
  return (
    <>
      <Select
        {...rest}
        // The name of a unit may be longer than its field.
        {...(chosen !== undefined && { title: chosen.label })}
        data={[...choices]}
        value={value}
        onChange={onChange}
        searchable
        selectFirstOptionOnChange
        dropdownOpened={isOpen}
        onDropdownOpen={() => setOpen(true)}
        onDropdownClose={() => setOpen(false)}
        filter={filter}
        searchValue={typed === "" ? (chosen?.label ?? "") : typed}
        error={isTyped && !isFocused && notChosen}
        data-autofocus={autoFocus || undefined}
        onInput={onInput}
        onKeyDownCapture={onKeyDown}
        onOptionSubmit={() => {
          setTyped("");
          onChosen?.();
        }}
        onFocus={(event) => {
          setFocused(true);
          onFocus?.(event);
        }}
        onBlur={onBlur}
      />
      <span className="visually-hidden" aria-live="polite">
        {isTyped && isFocused && found.length === 0 && nothingFound}
      </span>
    </>
  );
}

/** The option that Enter takes; null while the list is closed, or says that nothing fits. */
function markedOption(field: HTMLInputElement): HTMLElement | null {
  const list = document.getElementById(field.getAttribute("aria-controls") ?? "");
  return list?.querySelector<HTMLElement>("[data-combobox-selected]") ?? null;
}
