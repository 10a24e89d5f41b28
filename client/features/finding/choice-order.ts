import { natureSchema } from "../../../shared/protocol/commands/questions.ts";
import type { QuestionState } from "../questions/question-state.ts";
import type { UnitOrder } from "../questions/use-unit-order.ts";
import type { Choice } from "./question-filter.ts";

/** In the order a question goes through them; without those that stand in no list. A new one is missed by the compiler. */
const STATE_RANKS: Readonly<
  Record<Exclude<QuestionState, "declined" | "merged" | "unsent" | "refused">, number>
> = {
  pending: 0,
  public: 1,
  routed: 2,
  accepted: 3,
  answered: 4,
  resolved: 5,
  "follow-up": 6,
};

/** The values of a choice in the order they are offered: units as on the roster, states as they come. */
export function inOrder(choice: Choice, values: readonly string[], units: UnitOrder): readonly string[] {
  switch (choice) {
    case "askerUnit":
    case "unit":
      return [...values].sort(units);
    case "topic":
      return [...values].sort((one, other) => one.localeCompare(other, "zh-CN"));
    case "nature":
      return natureSchema.options.filter((nature) => values.includes(nature));
    case "state":
      return values
        .filter((state) => Object.hasOwn(STATE_RANKS, state))
        .sort((one, other) => rankOf(one) - rankOf(other));
  }
}

function rankOf(state: string): number {
  return STATE_RANKS[state as keyof typeof STATE_RANKS];
}
