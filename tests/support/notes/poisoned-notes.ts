import type { NotesStore } from "../../../server/ports/notes-store.ts";
import { forge, forgeUpdate } from "./update-forge.ts";

/** Client ids as Yjs draws them: five bytes each. */
const FIRST_CLIENT = 3_000_000_000;
/** As many as the server took in one update when it still counted what clients repeat. */
const CLIENTS_PER_ROW = 2000;

/** Paragraphs, each after the one before it and each under a Yjs client id of its own; `from` is the first's number. */
export function paragraphsOfMany(count: number, from = 0): Uint8Array {
  return forgeUpdate({
    blocks: Array.from({ length: count }, (_, index) => {
      const number = from + index;
      const place = number === 0 ? { root: "notes" } : { left: [FIRST_CLIENT + number - 1, 0] as const };
      return { client: FIRST_CLIENT + number, clock: 0, structs: [forge.element("paragraph", place)] };
    }),
  });
}

/** Deletes those paragraphs. */
export function deletionOfMany(count: number, from = 0): Uint8Array {
  return forgeUpdate({
    deletes: Array.from({ length: count }, (_, index) => ({
      client: FIRST_CLIENT + from + index,
      ranges: [[0, 1]] as const,
    })),
  });
}

/**
 * Stores what a seat of old could leave behind: an empty paragraph under each of thousands of Yjs client ids, deleted again.
 */
export async function poisonNotes(store: NotesStore, documentName: string, clients: number): Promise<void> {
  const rows = [];
  for (let from = 0; from < clients; from += CLIENTS_PER_ROW) {
    const count = Math.min(CLIENTS_PER_ROW, clients - from);
    const clientIds = Array.from({ length: count }, (_, index) => FIRST_CLIENT + from + index);
    rows.push({ clientIds, bytes: paragraphsOfMany(count, from) });
    rows.push({ clientIds: [], bytes: deletionOfMany(count, from) });
  }
  const row = { documentName, actor: "mallory", at: 0 };
  await store.append(rows.map((update, index) => ({ ...row, ...update, seq: index + 1 })));
}
