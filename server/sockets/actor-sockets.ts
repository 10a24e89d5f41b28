import { AnswerTurns } from "../answer-turns.ts";
import { type Identity, identityKey } from "../ports/credential-store.ts";
import type { SessionSocket } from "./socket-server.ts";

/** Tabs and laptops of one person, with room for lines that died and are not known to be dead yet. */
const SOCKETS_MAX = 20;
/** A second one, so that a laptop somebody has closed holds up no other of theirs. */
const ANSWERS_AT_ONCE = 2;

interface ActorSockets {
  readonly sockets: Set<SessionSocket>;
  readonly joins: AnswerTurns<SessionSocket>;
}

/** What each identity has open, over all sockets; gone with the last one. */
export class OpenActorSockets {
  private readonly byActor = new Map<string, ActorSockets>();

  /** Counts a socket of `identity` until its connection closes; false where there are too many, or it has closed. */
  enter(socket: SessionSocket, identity: Identity): boolean {
    if (socket.conn.readyState !== "open") return false;
    const key = identityKey(identity);
    const known = this.byActor.get(key);
    if (known !== undefined && known.sockets.size >= SOCKETS_MAX) return false;
    const actor = known ?? { sockets: new Set(), joins: new AnswerTurns(ANSWERS_AT_ONCE) };
    this.byActor.set(key, actor);
    actor.sockets.add(socket);
    socket.conn.once("close", () => {
      actor.sockets.delete(socket);
      actor.joins.forget(socket);
      if (actor.sockets.size === 0) this.byActor.delete(key);
    });
    return true;
  }

  /**
   * Resolves with how to end it when the socket may be answered a whole session: after the answers to the same actor that
   * have not left. Null where this socket waits for that already; never for a socket that goes away meanwhile.
   */
  joinTurn(socket: SessionSocket): Promise<() => void> | null {
    const actor = this.byActor.get(identityKey(socket.data.identity));
    if (actor === undefined) return null;
    let begin: (end: () => void) => void = () => undefined;
    const turn = new Promise<() => void>((resolve) => {
      begin = resolve;
    });
    return actor.joins.ask(socket, () => begin(() => actor.joins.done())) ? turn : null;
  }

  /** The sockets of each actor. */
  all(): Iterable<ReadonlySet<SessionSocket>> {
    return [...this.byActor.values()].map(({ sockets }) => sockets);
  }
}
