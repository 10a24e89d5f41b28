import type Database from "better-sqlite3";
import type { CountedTries } from "../../../ports/attempt-store.ts";
import type { Operations, ReadInputs, ReadOutputs } from "../threads/operations.ts";

export function attemptReads(
  database: Database.Database,
): Pick<Operations<ReadInputs, ReadOutputs>, "attempts.load"> {
  const loadAll = database.prepare<[], CountedTries>("SELECT key, full_at AS fullAt FROM attempts");
  return { "attempts.load": () => loadAll.all() };
}
