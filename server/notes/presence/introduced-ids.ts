/**
 * Which actor has gone by which Yjs client id since the document was loaded. Everybody hears those ids, and who has not
 * written under his is not yet its owner, so this keeps others from writing under it while he is away. The latest ids of
 * each actor are kept.
 */
export class IntroducedIds {
  readonly #idsPerActorMax: number;
  readonly #actorOf = new Map<number, string>();
  readonly #idsOf = new Map<string, Set<number>>();

  constructor(idsPerActorMax: number) {
    this.#idsPerActorMax = idsPerActorMax;
  }

  actorOf(clientId: number): string | undefined {
    return this.#actorOf.get(clientId);
  }

  add(actorId: string, clientId: number): void {
    const ids = this.#idsOf.get(actorId) ?? new Set();
    this.#idsOf.set(actorId, ids);
    ids.delete(clientId);
    ids.add(clientId);
    this.#actorOf.set(clientId, actorId);
    const [oldest] = ids;
    if (ids.size <= this.#idsPerActorMax || oldest === undefined) return;
    ids.delete(oldest);
    this.#actorOf.delete(oldest);
  }
}
