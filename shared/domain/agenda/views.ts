import type { z } from "zod";
import { agendaRecordSchema } from "./records.ts";

/** What a step changed is looked up by the server alone. */
export const agendaViewSchema = agendaRecordSchema.omit({ step: true });
export type AgendaView = z.infer<typeof agendaViewSchema>;
