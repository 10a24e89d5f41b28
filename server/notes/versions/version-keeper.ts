import { packVersion } from "../../documents/versions/in-worker.ts";
import type { Log } from "../../ports/log.ts";
import type { NotesVersion, NotesVersionStore, VersionOccasion } from "../../ports/notes-version-store.ts";
import { StorageError } from "../../ports/storage-error.ts";
import { WorkQueue } from "../../work-queue.ts";
import type { DocumentState, VersionWatch } from "../document-services.ts";
import { type ComingDeletion, DeletionWatch } from "./deletion-watch.ts";
import { versionsToDrop } from "./retention.ts";
import type { VersionLimits } from "./version-limits.ts";

export interface VersionKeeperParts {
  readonly store: NotesVersionStore;
  readonly limits: VersionLimits;
  /** Milliseconds since 1970 UTC. */
  readonly clock: () => number;
  readonly newId: () => string;
  readonly log: Log;
  /** What the store has of a document: reading and folding it is no work for the main thread. */
  readonly stateOf: (documentName: string) => Promise<DocumentState>;
  /** Whether a document is being taken away for good, or has been: nothing of it is kept any more. */
  readonly isForgotten: (documentName: string) => boolean;
}

/** What is said of a version by whoever asks for it. */
export interface VersionCause {
  readonly occasion: VersionOccasion;
  readonly name?: string | null;
  readonly by?: string;
  readonly deletedChars?: number;
  readonly ofVersionAt?: number;
}

export interface KeptVersion {
  readonly version: NotesVersion;
  /** False where nothing had changed since `version`. */
  readonly isNew: boolean;
}

/** What happened to a document since its last version; gone once that is kept. */
interface Changes {
  /** Who wrote, in which updates from the first to the last. */
  readonly authors: Map<string, { first: number; last: number }>;
  readonly watch: DeletionWatch;
  /** On `performance.now()`; null while there is only a deletion to come. */
  sinceMs: number | null;
  dueMs: number;
  /** What the timer is set to; it waits for nothing later, and looks again where that has moved on. */
  armedMs: number;
  timer: NodeJS.Timeout | null;
}

/** Keeps versions of notes: when writing pauses, before large deletions, when rooms close, and when asked to. */
export class VersionKeeper implements VersionWatch {
  readonly #parts: VersionKeeperParts;
  readonly #changes = new Map<string, Changes>();
  /** One after the other, so that each is held against the one before. */
  readonly #keeping = new WorkQueue(1);
  readonly #waiting = new Map<string, number>();
  /** Documents kept before a deletion a moment ago. */
  readonly #quiet = new Set<string>();
  readonly #underWay = new Set<Promise<unknown>>();
  #isClosed = false;

  constructor(parts: VersionKeeperParts) {
    this.#parts = parts;
  }

  opened(documentName: string, seq: number): void {
    if (seq > 0) this.#run(documentName, () => this.#catchUp(documentName, seq));
  }

