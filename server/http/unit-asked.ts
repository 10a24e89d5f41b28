import type { Request } from "express";
import { z } from "zod";
import { LIMITS } from "../../shared/protocol/limits.ts";
import { lineText } from "../../shared/protocol/text.ts";
import { parseBody } from "./problem.ts";

const unitSchema = z.strictObject({ unit: lineText(LIMITS.unitMaxChars) });

/** The `?unit=` of a call; null where it names none. */
export function unitAsked(request: Request): string | null {
  const { unit } = request.query;
  return typeof unit === "string" && unit !== "" ? parseBody(unitSchema, { unit }).unit : null;
}
