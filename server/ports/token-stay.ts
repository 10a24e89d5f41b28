/** Somebody who came in with a token and stays, from before the token was looked up until leaving. */
export interface TokenStay {
  /** Whether the token has ended: withdrawn, crowded out by others, or expired. */
  readonly isOver: boolean;
  /** Calls `act` once when the token ends, at once where it has. */
  onEnd(act: () => void): void;
  leave(): void;
}
