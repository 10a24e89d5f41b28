import { z } from "zod";

/** Milliseconds since 1970 UTC. */
export const timestampSchema = z.number().int().min(0).max(8.64e15);
