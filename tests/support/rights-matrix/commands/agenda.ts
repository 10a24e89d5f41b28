import { moderators } from "../parties.ts";
import type { CommandRows } from "../row.ts";

/** The agenda is prepared and gone through by moderators. */
export const AGENDA_ROWS = {
  "agenda.add": [
    {
      variant: "any",
      make: ({ newId }) => ({
        type: "agenda.add",
        itemId: newId(),
        title: "提问解惑",
        itemKind: "questions",
        plannedMs: 1_800_000,
        roomSet: { kind: "plenary" },
        ledBy: "主持人",
      }),
      allowed: moderators,
    },
  ],
  "agenda.update": [
    {
      variant: "any",
      make: ({ newId }) => ({ type: "agenda.update", itemId: newId(), title: "经验分享" }),
      allowed: moderators,
    },
  ],
  "agenda.order": [
    { variant: "any", make: () => ({ type: "agenda.order", itemIds: [] }), allowed: moderators },
  ],
  "agenda.remove": [
    {
      variant: "any",
      make: ({ newId }) => ({ type: "agenda.remove", itemId: newId() }),
      allowed: moderators,
    },
  ],
  "agenda.restore": [
    {
      variant: "any",
      make: ({ newId }) => ({ type: "agenda.restore", itemId: newId() }),
      allowed: moderators,
    },
  ],
  "agenda.advance": [
    {
      variant: "any",
      make: ({ newId }) => ({ type: "agenda.advance", fromItemId: null, toItemId: newId() }),
      allowed: moderators,
    },
  ],
  "agenda.back": [
    { variant: "nothing yet", make: () => ({ type: "agenda.back", fromItemId: null }), allowed: moderators },
  ],
} satisfies CommandRows;
