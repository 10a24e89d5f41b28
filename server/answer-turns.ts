/**
 * Answers to one actor that are under way, at most `width`: the next is made when one has left its socket, or went with
 * it. So what waits for an actor that does not read is bounded, however many sockets ask.
 */
export class AnswerTurns<Asker> {
  readonly #width: number;
  #underWay = 0;
  /** At most one for an asker. */
  readonly #waiting = new Map<Asker, () => void>();

  constructor(width: number) {
    this.#width = width;
  }

  get isIdle(): boolean {
    return this.#underWay === 0;
  }

  /** How many wait for their turn. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** Runs `begin` at the asker's turn; false when it has an answer waiting already. `begin` must not throw. */
  ask(asker: Asker, begin: () => void): boolean {
    if (this.#underWay >= this.#width) {
      if (this.#waiting.has(asker)) return false;
      this.#waiting.set(asker, begin);
      return true;
    }
    this.#underWay += 1;
    begin();
    return true;
  }

  /** Ends the turn of an answer under way. */
  done(): void {
    const [next] = this.#waiting;
    if (next === undefined) {
      this.#underWay -= 1;
      return;
    }
    const [asker, begin] = next;
    this.#waiting.delete(asker);
    begin();
  }

  /** The asker is gone and waits no more. */
  forget(asker: Asker): void {
    this.#waiting.delete(asker);
  }
}
