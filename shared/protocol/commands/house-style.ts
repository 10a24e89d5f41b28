import { z } from "zod";
import { houseStyleChangesSchema } from "../house-style/house-style-changes.ts";
import type { CommandSpec } from "./spec.ts";

export const houseStyleCommands = {
  /** What differs from the default in how this session's documents look, all of it; null: nothing. */
  "document.style": {
    schema: z.strictObject({
      type: z.literal("document.style"),
      style: houseStyleChangesSchema.nullable(),
    }),
    by: "client",
    // Documents are made after the evening as well.
    whenSealed: "taken",
    recorded: "actor",
    personal: [],
  },
} as const satisfies Record<string, CommandSpec>;
