import { KNOWN_LIVES_MAX, type KnownLife, writeKnownLives } from "../../../shared/protocol/notes-lives.ts";

/** The lives of a document that something here comes from, and how far. */
export class HeldLives {
  private lives = new Map<string, number>();
  private current = "";

  /** The server said which life it is in, `""` for the same as before, and how far what it sends goes. */
  told(lifeId: string, seq: number): void {
    if (lifeId !== "") this.current = lifeId;
    // It took in whoever holds these, so all of it goes on in the life it is in; seqs are counted through.
    this.lives = new Map([[this.current, Math.max(seq, ...this.lives.values())]]);
  }

  /** Something kept on this machine comes from these. */
  takeOver(lives: readonly KnownLife[]): void {
    for (const { lifeId, seq } of lives) this.lives.set(lifeId, Math.max(seq, this.lives.get(lifeId) ?? 0));
  }

  held(): KnownLife[] {
    return [...this.lives].map(([lifeId, seq]) => ({ lifeId, seq })).slice(-KNOWN_LIVES_MAX);
  }

  /** As the server reads it. */
  parameter(): string {
    return writeKnownLives(this.held());
  }
}
