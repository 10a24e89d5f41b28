import { randomBytes } from "node:crypto";
import { NOTES_SINCE_MAX, type NotesStore, type NotesUpdate } from "../../ports/notes-store.ts";
import type { OpenedNotes } from "../../ports/opened-session.ts";
import { checkSnapshotReach, findLostRaces } from "../check-append.ts";
import type { CheckOpen } from "./check-open.ts";

interface StoredDocument {
  snapshot: { readonly uptoSeq: number; readonly bytes: Uint8Array } | null;
  updates: NotesUpdate[];
  readonly owners: Map<number, string>;
}

/** Who wrote the updates of a document after a seq, each once. */
export type AuthorsSince = (documentName: string, seq: number) => string[];

/** Copies what comes in and what goes out, as a store on disk does. */
export function memoryNotesStore(checkOpen: CheckOpen): NotesStore & {
  readonly authorsSince: AuthorsSince;
  forget(namePrefix: string): void;
  put(whole: OpenedNotes): void;
} {
  const documents = new Map<string, StoredDocument>();
  const lifeId = randomBytes(16).toString("hex");

  return {
    forget: (namePrefix) => {
      for (const name of documents.keys()) if (name.startsWith(namePrefix)) documents.delete(name);
    },

    put: ({ documentName, seq, snapshot, owners }) => {
      documents.set(documentName, {
        snapshot: { uptoSeq: seq, bytes: Uint8Array.from(snapshot) },
        updates: [],
        owners: new Map(owners),
      });
    },

    authorsSince: (documentName, after) => {
      const later = documents.get(documentName)?.updates.filter(({ seq }) => seq > after) ?? [];
      return [...new Set(later.map(({ actor }) => actor))].sort();
    },

    async load(documentName) {
      checkOpen();
      const document = documents.get(documentName);
      const updates = document?.updates ?? [];
      return {
        seq: lastSeqOf(document),
        snapshot: structuredClone(document?.snapshot?.bytes ?? null),
        updates: updates.map(({ bytes }) => Uint8Array.from(bytes)),
        updateBytes: updates.reduce((sum, { bytes }) => sum + bytes.byteLength, 0),
        owners: new Map(document?.owners),
        lifeId,
        reachedSeqs: new Map(),
      };
    },

    async append(updates) {
      checkOpen();
      const lastSeqs = findLostRaces(updates, (documentName) => lastSeqOf(documents.get(documentName)));
      if (lastSeqs.size > 0) return { ok: false, lastSeqs };
      for (const update of updates) {
        const { documentName, clientIds, actor, bytes } = update;
        const document: StoredDocument = documents.get(documentName) ?? {
          snapshot: null,
          updates: [],
          owners: new Map(),
        };
        document.updates.push({ ...update, clientIds: [...clientIds], bytes: Uint8Array.from(bytes) });
        for (const clientId of clientIds) {
          if (!document.owners.has(clientId)) document.owners.set(clientId, actor);
        }
        documents.set(documentName, document);
      }
      return { ok: true };
    },

    async since(documentName, after) {
      checkOpen();
      const document = documents.get(documentName);
      const isFolded = after < (document?.snapshot?.uptoSeq ?? 0);
      const later = document?.updates.filter(({ seq }) => seq > after) ?? [];
      if (isFolded || later.length > NOTES_SINCE_MAX) return null;
      return {
        updates: later.map(({ seq, actor, bytes }) => ({ seq, actor, bytes: Uint8Array.from(bytes) })),
        owners: new Map(document?.owners),
      };
    },

    async compact(documentName, uptoSeq, snapshot) {
      checkOpen();
      const document = documents.get(documentName);
      const reach = { storedUptoSeq: document?.snapshot?.uptoSeq ?? 0, lastSeq: lastSeqOf(document) };
      checkSnapshotReach(documentName, reach, uptoSeq);
      documents.set(documentName, {
        snapshot: { uptoSeq, bytes: Uint8Array.from(snapshot) },
        updates: document?.updates.filter(({ seq }) => seq > uptoSeq) ?? [],
        owners: document?.owners ?? new Map(),
      });
    },
  };
}

function lastSeqOf(document: StoredDocument | undefined): number {
  return document?.updates.at(-1)?.seq ?? document?.snapshot?.uptoSeq ?? 0;
}
