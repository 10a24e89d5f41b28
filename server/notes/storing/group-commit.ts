import type { NotesStore, NotesUpdate } from "../../ports/notes-store.ts";
import type { WireFrames } from "../../web-socket-frames.ts";
import type { NotesConnection } from "../connection.ts";

/**
 * What waits for the disk, in the order it came. Only `update` and `own`, which the server writes for somebody, are written;
 * the others wait for what came before them.
 */
export type StagedEntry =
  | {
      readonly kind: "update";
      readonly connection: NotesConnection;
      readonly ordinal: number;
      readonly isStateAnswer: boolean;
      readonly row: NotesUpdate;
    }
  | { readonly kind: "own"; readonly row: NotesUpdate }
  | {
      readonly kind: "known";
      readonly connection: NotesConnection;
      readonly ordinal: number;
      readonly isStateAnswer: boolean;
    }
  | {
      readonly kind: "answer";
      readonly connection: NotesConnection;
      readonly stateVector: Uint8Array;
      readonly frames: WireFrames;
      /** What the answer brings its reader to. */
      readonly seq: number;
    }
  | { readonly kind: "barrier"; readonly settle: (isOnDisk: boolean) => void };

/** A document as the commit sees it. */
export interface StagedDocument {
  /** These are on disk, in order. */
  committed(entries: readonly StagedEntry[]): void;
  /** These, which are all it had staged, are not on disk and never will be. */
  failed(entries: readonly StagedEntry[]): void;
}

export interface GroupCommitParts {
  readonly append: NotesStore["append"];
  /** How long the first update after a quiet time waits for company. */
  readonly delayMs: number;
  /** The least time between the starts of two appends. */
  readonly intervalMs: number;
  readonly onFailure: (error: unknown) => void;
}

/**
 * Gathers the updates of all documents and stores them in one append: a lone writer's after a few milliseconds, those of
 * many at an interval nobody sees. One append is under way at a time. Nobody hears of an update before its append has
 * resolved.
 */
export class GroupCommit {
  readonly #parts: GroupCommitParts;
  #queue = new Map<StagedDocument, StagedEntry[]>();
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;
  #startedAt = Number.NEGATIVE_INFINITY;
  #commits = 0;

  constructor(parts: GroupCommitParts) {
    this.#parts = parts;
  }

  get commits(): number {
    return this.#commits;
  }

  stage(document: StagedDocument, entry: StagedEntry): void {
    const entries = this.#queue.get(document);
    if (entries === undefined) this.#queue.set(document, [entry]);
    else entries.push(entry);
    this.#schedule();
  }

  /** Resolves when nothing is staged. */
  async flushed(): Promise<void> {
    while (this.#running !== null || this.#queue.size > 0) {
      if (this.#running === null) this.#start();
      await this.#running;
    }
  }

  #schedule(): void {
    if (this.#running !== null || this.#timer !== null || this.#queue.size === 0) return;
    const { delayMs, intervalMs } = this.#parts;
    const waitMs = Math.max(delayMs, this.#startedAt + intervalMs - performance.now());
    this.#timer = setTimeout(() => this.#start(), waitMs);
  }

  #start(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#startedAt = performance.now();
    this.#running = this.#commit().finally(() => {
      this.#running = null;
      this.#schedule();
    });
  }

  async #commit(): Promise<void> {
    const batch = this.#queue;
    this.#queue = new Map();
    const rows: NotesUpdate[] = [];
    for (const entries of batch.values())
      for (const entry of entries) if (entry.kind === "update" || entry.kind === "own") rows.push(entry.row);
    try {
      if (rows.length > 0) await this.#parts.append(rows);
    } catch (error) {
      this.#parts.onFailure(error);
      for (const [document, entries] of batch) {
        // What was staged meanwhile was judged on what is now lost.
        const later = this.#queue.get(document) ?? [];
        this.#queue.delete(document);
        document.failed([...entries, ...later]);
      }
      return;
    }
    this.#commits += 1;
    for (const [document, entries] of batch) document.committed(entries);
  }
}
