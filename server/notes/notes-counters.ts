/** What the notes server counts since its start; names are those of the metrics. */
export interface NotesCounters {
  updates: number;
  updateBytes: number;
  /** Update × reader, the sender aside. */
  deliveries: number;
  commitFailures: number;
  compactions: number;
  slowReadersClosed: number;
  /** By reason, a closed set of names. */
  readonly refused: Map<string, number>;
}

export function newCounters(): NotesCounters {
  return {
    updates: 0,
    updateBytes: 0,
    deliveries: 0,
    commitFailures: 0,
    compactions: 0,
    slowReadersClosed: 0,
    refused: new Map(),
  };
}

export function countRefusal(counters: NotesCounters, reason: string): void {
  counters.refused.set(reason, (counters.refused.get(reason) ?? 0) + 1);
}
