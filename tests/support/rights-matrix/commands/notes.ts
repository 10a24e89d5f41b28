import { staff } from "../parties.ts";
import type { CommandRows } from "../row.ts";

/** The right to write in a room's notes. */
export const NOTES_ROWS = {
  "notes.hold": [
    {
      variant: "somebody who is not of the staff",
      make: ({ first, asker }) => ({ type: "notes.hold", roomId: first, personId: asker, on: false }),
      allowed: staff,
    },
    {
      variant: "somebody of the staff",
      make: ({ first, recorder }) => ({ type: "notes.hold", roomId: first, personId: recorder, on: true }),
      allowed: [],
    },
  ],
} satisfies CommandRows;
