import type { AttemptStore } from "../../ports/attempt-store.ts";
import type { CheckOpen } from "./check-open.ts";

export function memoryAttemptStore(checkOpen: CheckOpen): AttemptStore {
  const fullAts = new Map<string, number>();
  return {
    async load() {
      checkOpen();
      return [...fullAts].map(([key, fullAt]) => ({ key, fullAt }));
    },
    async save({ put, remove, now }) {
      checkOpen();
      for (const { key, fullAt } of put) fullAts.set(key, fullAt);
      for (const key of remove) fullAts.delete(key);
      for (const [key, fullAt] of fullAts) if (fullAt <= now) fullAts.delete(key);
    },
  };
}