  deletionComing(documentName: string, deletion: ComingDeletion, capture: () => DocumentState): void {
    const { waitingMax, deletionEveryMs } = this.#parts.limits;
    if (this.#quiet.has(documentName) || (this.#waiting.get(documentName) ?? 0) >= waitingMax) return;
    const deletedChars = this.#changesOf(documentName).watch.add(deletion);
    if (deletedChars === null) return;
    this.#quiet.add(documentName);
    setTimeout(() => this.#quiet.delete(documentName), deletionEveryMs).unref();
    const captured = capture();
    const cause: VersionCause = { occasion: "deletion", by: deletion.actorId, deletedChars };
    this.#run(documentName, () => this.keepState(documentName, captured, cause));
  }

  changed(documentName: string, actorId: string, seq: number): void {
    if (this.#parts.isForgotten(documentName)) return;
    const changes = this.#changesOf(documentName);
    const written = changes.authors.get(actorId);
    if (written === undefined) changes.authors.set(actorId, { first: seq, last: seq });
    else {
      written.first = Math.min(written.first, seq);
      written.last = Math.max(written.last, seq);
    }
    const nowMs = performance.now();
    const { pauseMs, everyMs } = this.#parts.limits;
    changes.sinceMs ??= nowMs;
    changes.dueMs = Math.min(nowMs + pauseMs, changes.sinceMs + everyMs);
    this.#schedule(documentName, changes);
  }

  /** Keeps what is in a document now, all of it on disk. */
  async keep(documentName: string, cause: VersionCause): Promise<KeptVersion> {
    return this.keepState(documentName, await this.#parts.stateOf(documentName), cause);
  }

  /** Keeps a state that was taken from the document, as far as it is another than the last one. */
  async keepState(documentName: string, captured: DocumentState, cause: VersionCause): Promise<KeptVersion> {
    const changes = this.#changes.get(documentName);
    changes?.watch.versionKept();
    if (changes !== undefined) changes.sinceMs = performance.now();
    // Taken in its turn: one before it that fails gives its authors back, and they are this one's too.
    return this.#keeping.run(async () => {
      const named = this.#takeAuthors(documentName, captured.seq);
      try {
        const { snapshot, updates, seq } = captured;
        const state = { snapshot, updates, seq, authors: [...named.keys()].sort() };
        return await this.#store(documentName, state, cause);
      } catch (error) {
        // Whoever wrote is still to be named, with the version that is kept next.
        for (const [author, seq] of named) this.changed(documentName, author, seq);
        throw error;
      }
    });
  }

  /** These rooms' notes are not written any more for now: what changed is kept at once. */
  closed(documentNames: readonly string[]): void {
    for (const documentName of documentNames) {
      if (this.#changes.get(documentName)?.sinceMs == null) continue;
      this.#run(documentName, () => this.keep(documentName, { occasion: "closed" }));
    }
  }

  /** Nothing of the documents whose names begin so is kept by itself any more; resolves when nothing of them is under way. */
  async forget(namePrefix: string): Promise<void> {
    for (const [documentName, { timer }] of this.#changes) {
      if (!documentName.startsWith(namePrefix)) continue;
      if (timer !== null) clearTimeout(timer);
      this.#changes.delete(documentName);
    }
    await Promise.all(this.#underWay);
  }

  /** Finishes what is under way; nothing more is kept by itself. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const { timer } of this.#changes.values()) if (timer !== null) clearTimeout(timer);
    this.#changes.clear();
    await Promise.all(this.#underWay);
  }

  /** After a restart: what was written and not kept any more in time. */
  async #catchUp(documentName: string, seq: number): Promise<void> {
    const [latest] = await this.#parts.store.list(documentName);
    if (latest !== undefined && latest.seq >= seq) return;
    const authors = await this.#parts.store.authorsSince(documentName, latest?.seq ?? 0);
    for (const author of authors) this.changed(documentName, author, seq);
  }

  #changesOf(documentName: string): Changes {
    const known = this.#changes.get(documentName);
    if (known !== undefined) return known;
    const watch = new DeletionWatch(this.#parts.limits);
    const changes: Changes = { authors: new Map(), watch, sinceMs: null, dueMs: 0, armedMs: 0, timer: null };
    this.#changes.set(documentName, changes);
    return changes;
  }

  #schedule(documentName: string, changes: Changes): void {
    if (this.#isClosed || (changes.timer !== null && changes.armedMs <= changes.dueMs)) return;
    if (changes.timer !== null) clearTimeout(changes.timer);
    changes.armedMs = changes.dueMs;
    changes.timer = setTimeout(() => {
      changes.timer = null;
      const nowMs = performance.now();
      const isDue = nowMs >= changes.dueMs;
      if (isDue) {
        // Where it fails it is tried again after another pause, or after as long as writing goes on.
        changes.dueMs = nowMs + this.#parts.limits.pauseMs;
        changes.sinceMs = nowMs;
      }
      this.#schedule(documentName, changes);
      if (isDue) this.#run(documentName, () => this.keep(documentName, { occasion: "pause" }));
    }, changes.dueMs - performance.now());
    changes.timer.unref();
  }

  /** Does something nobody waits for. */
  #run(documentName: string, work: () => Promise<unknown>): void {
    if (this.#isClosed) return;
    this.#waiting.set(documentName, (this.#waiting.get(documentName) ?? 0) + 1);
    const running = work()
      .catch((error: unknown) => {
        this.#parts.log("notes_version_failed", { documentName, error: String(error) });
      })
      .finally(() => {
        this.#underWay.delete(running);
        const left = (this.#waiting.get(documentName) ?? 1) - 1;
        if (left > 0) this.#waiting.set(documentName, left);
        else this.#waiting.delete(documentName);
      });
    this.#underWay.add(running);
  }

  /**
   * Who wrote up to `seq`, with the first update of each. They are named with the version that has it; who wrote later counts
   * towards the next one, and where nobody did there is nothing left to wait for.
   */
  #takeAuthors(documentName: string, seq: number): Map<string, number> {
    const named = new Map<string, number>();
    const changes = this.#changes.get(documentName);
    if (changes === undefined) return named;
    for (const [author, written] of changes.authors) {
      if (written.first > seq) continue;
      named.set(author, written.first);
      if (written.last <= seq) changes.authors.delete(author);
      else written.first = seq + 1;
    }
    if (changes.authors.size > 0) return named;
    if (changes.timer !== null) clearTimeout(changes.timer);
    this.#changes.delete(documentName);
    return named;
  }

  async #store(
    documentName: string,
    { snapshot, updates, seq, authors }: DocumentState & { readonly authors: readonly string[] },
    cause: VersionCause,
  ): Promise<KeptVersion> {
    const { store, limits, clock, newId, isForgotten } = this.#parts;
    const versions = await store.list(documentName);
    const [latest] = versions;
    if (latest?.seq === seq && !saysMore(cause, latest)) return { version: latest, isNew: false };
    const { packedState, chars, digest } = await packVersion({ snapshot, updates });
    const isSame = latest !== undefined && (latest.seq === seq || latest.digest === digest);
    if (isSame && !saysMore(cause, latest)) return { version: latest, isNew: false };
    // The same content is kept once: what says more about it takes the place of what the server kept by itself, and another name
    // that of the name the same person gave before.
    const replaced = isSame && (isByItself(latest.occasion) || isRenaming(cause, latest)) ? latest : null;
    const alsoOf = replaced ?? (isSame && authors.length === 0 ? latest : null);
    const at = Math.max(clock(), (latest?.at ?? 0) + 1);
    const version: NotesVersion = {
      versionId: newId(),
      seq,
      at,
      occasion: cause.occasion,
      name: cause.name ?? null,
      by: cause.by ?? null,
      authors: [...new Set([...(alsoOf?.authors ?? []), ...authors])].sort(),
      chars,
      deletedChars: cause.deletedChars ?? null,
      ofVersionAt: cause.ofVersionAt ?? null,
      digest,
      storedBytes: packedState.length,
    };
    const others = replaced === null ? versions : versions.slice(1);
    const drop = versionsToDrop([version, ...others], at, limits);
    if (isForgotten(documentName)) throw forgottenError(documentName);
    await store.keep(
      { documentName, version, packedState },
      replaced === null ? drop : [replaced.versionId, ...drop],
    );
    return { version, isNew: true };
  }
}

/** What is said where something comes too late for a document that is taken away. */
export function forgottenError(documentName: string): StorageError {
  return new StorageError(`notes document ${documentName} is forgotten`, { retryable: false });
}

function isByItself(occasion: VersionOccasion): boolean {
  return occasion === "pause" || occasion === "closed";
}

/** Whether somebody keeps by hand what the same person kept by hand last. */
function isRenaming({ occasion, by }: VersionCause, latest: NotesVersion): boolean {
  return occasion === "saved" && latest.occasion === "saved" && (by ?? null) === latest.by;
}

/** Whether a version is worth keeping though its content is that of the latest. */
function saysMore({ occasion, name = null }: VersionCause, latest: NotesVersion): boolean {
  switch (occasion) {
    case "pause":
    case "closed":
      return false;
    case "replaced":
      return isByItself(latest.occasion);
    case "deletion":
      return latest.occasion !== "deletion";
    case "restored":
      return true;
    case "saved":
      return isByItself(latest.occasion) || (name !== null && name !== latest.name);
    default:
      return occasion satisfies never;
  }
}
