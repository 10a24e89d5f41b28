import { CLOSE_CODES } from "../../shared/protocol/notes.ts";

/** Every code a notes socket is closed with: the contract's own, and those of RFC 6455. y-websocket comes again after the latter. */
export const NOTES_CLOSE = {
  ...CLOSE_CODES,
  /** Bytes that follow no format. */
  malformed: 1003,
  /** Come again: the client and the server no longer agree on what was sent, or the server restarts. */
  resync: 1012,
  restart: 1012,
  /** The reader is too slow. */
  slow: 1013,
} as const;
