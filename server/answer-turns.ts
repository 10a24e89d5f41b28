import type { NotesConnection } from "./connection.ts";

/**
 * State answers to one actor from one document: the next is made when the last has left its socket, or went with it. So
 * what waits for an actor that does not read is one answer, however many sockets ask.
 */
export class AnswerTurns {
  #isUnderWay = false;
  /** At most one for a connection. */
  readonly #waiting = new Map<NotesConnection, () => void>();

  get isIdle(): boolean {
    return !this.#isUnderWay;
  }

  /** Runs `begin` at the connection's turn; false when it has an answer waiting already. `begin` must not throw. */
  ask(connection: NotesConnection, begin: () => void): boolean {
    if (this.#isUnderWay) {
      if (this.#waiting.has(connection)) return false;
      this.#waiting.set(connection, begin);
      return true;
    }
    this.#isUnderWay = true;
    begin();
    return true;
  }

  /** Ends the turn of the answer under way. */
  done(): void {
    const [next] = this.#waiting;
    if (next === undefined) {
      this.#isUnderWay = false;
      return;
    }
    const [connection, begin] = next;
    this.#waiting.delete(connection);
    begin();
  }

  /** The connection is gone and waits no more. */
  forget(connection: NotesConnection): void {
    this.#waiting.delete(connection);
  }
}
