import { existsSync, statSync } from "node:fs";
import { z } from "zod";
import { passwordWeakness } from "./identity/password-rule.ts";

const environmentSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default("0.0.0.0"),
  DATA_DIR: z.string().min(1).default("./data"),
  DATABASE_URL: z
    .undefined({ error: "is not supported by this version; leave it out to use SQLite" })
    .optional(),
  ORGANISER_PASSWORD: z
    .string()
    .max(200)
    .superRefine((password, context) => {
      const weakness = passwordWeakness(password);
      if (weakness !== null) context.addIssue({ code: "custom", message: weakness });
    })
    .optional(),
  FONTS_DIR: z
    .string()
    .refine((folder) => existsSync(folder) && statSync(folder).isDirectory(), { error: "is no folder here" })
    .optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});
export type Environment = z.infer<typeof environmentSchema>;

/** A setting that cannot be used; the message is one line that names it. */
export class SettingError extends Error {
  constructor(variable: string, reason: string) {
    super(`${variable}: ${reason}`);
    this.name = "SettingError";
  }
}

/** The settings of a start; throws `SettingError`. An empty variable counts as absent. */
export function parseEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const parsed = environmentSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new SettingError(issue?.path.join(".") ?? "environment", issue?.message ?? "cannot be used");
}
