import { counties, staff } from "../parties.ts";
import type { CommandRows } from "../row.ts";

/** What the side that asks does with a question. */
export const ASKING_ROWS = {
  "question.ask": [
    {
      variant: "in the plenary",
      make: ({ plenary, newId }) => ask(plenary, newId()),
      allowed: [...staff, ...counties],
    },
    {
      variant: "in the first group",
      make: ({ first, newId }) => ask(first, newId()),
      allowed: [...staff, "asker", "neighbour"],
    },
    {
      variant: "in the second group",
      make: ({ second, newId }) => ask(second, newId()),
      allowed: [...staff, "leader", "stranger"],
    },
    {
      variant: "for somebody else",
      make: ({ plenary, asker, newId }) => ({ ...ask(plenary, newId()), askerId: asker }),
      allowed: staff,
    },
  ],
  "question.support": [
    {
      variant: "in the plenary",
      make: (stock) => ({ type: "question.support", questionId: stock.public, on: true }),
      allowed: counties,
    },
    {
      variant: "in the second group",
      make: ({ foreign }) => ({ type: "question.support", questionId: foreign, on: true }),
      allowed: ["leader", "stranger"],
    },
  ],
  "question.rate": [
    {
      variant: "asked by the asker",
      make: ({ answered }) => ({ type: "question.rate", questionId: answered, verdict: "settled" }),
      allowed: ["asker"],
    },
    {
      variant: "by a browser that does not follow it",
      make: ({ answered, newId }) => ({
        type: "question.rate",
        questionId: answered,
        verdict: "settled",
        followId: newId(),
      }),
      allowed: ["asker"],
    },
    {
      variant: "by somebody who names the asker as what the browser follows",
      make: ({ answered, asker }) => ({
        type: "question.rate",
        questionId: answered,
        verdict: "settled",
        followId: asker,
      }),
      allowed: ["asker"],
    },
  ],
} satisfies CommandRows;

function ask(roomId: string, questionId: string) {
  return { type: "question.ask", questionId, roomId, text: "二审由谁负责" } as const;
}
