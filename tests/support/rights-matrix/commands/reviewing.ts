import { moderators, staff } from "../parties.ts";
import type { CommandRows } from "../row.ts";

/** What staff do with a question. */
export const REVIEWING_ROWS = {
  "question.import": [
    {
      variant: "over a socket, by nobody",
      make: ({ plenary, newId }) => ({
        type: "question.import",
        roomId: plenary,
        questions: [{ questionId: newId(), text: "二审由谁负责" }],
      }),
      allowed: [],
    },
  ],
  "question.withdraw": [
    {
      variant: "a pending one",
      make: ({ pending }) => ({ type: "question.withdraw", questionIds: [pending] }),
      allowed: staff,
    },
  ],
  "question.approve": [
    {
      variant: "public",
      make: (stock) => ({ type: "question.approve", questionId: stock.public }),
      allowed: moderators,
    },
    {
      variant: "in the second group, which the leader leads",
      make: ({ approvable }) => ({ type: "question.approve", questionId: approvable }),
      allowed: [...moderators, "leader"],
    },
  ],
  "question.decline": [
    {
      variant: "routed",
      make: ({ routed }) => ({ type: "question.decline", questionId: routed, reason: "不属本次议题" }),
      allowed: moderators,
    },
    {
      variant: "in the second group, which the leader leads",
      make: ({ waiting }) => ({ type: "question.decline", questionId: waiting, reason: "不属本次议题" }),
      allowed: [...moderators, "leader"],
    },
  ],
  "question.hold": [
    {
      variant: "public",
      make: (stock) => ({ type: "question.hold", questionId: stock.public, on: true }),
      allowed: moderators,
    },
    {
      variant: "in the second group, which the leader leads",
      make: ({ waiting }) => ({ type: "question.hold", questionId: waiting, on: true }),
      allowed: [...moderators, "leader"],
    },
  ],
  "question.sweep": [
    {
      variant: "public",
      make: (stock) => ({ type: "question.sweep", questionId: stock.public, act: "hold" }),
      allowed: moderators,
    },
  ],
  "question.undo": [
    {
      variant: "a step that was never there",
      make: ({ pending }) => ({ type: "question.undo", questionId: pending, step: 999 }),
      allowed: moderators,
    },
    {
      variant: "a step that was never there, in the second group, which the leader leads",
      make: ({ waiting }) => ({ type: "question.undo", questionId: waiting, step: 999 }),
      allowed: [...moderators, "leader"],
    },
  ],
  "question.restore": [
    {
      variant: "pending",
      make: ({ pending }) => ({ type: "question.restore", questionId: pending }),
      allowed: moderators,
    },
    {
      variant: "in the second group, which the leader leads",
      make: ({ waiting }) => ({ type: "question.restore", questionId: waiting }),
      allowed: [...moderators, "leader"],
    },
  ],
  "question.edit": [
    {
      variant: "any",
      make: ({ pending }) => ({ type: "question.edit", questionId: pending, text: "改过的字" }),
      allowed: staff,
    },
  ],
  "question.remark": [
    {
      variant: "any",
      make: ({ pending }) => ({ type: "question.remark", questionId: pending, text: "会务备注" }),
      allowed: staff,
    },
  ],
  "question.label": [
    {
      variant: "no label",
      make: ({ pending }) => ({ type: "question.label", questionId: pending, topics: [] }),
      allowed: staff,
    },
  ],
  "question.disclose": [
    {
      variant: "as it is",
      make: ({ pending }) => ({ type: "question.disclose", questionId: pending, disclosure: "open" }),
      allowed: moderators,
    },
  ],
  "question.merge": [
    {
      variant: "into itself",
      make: ({ pending }) => ({
        type: "question.merge",
        intoId: pending,
        questionIds: [pending],
        text: "合并后的问题",
      }),
      allowed: moderators,
    },
  ],
  "question.lift": [
    {
      variant: "in the second group, down",
      make: ({ foreign }) => ({ type: "question.lift", questionId: foreign, on: false }),
      allowed: moderators,
    },
  ],
  "question.route": [
    {
      variant: "again",
      make: ({ routed }) => ({
        type: "question.route",
        questionId: routed,
        leadUnit: "市财政局",
        supportUnits: ["市商务局"],
      }),
      allowed: moderators,
    },
  ],
  "question.close": [
    {
      variant: "pending",
      make: ({ pending }) => ({ type: "question.close", questionId: pending, outcome: "resolved" }),
      allowed: moderators,
    },
  ],
} satisfies CommandRows;
