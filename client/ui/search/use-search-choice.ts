import { useVirtualizedCombobox } from "@mantine/core";
import { useUncontrolled } from "@mantine/hooks";
import { type KeyboardEvent, useId, useMemo, useState } from "react";
import { isComposing } from "../forms/use-submit-key.ts";
import { type Choice, fittingChoices } from "./fitting-options.ts";
import { useReadings } from "./pinyin-match.ts";

export interface SearchChoiceOptions {
  /** In the order they are offered; keep the array stable. */
  readonly choices: readonly Choice[];
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  /** How many are listed at most. */
  readonly limit?: number;
  /** What is typed and not chosen, where it is kept outside. */
  readonly typed?: string;
  readonly onTyped?: (typed: string) => void;
  /** After a choice, also of what was chosen before. */
  readonly onChosen?: () => void;
  /** Enter where there is nothing to choose. */
  readonly onPass?: () => void;
}

/**
 * What is typed into a field to choose by, what of `choices` fits, which of them is marked, and what keys do with it. The
 * dictionary of pinyin comes once the field `isFocused`.
 */
export function useSearchChoice(options: SearchChoiceOptions, isFocused: boolean) {
  const { choices, value, onChange, limit, typed: outerTyped, onTyped, onChosen, onPass } = options;
  const [typed, setTyped] = useUncontrolled({
    ...(outerTyped !== undefined && { value: outerTyped }),
    ...(onTyped !== undefined && { onChange: onTyped }),
    defaultValue: "",
    finalValue: "",
  });
  /** Where the arrows have gone; -1 before. */
  const [reached, setReached] = useState(-1);
  const id = useId();
  const texts = useMemo(() => choices.map(({ label }) => label), [choices]);
  const { readings } = useReadings(texts, isFocused || typed !== "");
  const isTyped = typed.trim() !== "";
  const found = useMemo(() => fittingChoices(choices, typed, readings), [choices, typed, readings]);
  const listed = useMemo(() => found.slice(0, limit), [found, limit]);
  const chosen = choices.find((choice) => choice.value === value);
  /** The one that can only be meant. */
  const meant =
    found.find(({ label }) => label === typed.trim()) ?? (found.length === 1 ? found[0] : undefined);
  /** Nothing fits, and the dictionary of pinyin has been asked. */
  const isUnknown = found.length === 0 && (readings.size > 0 || choices.length === 0);
  const placeOf = (choice: Choice | undefined) => (choice === undefined ? -1 : listed.indexOf(choice));
  const first = isTyped && listed.length > 0 ? Math.max(0, placeOf(meant)) : -1;
  const marked = reached === -1 ? first : reached;
  const idOf = (index: number) => `${id}-choice-${index}`;
  const list = useVirtualizedCombobox({
    totalOptionsCount: listed.length,
    getOptionId: idOf,
    // Without a mark the arrows begin at what is chosen, and Enter leaves it so.
    selectedOptionIndex: marked === -1 ? placeOf(chosen) : marked,
    activeOptionIndex: Math.max(0, placeOf(chosen)),
    setSelectedOptionIndex: setReached,
    onSelectedOptionSubmit: (index) => pick(listed[index]),
    onDropdownClose: () => setReached(-1),
  });
  const isOpen = list.dropdownOpened;

  const choose = (choice: Choice) => {
    setTyped("");
    list.closeDropdown();
    if (choice.value !== value) onChange(choice.value);
  };
  const pick = (choice: Choice | undefined) => {
    if (choice === undefined) return false;
    choose(choice);
    onChosen?.();
    return true;
  };
  /** Chooses what is meant: in the open list what is marked there, else what only can be. */
  const take = () => pick(isOpen && marked !== -1 ? listed[marked] : isTyped ? meant : undefined);
  const write = (text: string) => {
    setTyped(text);
    setReached(-1);
    list.openDropdown();
    // A field that was emptied chooses nothing.
    if (text === "" && value !== null) onChange(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event)) return;
    if (event.key === "Tab" && isTyped) take();
    if (event.key !== "Enter") return;
    // In the open list Enter takes what is marked or was chosen, by itself.
    if (isOpen && list.getSelectedOptionIndex() !== -1) return;
    const isSubmit = event.ctrlKey || event.metaKey;
    if (isSubmit && (!isTyped || take())) return;
    if (!isSubmit && !isTyped && onPass === undefined) return;
    // Nothing is submitted but what the field shows.
    event.preventDefault();
    event.stopPropagation();
    if (isSubmit) {
      if (value !== null) onChange(null);
    } else if (!take() && (!isTyped || isUnknown)) onPass?.();
  };
  /** What is typed becomes a choice, stays to be seen, or was nothing; what the field does not show is not chosen. */
  const leave = () => {
    list.closeDropdown();
    if (!isTyped) setTyped("");
    else if (meant !== undefined) choose(meant);
    else if (value !== null) onChange(null);
  };
  const hasNone = isTyped && found.length === 0;
  return { id, idOf, list, listed, marked, typed, isTyped, hasNone, chosen, pick, write, onKeyDown, leave };
}
