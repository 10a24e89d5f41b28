import { z } from "zod";
import { idSchema } from "../ids.ts";
import type { CommandSpec } from "./spec.ts";

export const notesCommands = {
  /** Takes somebody's right to write in a room's notes away, or gives it back. */
  "notes.hold": {
    schema: z.strictObject({
      type: z.literal("notes.hold"),
      roomId: idSchema,
      personId: idSchema,
      on: z.boolean(),
    }),
    by: "client",
    whenSealed: "refused",
    recorded: "actor",
    personal: [],
  },
} as const satisfies Record<string, CommandSpec>;
