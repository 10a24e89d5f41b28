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

/** What a document has staged, while nothing of it is under way. */
export interface Staged {
  /** What is to be written, in order. */
  rows(): readonly NotesUpdate[];
  /** Others came first: everything comes by so many seqs later. */
  moveOn(by: number): void;
}

/** A document as the commit sees it. */
export interface StagedDocument {
  readonly name: string;
  /** Takes in what others stored. False where what is staged cannot be stored after it; then it fails. */
  follow(staged: Staged): Promise<boolean>;
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
  /** Others have stored something of these. */
  readonly #behind = new Set<StagedDocument>();
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

  /** Others have stored something of a document: it follows them before anything more of it is stored. Resolves when it has. */
  async catchUp(document: StagedDocument): Promise<void> {
    this.#behind.add(document);
    await this.flushed();
  }

  /** Resolves when nothing is staged. */
  async flushed(): Promise<void> {
    while (this.#running !== null || this.#queue.size > 0 || this.#behind.size > 0) {
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
    for (;;) {
      await this.#followOthers();
      const batch = this.#queue;
      if (batch.size === 0) return;
      this.#queue = new Map();
      const rows = [...batch.values()].flatMap(rowsOf);
      try {
        const result = rows.length === 0 ? STORED : await this.#parts.append(rows);
        if (!result.ok) {
          this.#putBack(batch, result.lastSeqs);
          continue;
        }
      } catch (error) {
        this.#parts.onFailure(error);
        for (const [document, entries] of batch) {
          // What was staged meanwhile was judged on what is now lost.
          document.failed([...entries, ...this.#taken(document)]);
        }
        return;
      }
      this.#commits += 1;
      for (const [document, entries] of batch) document.committed(entries);
      return;
    }
  }

  /** Others were first in some documents; nothing of the batch is stored. */
  #putBack(batch: ReadonlyMap<StagedDocument, StagedEntry[]>, lastSeqs: ReadonlyMap<string, number>): void {
    for (const [document, entries] of batch) {
      this.#queue.set(document, [...entries, ...this.#taken(document)]);
      if (lastSeqs.has(document.name)) this.#behind.add(document);
    }
  }

  async #followOthers(): Promise<void> {
    const behind = [...this.#behind];
    this.#behind.clear();
    await Promise.all(
      behind.map(async (document) => {
        const staged = {
          rows: () => rowsOf(this.#queue.get(document) ?? []),
          moveOn: (by: number) => {
            const entries = this.#queue.get(document);
            if (entries !== undefined)
              this.#queue.set(
                document,
                entries.map((entry) => movedOn(entry, by)),
              );
          },
        };
        let hasFollowed: boolean;
        try {
          hasFollowed = await document.follow(staged);
        } catch (error) {
          this.#parts.onFailure(error);
          // Without anything to store it may go on as it was, and hears of the others later.
          hasFollowed = staged.rows().length === 0;
        }
        if (!hasFollowed) document.failed(this.#taken(document));
      }),
    );
  }

  /** Takes what a document has staged out of the queue. */
  #taken(document: StagedDocument): StagedEntry[] {
    const entries = this.#queue.get(document) ?? [];
    this.#queue.delete(document);
    return entries;
  }
}

const STORED = { ok: true } as const;

function rowsOf(entries: readonly StagedEntry[]): NotesUpdate[] {
  return entries.flatMap((entry) => (entry.kind === "update" || entry.kind === "own" ? [entry.row] : []));
}

function movedOn(entry: StagedEntry, by: number): StagedEntry {
  switch (entry.kind) {
    case "update":
    case "own":
      return { ...entry, row: { ...entry.row, seq: entry.row.seq + by } };
    case "answer":
      return { ...entry, seq: entry.seq + by };
    default:
      return entry;
  }
}
