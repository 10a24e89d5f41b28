/** Tries at one secret that still count: none does any more at `fullAt`, milliseconds since 1970 UTC. */
export interface CountedTries {
  readonly key: string;
  readonly fullAt: number;
}

export interface AttemptChange {
  readonly put: readonly CountedTries[];
  readonly remove: readonly string[];
  /** What is full by then is forgotten as well. */
  readonly now: number;
}

/** How often secrets were tried in vain, kept so that a restart gives nobody new tries. */
export interface AttemptStore {
  /** Everything kept, what has become full meanwhile included. */
  load(): Promise<CountedTries[]>;
  /** Resolves once the change is on disk; rejects with `StorageError`, and then nothing of it is there. */
  save(change: AttemptChange): Promise<void>;
}
