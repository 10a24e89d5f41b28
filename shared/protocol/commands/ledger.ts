import { z } from "zod";
import { idSchema } from "../ids.ts";
import { LIMITS } from "../limits.ts";
import { followupCommands } from "./followups.ts";
import type { CommandSpec } from "./spec.ts";

const stepSchema = z.discriminatedUnion("type", [
  followupCommands["followup.update"].schema,
  followupCommands["followup.progress"].schema,
  followupCommands["followup.finish"].schema,
  followupCommands["followup.clear"].schema,
  followupCommands["followup.reopen"].schema,
]);
export type LedgerStep = z.infer<typeof stepSchema>;

/** 台账回填. */
export const ledgerCommands = {
  /** What a returned file says of many rows, in one act: all of it or nothing. Each step is judged as if it were given by itself. */
  "ledger.import": {
    schema: z.strictObject({
      type: z.literal("ledger.import"),
      importId: idSchema,
      rows: z
        .array(
          z.strictObject({
            followupId: idSchema,
            /** On which it was planned. */
            rev: z.number().int().min(0),
            steps: z.array(stepSchema).min(1).max(LIMITS.ledgerStepsMax),
          }),
        )
        .min(1)
        .max(LIMITS.ledgerRowsMax),
    }),
    by: "server",
    whenSealed: "taken",
    recorded: "actor",
    personal: ["personInCharge", "leaderInCharge"],
  },
  /** Takes the last import back: of its rows those that nobody has worked on since stand as before. */
  "ledger.withdraw": {
    schema: z.strictObject({ type: z.literal("ledger.withdraw"), importId: idSchema }),
    by: "client",
    whenSealed: "taken",
    recorded: "actor",
    personal: [],
  },
} as const satisfies Record<string, CommandSpec>;
