import type { SessionList } from "../lobby/session-list.ts";
import type { Log } from "../ports/log.ts";
import type { Storage } from "../ports/storage.ts";
import { StorageError } from "../ports/storage-error.ts";
import { checkNewestPart } from "./newest-part.ts";

/** What is known of the data: when their newest part was looked at, and whether anything was found damaged then or since. */
export interface DataFinding {
  /** Milliseconds since 1970 UTC; null while the check is under way, or where the disk did not answer. */
  readonly checkedAt: number | null;
  readonly isSound: boolean;
}

export interface DataCheck {
  finding(): DataFinding;
  /** Resolves when the check is over; never rejects. */
  readonly done: Promise<void>;
}

/** Looks at the newest part of what is kept, beside everything else; damage is told to the log as well. */
export function startDataCheck(
  storage: Storage,
  { sessions, clock, log }: { sessions: SessionList; clock: () => number; log: Log },
): DataCheck {
  let finding: DataFinding = { checkedAt: null, isSound: true };
  const check = async () => {
    try {
      const troubles = await checkNewestPart(storage.journal, sessions);
      if (troubles.length > 0)
        log("the newest data are damaged: verify the folder", { error: troubles.join("; ") });
      finding = { checkedAt: clock(), isSound: troubles.length === 0 };
    } catch (error) {
      log("the newest data were not checked", { error });
      const isPassing = error instanceof StorageError && error.retryable;
      finding = { checkedAt: isPassing ? null : clock(), isSound: isPassing };
    }
  };
  return {
    finding: () => ({ ...finding, isSound: finding.isSound && !storage.isDamaged() }),
    done: check(),
  };
}
