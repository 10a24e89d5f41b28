import type { Actor } from "../../shared/domain/actor.ts";
import { can } from "../../shared/domain/rights.ts";
import { type ErrorCode, wireError } from "../../shared/protocol/errors.ts";
import type { JoinReply, JoinRequest, Viewer } from "../../shared/protocol/session-socket.ts";
import { MIN_PROTOCOL_VERSION } from "../../shared/protocol/version.ts";
import type { HostRegistry } from "../host/host-registry.ts";
import { actorOf } from "../identity/actor-of.ts";
import type { Presence } from "../ports/presence.ts";
import type { OpenActorSockets } from "./actor-sockets.ts";
import { ReadyAnswer } from "./engine-insides.ts";
import { LaneAnswers, type LanesAnswer } from "./lane-answers.ts";
import type { LaneRooms } from "./lane-rooms.ts";
import type { SessionSocket } from "./socket-server.ts";
import { countAsHere } from "./watching.ts";

export interface JoinParts {
  readonly hosts: HostRegistry;
  readonly sockets: OpenActorSockets;
  readonly rooms: LaneRooms;
  readonly presence: Presence;
  readonly clock: () => number;
  /** Whether the server is about to stop and takes no more work. */
  readonly isDraining: () => boolean;
}

/** Joins sockets to sessions. */
export class Joins {
  private readonly parts: JoinParts;
  private readonly laneAnswers = new LaneAnswers();

  constructor(parts: JoinParts) {
    this.parts = parts;
  }

  /**
   * The answer to a `session:join`. Answers of whole sessions wait for their turn, so that what one actor leaves unread
   * has a bound; `answered` takes what happens once the answer is written.
   */
  async answer(
    socket: SessionSocket,
    request: JoinRequest,
    answered: (then: () => void) => void,
  ): Promise<object> {
    const { parts, laneAnswers } = this;
    const refused = (code: ErrorCode): JoinReply => ({ ok: false, error: wireError(code) });
    if (parts.isDraining()) return refused("draining");
    if (request.protocolVersion < MIN_PROTOCOL_VERSION) return refused("client_outdated");
    const actor = actorOf(socket.data.identity, request.sessionId);
    if (actor === null) return refused("forbidden");
    const turn = parts.sockets.joinTurn(socket);
    if (turn === null) return refused("rate_limited");
    const end = await turn;
    let left = () => socket.data.outlet.onceLeft(end);
    answered(() => left());
    const host = await parts.hosts.open(request.sessionId);
    if (host === null) return refused("session_unknown");
    const follows = request.follows ?? [];
    for (let turns = 0; ; turns += 1) {
      // A socket that went away meanwhile must enter no room: nobody would take it out again.
      if (!socket.connected) return refused("not_joined");
      if (!can(actor, { type: "session.join" }, host.state)) return refused("forbidden");
      // From here to the answer nothing waits: the lanes are told and entered at one and the same head.
      const sameHost = request.hostId === undefined || request.hostId === host.hostId;
      const asked = {
        viewer: { actor, follows },
        have: sameHost ? request.have : {},
        accepts: request.accepts ?? [],
      };
      const lanes = laneAnswers.encode(host, asked, turns);
      if (lanes !== null) {
        parts.rooms.enter(socket, { host, actor, follows }, lanes.lanes);
        countAsHere(socket, request.sessionId, parts.presence);
        const { head } = host.state;
        const said = {
          ok: true as const,
          head,
          hostId: host.hostId,
          viewer: viewerOf(actor),
          now: parts.clock(),
        };
        const answer = joinAnswer(socket, said, lanes);
        left = () => answer.onceLeft(end);
        return answer;
      }
      await laneAnswers.nextTurn();
    }
  }
}

/** What is `said` to who joins, with the lanes, which are bytes already. */
function joinAnswer(
  { data }: SessionSocket,
  said: Omit<Extract<JoinReply, { ok: true }>, "lanes">,
  { json, attachments }: LanesAnswer,
): ReadyAnswer {
  const start = Buffer.from(`${JSON.stringify(said).slice(0, -1)},"lanes":`);
  return new ReadyAnswer(data.outlet, [start, ...json, Buffer.from("}")], attachments);
}

function viewerOf(actor: Actor): Viewer {
  if (actor.kind === "system") throw new Error("the system does not look on");
  return actor;
}
