import type { ComboboxItem, ComboboxParsedItem } from "@mantine/core";
import { fits, normaliseTyped, type Readings } from "./pinyin-match.ts";

/** One of those a field offers. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

type TextsRead = ReadonlyMap<string, Readings>;

/** Those of `choices` that fit what is typed, by their characters or by pinyin. */
export function fittingChoices<C extends { readonly label: string }>(
  choices: readonly C[],
  typed: string,
  readings: TextsRead,
): C[] {
  const normalised = normaliseTyped(typed);
  return choices.filter(({ label }) => fits(normalised, label, readings.get(label)));
}

/** The filter of a list one types into. Where nothing fits, the list says so in an option: an empty list may not be. */
export function fittingOptions(readings: TextsRead, nothingFound: string) {
  return ({ options, search }: { options: ComboboxParsedItem[]; search: string }): ComboboxItem[] => {
    const items = options.filter((option): option is ComboboxItem => "value" in option);
    const fitting = fittingChoices(items, search, readings);
    return fitting.length > 0 ? fitting : [{ value: "", label: nothingFound, disabled: true }];
  };
}
