import type { NewNotesVersion, NotesVersionStore } from "../../ports/notes-version-store.ts";
import { StorageError } from "../../ports/storage-error.ts";
import type { CheckOpen } from "./check-open.ts";
import type { AuthorsSince } from "./memory-notes-store.ts";

/** Copies what comes in and what goes out, as a store on disk does. */
export function memoryNotesVersionStore(
  checkOpen: CheckOpen,
  authorsSince: AuthorsSince,
): NotesVersionStore & { forget(namePrefix: string): void } {
  const documents = new Map<string, Map<string, NewNotesVersion>>();

  return {
    forget: (namePrefix) => {
      for (const name of documents.keys()) if (name.startsWith(namePrefix)) documents.delete(name);
    },
    async keep(added, dropVersionIds) {
      checkOpen();
      const { documentName, version } = structuredClone(added);
      const versions = documents.get(documentName) ?? new Map<string, NewNotesVersion>();
      if (versions.has(version.versionId)) {
        throw new StorageError(`notes ${documentName}: a version is there already`, { retryable: false });
      }
      versions.set(version.versionId, {
        documentName,
        version,
        packedState: Uint8Array.from(added.packedState),
      });
      for (const versionId of dropVersionIds) versions.delete(versionId);
      documents.set(documentName, versions);
    },
    async list(documentName) {
      checkOpen();
      const versions = [...(documents.get(documentName)?.values() ?? [])].map(({ version }) => version);
      return structuredClone(
        versions.sort((one, other) => other.at - one.at || (one.versionId < other.versionId ? 1 : -1)),
      );
    },
    async packedState(documentName, versionId) {
      checkOpen();
      const found = documents.get(documentName)?.get(versionId);
      return found === undefined ? null : Uint8Array.from(found.packedState);
    },
    async authorsSince(documentName, seq) {
      checkOpen();
      return authorsSince(documentName, seq);
    },
  };
}
