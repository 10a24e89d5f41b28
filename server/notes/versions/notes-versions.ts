import type { ComparedLine } from "../../../shared/protocol/notes-versions.ts";
import { compareVersion, putBackVersion } from "../../documents/versions/in-worker.ts";
import type { NotesVersion, NotesVersionStore } from "../../ports/notes-version-store.ts";
import { WorkQueue } from "../../work-queue.ts";
import type { DocumentState } from "../document-services.ts";
import type { KeptVersion, VersionKeeper } from "./version-keeper.ts";

export interface NotesVersionsParts {
  readonly store: NotesVersionStore;
  readonly keeper: VersionKeeper;
  /** What the store has of a document. */
  readonly stateOf: (documentName: string) => Promise<DocumentState>;
  /** Writes into the live document for an actor; resolves once that is on disk. */
  readonly write: (documentName: string, updates: readonly Uint8Array[], actorId: string) => Promise<void>;
}

export interface ComparedVersion {
  readonly version: NotesVersion;
  readonly lines: readonly ComparedLine[];
  readonly truncated: boolean;
}

export type PutBack =
  | { readonly outcome: "done"; readonly version: NotesVersion; readonly before: NotesVersion }
  /** The notes are as in the version already. */
  | { readonly outcome: "unchanged"; readonly before: NotesVersion }
  | { readonly outcome: "unknown" }
  /** The right to write was lost meanwhile. */
  | { readonly outcome: "forbidden" };

export interface PutBackRequest {
  readonly documentName: string;
  readonly versionId: string;
  /** In whose name it is written. */
  readonly actorId: string;
  /** Asked right before anything is written. */
  readonly mayWrite: () => boolean;
}

/** What people do with versions of notes: look, keep one by hand, put one back. */
export class NotesVersions {
  readonly #parts: NotesVersionsParts;
  /** One after the other, or two at once would each put a half into the other. */
  readonly #puttingBack = new WorkQueue(1);

  constructor(parts: NotesVersionsParts) {
    this.#parts = parts;
  }

  /** Newest first. */
  list(documentName: string): Promise<NotesVersion[]> {
    return this.#parts.store.list(documentName);
  }

  /** A version against what stands now; null when there is none. */
  async compare(documentName: string, versionId: string): Promise<ComparedVersion | null> {
    const found = await this.#find(documentName, versionId);
    if (found === null) return null;
    const now = await this.#parts.stateOf(documentName);
    return { version: found.version, ...(await compareVersion(found.packedState, now)) };
  }

  /** Keeps what stands now, by hand. */
  save(documentName: string, actorId: string, name: string | null): Promise<KeptVersion> {
    return this.#parts.keeper.keep(documentName, { occasion: "saved", by: actorId, name });
  }

  /** These rooms' notes are not written any more for now. */
  closed(documentNames: readonly string[]): void {
    this.#parts.keeper.closed(documentNames);
  }

  /** Writes a version into the live document as a new state, and keeps the one before it. */
  putBack(request: PutBackRequest): Promise<PutBack> {
    return this.#puttingBack.run(() => this.#putBack(request));
  }

  async #putBack({ documentName, versionId, actorId, mayWrite }: PutBackRequest): Promise<PutBack> {
    const found = await this.#find(documentName, versionId);
    if (found === null) return { outcome: "unknown" };
    const now = await this.#parts.stateOf(documentName);
    const updates = await putBackVersion(found.packedState, now);
    const cause = { by: actorId, ofVersionAt: found.version.at };
    const before = await this.#parts.keeper.keepState(documentName, now, { ...cause, occasion: "replaced" });
    if (updates.length === 0) return { outcome: "unchanged", before: before.version };
    if (!mayWrite()) return { outcome: "forbidden" };
    await this.#parts.write(documentName, updates, actorId);
    const after = await this.#parts.keeper.keep(documentName, { ...cause, occasion: "restored" });
    return { outcome: "done", version: after.version, before: before.version };
  }

  async #find(
    documentName: string,
    versionId: string,
  ): Promise<{ version: NotesVersion; packedState: Uint8Array } | null> {
    const versions = await this.#parts.store.list(documentName);
    const version = versions.find((one) => one.versionId === versionId);
    const packedState = await this.#parts.store.packedState(documentName, versionId);
    return version === undefined || packedState === null ? null : { version, packedState };
  }
}
