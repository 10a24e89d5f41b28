import type { z } from "zod";

/**
 * Whose name journal and records have for a command. `actor`: who made it. `asker`: nobody's, where askers are never
 * recorded. `followerOfQuestion`, `followerOfFollowup`: nobody's, where it comes from the browser that asked the question
 * it is about, or the one the ledger's row came from, without being recorded.
 */
export type RecordedName = "actor" | "asker" | "followerOfQuestion" | "followerOfFollowup";

/** All that is to be said of a command but who may give it, which `RULES` says, and what it changes, which `JUDGES` does. */
export interface CommandSpec {
  readonly schema: z.ZodObject;
  /** `server`: made by the server alone, out of an HTTP call it has judged itself; over the socket it is `forbidden`. */
  readonly by: "client" | "server";
  /** Whether it is carried out in a sealed session, as what is done in the ledger, which outlives it. */
  readonly whenSealed: "taken" | "refused";
  readonly recorded: RecordedName;
  /** Fields that are somebody's and never stand in the journal, at whatever depth; `[]` says that none is. */
  readonly personal: readonly string[];
}
