import { NO_RULES } from "../../../../shared/domain/rounds/rules.ts";
import { answering, counties, moderators } from "../parties.ts";
import type { CommandRows } from "../row.ts";

/** Groups in rounds. */
export const ROUND_ROWS = {
  "round.plan": [
    {
      variant: "any",
      make: ({ newId }) => ({
        type: "round.plan",
        roundId: newId(),
        name: "第一轮",
        groups: [],
        rules: NO_RULES,
        seed: 1,
      }),
      allowed: moderators,
    },
  ],
  "round.seat": [
    {
      variant: "own or other person",
      make: ({ newId, scapegoat, second }) => ({
        type: "round.seat",
        roundId: newId(),
        personId: scapegoat,
        roomId: second,
        locked: false,
      }),
      allowed: moderators,
    },
  ],
  "round.appoint": [
    {
      variant: "own or other person",
      make: ({ newId, scapegoat, second }) => ({
        type: "round.appoint",
        roundId: newId(),
        roomId: second,
        as: "leader",
        personId: scapegoat,
      }),
      allowed: moderators,
    },
  ],
  "round.describe": [
    {
      variant: "any",
      make: ({ newId, second }) => ({
        type: "round.describe",
        roundId: newId(),
        roomId: second,
        name: "第二组",
        max: 8,
      }),
      allowed: moderators,
    },
  ],
  "round.offer": [
    {
      variant: "any",
      make: ({ newId }) => ({ type: "round.offer", roundId: newId(), on: true }),
      allowed: moderators,
    },
  ],
  "round.choose": [
    {
      variant: "by whom a round seats of itself",
      make: ({ newId, second }) => ({ type: "round.choose", roundId: newId(), roomId: second }),
      allowed: [...counties, ...answering, "observer"],
    },
  ],
  "round.rename": [
    {
      variant: "any",
      make: ({ newId }) => ({ type: "round.rename", roundId: newId(), name: "第二轮" }),
      allowed: moderators,
    },
  ],
  "round.remove": [
    {
      variant: "any",
      make: ({ newId }) => ({ type: "round.remove", roundId: newId() }),
      allowed: moderators,
    },
  ],
  "round.restore": [
    {
      variant: "any",
      make: ({ newId }) => ({ type: "round.restore", roundId: newId() }),
      allowed: moderators,
    },
  ],
  "round.start": [
    {
      variant: "any",
      make: ({ newId }) => ({ type: "round.start", roundId: newId() }),
      allowed: moderators,
    },
  ],
  "round.recall": [
    {
      variant: "any",
      make: ({ newId }) => ({ type: "round.recall", roundId: newId() }),
      allowed: moderators,
    },
  ],
} satisfies CommandRows;
