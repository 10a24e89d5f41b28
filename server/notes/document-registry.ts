import type { DocumentServices } from "./document-services.ts";
import { NotesDocument } from "./notes-document.ts";

/** The documents in use; each is loaded once however many ask for it, and forgotten when it has come to rest. */
export class DocumentRegistry {
  readonly #services: DocumentServices;
  readonly #documents = new Map<string, NotesDocument>();

  constructor(services: DocumentServices) {
    this.#services = services;
  }

  /** The live document, or a new one that begins to load. */
  open(name: string): NotesDocument {
    const live = this.#documents.get(name);
    if (live !== undefined) return live;
    const document: NotesDocument = new NotesDocument(name, this.#services, () =>
      this.#documents.delete(name),
    );
    this.#documents.set(name, document);
    return document;
  }

  find(name: string): NotesDocument | undefined {
    return this.#documents.get(name);
  }

  /** All documents in use, as they are now. */
  all(): readonly NotesDocument[] {
    return [...this.#documents.values()];
  }
}
