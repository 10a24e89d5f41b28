import type { AttemptStore } from "../../ports/attempt-store.ts";
import type { ReadInputs, ReadOutputs, WriteInputs, WriteOutputs } from "./threads/operations.ts";
import type { ThreadClient } from "./threads/thread-client.ts";

export function sqliteAttemptStore(
  writer: ThreadClient<WriteInputs, WriteOutputs>,
  reader: ThreadClient<ReadInputs, ReadOutputs>,
): AttemptStore {
  return {
    load: () => reader.call("attempts.load", null),
    async save(change) {
      await writer.call("attempts.save", change);
    },
  };
}
