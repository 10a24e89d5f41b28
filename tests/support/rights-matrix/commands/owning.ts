import { moderators, staff } from "../parties.ts";
import type { CommandRows } from "../row.ts";

/** What units do with a question that is theirs. */
export const OWNING_ROWS = {
  "question.accept": [
    {
      variant: "led by 市财政局",
      make: ({ routed }) => ({ type: "question.accept", questionId: routed }),
      allowed: ["finance", "financeToo"],
    },
    {
      variant: "led by a county",
      make: ({ mutual }) => ({ type: "question.accept", questionId: mutual }),
      allowed: ["stranger"],
    },
    {
      variant: "routed to nobody",
      make: (stock) => ({ type: "question.accept", questionId: stock.public }),
      allowed: [],
    },
  ],
  "question.handOn": [
    {
      variant: "led by 市财政局, to a unit nobody is in",
      make: ({ routed }) => ({
        type: "question.handOn",
        questionId: routed,
        toUnit: "市气象局",
        reason: "不属我局职责",
      }),
      allowed: ["finance", "financeToo"],
    },
  ],
  "question.keep": [
    {
      variant: "led by 市财政局",
      make: ({ routed }) => ({ type: "question.keep", questionId: routed }),
      allowed: [...moderators, "finance", "financeToo"],
    },
  ],
  "question.promise": [
    {
      variant: "led by 市财政局, for yesterday",
      make: ({ routed }) => ({ type: "question.promise", questionId: routed, dueAt: 1 }),
      allowed: ["finance", "financeToo"],
    },
  ],
  "answer.post": [
    {
      variant: "routed to one's own unit as lead or support",
      make: ({ routed, newId }) => answer(routed, newId()),
      allowed: [...staff, "finance", "financeToo", "commerce"],
    },
    {
      variant: "led by a county, supported by experts",
      make: ({ mutual, newId }) => answer(mutual, newId()),
      allowed: [...staff, "stranger", "expert"],
    },
    {
      variant: "in another unit's name",
      make: ({ routed, newId }) => ({ ...answer(routed, newId()), unit: "市商务局" }),
      allowed: [...staff, "commerce"],
    },
    {
      variant: "routed to nobody",
      make: (stock) => answer(stock.public, stock.newId()),
      allowed: staff,
    },
    {
      variant: "said aloud in the leader's room, by a unit nobody is in",
      make: ({ foreign, newId }) => ({
        ...answer(foreign, newId()),
        manner: "oral",
        unit: "市气象局",
      }),
      allowed: [...staff, "leader"],
    },
    {
      variant: "said aloud elsewhere, by a unit nobody is in",
      make: (stock) => ({ ...answer(stock.public, stock.newId()), manner: "oral", unit: "市气象局" }),
      allowed: staff,
    },
  ],
  "answer.edit": [
    {
      variant: "of 市财政局",
      make: ({ financeAnswer }) => ({ type: "answer.edit", answerId: financeAnswer, text: "二审由省里负责" }),
      allowed: [...staff, "finance", "financeToo"],
    },
  ],
  "answer.hold": [
    {
      variant: "let out",
      make: ({ financeAnswer }) => ({ type: "answer.hold", answerId: financeAnswer, on: false }),
      allowed: moderators,
    },
  ],
} satisfies CommandRows;

function answer(questionId: string, answerId: string) {
  return { type: "answer.post", answerId, questionId, text: "由省里负责", manner: "written" } as const;
}
