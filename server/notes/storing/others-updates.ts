import * as Y from "yjs";
import type { LoadedNotes, NotesStore, NotesUpdate } from "../../ports/notes-store.ts";
import { openDocument } from "./stored-document.ts";

/** What of a document others stored, one by one or, where that is no longer there, within the whole document. */
export interface OthersUpdates {
  readonly documentName: string;
  /** Seq of the last of them. */
  readonly seq: number;
  readonly owners: ReadonlyMap<number, string>;
  readonly content:
    | { readonly kind: "updates"; readonly updates: readonly Pick<NotesUpdate, "seq" | "actor" | "bytes">[] }
    | { readonly kind: "whole"; readonly loaded: LoadedNotes };
}

/** What was stored after `seq`. Rejects with `StorageError`. */
export async function othersUpdatesSince(
  store: NotesStore,
  documentName: string,
  seq: number,
): Promise<OthersUpdates> {
  const changes = await store.since(documentName, seq);
  if (changes === null) {
    const loaded = await store.load(documentName);
    return { documentName, seq: loaded.seq, owners: loaded.owners, content: { kind: "whole", loaded } };
  }
  const { updates, owners } = changes;
  return { documentName, seq: updates.at(-1)?.seq ?? seq, owners, content: { kind: "updates", updates } };
}

/** As it goes into a document that has what came up to some seq. */
export interface Incoming {
  /** Without an actor where several wrote it. */
  readonly updates: readonly { readonly actor: string | null; readonly bytes: Uint8Array }[];
  /** How far each Yjs client has come that they bring something of. */
  readonly clocks: ReadonlyMap<number, number>;
}

/** What `doc`, which has everything stored up to `seq`, lacks of it. Throws `UnreadableDocument`. */
export function incoming({ documentName, content }: OthersUpdates, doc: Y.Doc, seq: number): Incoming {
  if (content.kind === "updates") {
    const updates = content.updates.filter((update) => update.seq > seq);
    const clocks = new Map<number, number>();
    for (const { bytes } of updates)
      for (const [client, clock] of Y.parseUpdateMeta(bytes).to) clocks.set(client, clock);
    return { updates, clocks };
  }
  const whole = openDocument(documentName, content.loaded);
  const clocks = Y.decodeStateVector(Y.encodeStateVector(whole));
  const bytes = Y.encodeStateAsUpdate(whole, Y.encodeStateVector(doc));
  whole.destroy();
  return { updates: [{ actor: null, bytes }], clocks };
}

/** Whether they bring words under the same Yjs client at the same place as what is still on its way to the disk. */
export function isInTheWay({ clocks }: Incoming, staged: readonly Pick<NotesUpdate, "bytes">[]): boolean {
  return staged.some(({ bytes }) => {
    const begins = [...Y.parseUpdateMeta(bytes).from];
    return begins.some(([client, clock]) => (clocks.get(client) ?? 0) > clock);
  });
}
