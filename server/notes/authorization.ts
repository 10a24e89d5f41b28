import type { IncomingMessage } from "node:http";

/** Who asks for which document. */
export interface NotesRequest {
  readonly request: IncomingMessage;
  readonly sessionId: string;
  readonly roomId: string;
  readonly token: string | undefined;
}

/** What a connection may do and how others see it; `closeCode` is one of `CLOSE_CODES`. */
export type NotesAccess =
  | {
      readonly ok: true;
      readonly actorId: string;
      readonly name: string;
      /** CSS colour. */
      readonly colour: string;
      readonly canWrite: boolean;
    }
  | { readonly ok: false; readonly closeCode: number };

export type GrantedAccess = Extract<NotesAccess, { ok: true }>;

/** Decides about a request; a rejection counts as overloaded. */
export type AuthorizeNotes = (request: NotesRequest) => Promise<NotesAccess>;

/** Whether two answers for one connection leave it as it is. */
export function isSameAccess(before: GrantedAccess, now: NotesAccess): boolean {
  return (
    now.ok &&
    now.actorId === before.actorId &&
    now.name === before.name &&
    now.colour === before.colour &&
    now.canWrite === before.canWrite
  );
}
