import type Database from "better-sqlite3";
import type { Operations, WriteInputs, WriteOutputs } from "../threads/operations.ts";

export function attemptWrites(
  database: Database.Database,
): Pick<Operations<WriteInputs, WriteOutputs>, "attempts.save"> {
  const put = database.prepare<[string, number]>(
    "INSERT INTO attempts (key, full_at) VALUES (?, ?) ON CONFLICT DO UPDATE SET full_at = excluded.full_at",
  );
  const removeOne = database.prepare<[string]>("DELETE FROM attempts WHERE key = ?");
  const removeFull = database.prepare<[number]>("DELETE FROM attempts WHERE full_at <= ?");
  return {
    "attempts.save": (change) => {
      for (const { key, fullAt } of change.put) put.run(key, fullAt);
      for (const key of change.remove) removeOne.run(key);
      removeFull.run(change.now);
      return null;
    },
  };
}
