import { z } from "zod";
import { idSchema } from "../ids.ts";

export const notesCommands = {
  /** Takes somebody's right to write in a room's notes away, or gives it back. */
  "notes.hold": z.strictObject({
    type: z.literal("notes.hold"),
    roomId: idSchema,
    personId: idSchema,
    on: z.boolean(),
  }),
} as const;
