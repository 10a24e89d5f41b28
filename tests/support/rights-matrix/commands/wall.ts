import { answering, counties, moderators } from "../parties.ts";
import type { CommandRows } from "../row.ts";

/** Calling staff to a room, and what staff say to rooms. */
export const WALL_ROWS = {
  "help.call": [
    {
      variant: "from the plenary, where everybody is",
      make: ({ plenary }) => ({ type: "help.call", roomId: plenary }),
      allowed: [...counties, ...answering, "moderator", "recorder", "helper"],
    },
    {
      variant: "from the first group",
      make: ({ first }) => ({ type: "help.call", roomId: first, text: "投影黑屏" }),
      allowed: ["asker", "neighbour", "finance", "commerce"],
    },
  ],
  "help.answer": [
    {
      variant: "a room that has not called",
      make: ({ second }) => ({ type: "help.answer", roomId: second }),
      allowed: moderators,
    },
  ],
  "help.restore": [
    {
      variant: "a room that has not called",
      make: ({ second }) => ({ type: "help.restore", roomId: second, calledAt: 1 }),
      allowed: moderators,
    },
  ],
  "notice.send": [
    {
      variant: "to everybody",
      make: () => ({ type: "notice.send", roomId: null, text: "五分钟后回到大会" }),
      allowed: moderators,
    },
    {
      variant: "to a room",
      make: ({ first }) => ({ type: "notice.send", roomId: first, text: "请推选发言人" }),
      allowed: moderators,
    },
  ],
  "notice.withdraw": [
    {
      variant: "from everybody",
      make: () => ({ type: "notice.withdraw", roomId: null }),
      allowed: moderators,
    },
  ],
} satisfies CommandRows;
