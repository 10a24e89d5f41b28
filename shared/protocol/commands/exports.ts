import { z } from "zod";
import { idSchema } from "../ids.ts";
import { LIMITS } from "../limits.ts";
import { lineText } from "../text.ts";
import type { CommandSpec } from "./spec.ts";

/** A file as its address names it: `minutes.docx`. */
export const exportFileSchema = z
  .string()
  .max(LIMITS.exportFileMaxChars)
  .regex(/^[A-Za-z]+\.[a-z]+$/);

/** SHA-256 as hex. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** A head of the journal and its hash. */
export const printedHeadSchema = z.strictObject({ seq: z.number().int().min(0), hash: sha256Schema });

export const exportCommands = {
  /** A file is handed out to whoever gives it; `unit`: of which unit's part it is. */
  "export.record": {
    schema: z.strictObject({
      type: z.literal("export.record"),
      exportId: idSchema,
      file: exportFileSchema,
      unit: lineText(LIMITS.unitMaxChars).nullable(),
      bytes: z.number().int().min(0),
      sha256: sha256Schema,
      /** What the file was made from. */
      madeFrom: printedHeadSchema,
    }),
    by: "server",
    whenSealed: "taken",
    recorded: "actor",
    personal: ["unit"],
  },
} as const satisfies Record<string, CommandSpec>;
