import { ByteCursor } from "../byte-cursor.ts";

/** One client's say about one Yjs client id: its state as JSON, or null when it left. */
export interface AwarenessEntry {
  readonly clientId: number;
  readonly clock: number;
  readonly json: string | null;
}

/**
 * Looks through an awareness update for entries `isWanted` asks for; the text of others is skipped unread, for clients
 * repeat to the server whatever they hear. Null when there are more than `entriesMax` entries or a text above
 * `stateMaxBytes` is wanted. Throws `MalformedBytes`.
 */
export function readAwarenessEntries(
  bytes: Uint8Array,
  isWanted: (clientId: number) => boolean,
  limits: { readonly awarenessEntriesMax: number; readonly awarenessStateMaxBytes: number },
): AwarenessEntry[] | null {
  const cursor = new ByteCursor(bytes);
  const count = cursor.varUint();
  if (count > limits.awarenessEntriesMax) return null;
  const entries: AwarenessEntry[] = [];
  for (let index = 0; index < count; index++) {
    const clientId = cursor.varUint();
    const clock = cursor.varUint();
    if (!isWanted(clientId)) {
      cursor.skip(cursor.varUint());
      continue;
    }
    const start = cursor.position;
    const text = cursor.varString();
    if (cursor.position - start > limits.awarenessStateMaxBytes) return null;
    entries.push({ clientId, clock, json: text === "null" ? null : text });
  }
  return cursor.isAtEnd ? entries : null;
}
