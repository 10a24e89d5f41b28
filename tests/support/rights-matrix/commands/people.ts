import { moderators, organiser, staff } from "../parties.ts";
import type { CommandRows } from "../row.ts";

/** Who is in the session, and where. */
export const PEOPLE_ROWS = {
  "roster.import": [
    {
      variant: "over a socket, by nobody",
      make: ({ newId }) => ({
        type: "roster.import",
        people: [
          {
            personId: newId(),
            order: 1,
            name: "新人",
            unit: "市财政局",
            post: null,
            side: "municipal",
            duties: [],
            group: null,
            seat: null,
          },
        ],
      }),
      allowed: [],
    },
  ],
  "person.update": [
    {
      variant: "other person",
      make: ({ newId }) => ({ type: "person.update", personId: newId(), seat: "1排2座" }),
      allowed: organiser,
    },
  ],
  "person.excuse": [
    {
      variant: "other person",
      make: ({ newId }) => ({ type: "person.excuse", personId: newId(), on: true }),
      allowed: staff,
    },
  ],
  "person.leave": [
    {
      variant: "other person",
      make: ({ newId }) => ({ type: "person.leave", personId: newId(), on: true }),
      allowed: staff,
    },
  ],
  "person.restore": [
    {
      variant: "other person",
      make: ({ newId }) => ({ type: "person.restore", personId: newId() }),
      allowed: organiser,
    },
  ],
  "person.arrive": [
    {
      variant: "over a socket, by nobody",
      make: ({ asker }) => ({ type: "person.arrive", personId: asker }),
      allowed: [],
    },
  ],
  "person.move": [
    {
      variant: "own or other person",
      make: ({ scapegoat, second }) => ({ type: "person.move", personId: scapegoat, roomId: second }),
      allowed: moderators,
    },
  ],
  "person.remove": [
    {
      variant: "other person",
      make: ({ newId }) => ({ type: "person.remove", personId: newId() }),
      allowed: organiser,
    },
  ],
} satisfies CommandRows;
