import { useCallback } from "react";
import { useMessages } from "../../ui/language.tsx";
import type { Choice } from "./question-filter.ts";

/** What a value of a choice is called; units and labels are called what they are. */
export function useChoiceWord(): (choice: Choice, value: string) => string {
  const { question } = useMessages().common;
  return useCallback(
    (choice, value) => {
      const names: Readonly<Record<string, string>> =
        choice === "nature" ? question.nature : choice === "state" ? question.status : {};
      return wordOf(names, value);
    },
    [question],
  );
}

/** The word for `value`, else the value: a label may be `constructor`, which every object answers to. */
export function wordOf(names: Readonly<Record<string, string>>, value: string): string {
  return Object.hasOwn(names, value) ? (names[value] ?? value) : value;
}
