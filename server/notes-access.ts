import type { IncomingMessage } from "node:http";
import type { Actor } from "../shared/domain/actor.ts";
import { personOf } from "../shared/domain/people/standing.ts";
import { can } from "../shared/domain/rights.ts";
import { roomRecordId } from "../shared/domain/rooms/records.ts";
import { zhCN } from "../shared/messages/zh-CN.ts";
import { CLOSE_CODES, notesDocumentName } from "../shared/protocol/notes.ts";
import type { HostRegistry } from "./host/host-registry.ts";
import type { SessionHost } from "./host/session-host.ts";
import { actorOf } from "./identity/actor-of.ts";
import { isOwnOrigin } from "./identity/origin.ts";
import { requestToken } from "./identity/request-token.ts";
import type { Tokens } from "./identity/tokens.ts";
import type { Lobbies } from "./lobby/lobbies.ts";
import type { AuthorizeNotes } from "./notes/authorization.ts";

/** A notes address carries the token as a parameter, since browsers set no headers on a WebSocket. */
export function notesToken(request: IncomingMessage): string | undefined {
  const parameter = new URL(request.url ?? "", "http://localhost").searchParams.get("token");
  return parameter ?? requestToken(request);
}

type OpenHost = HostRegistry["open"];

/** What a notes connection may do, and under which name and colour it writes. */
export function authorizeNotes(tokens: Tokens, lobbies: Lobbies, open: OpenHost): AuthorizeNotes {
  return async ({ request, sessionId, roomId, token }) => {
    if (!isOwnOrigin(request)) return { ok: false, closeCode: CLOSE_CODES.noRight };
    const identity = await tokens.identify(token);
    if (identity === null) return { ok: false, closeCode: CLOSE_CODES.notSignedIn };
    const actor = actorOf(identity, sessionId);
    if (actor === null) {
      const isThere = await lobbies.isThere(sessionId);
      return { ok: false, closeCode: isThere ? CLOSE_CODES.noRight : CLOSE_CODES.noSuchDocument };
    }
    const host = await open(sessionId);
    if (host?.state.find("room", roomRecordId(roomId)) === undefined) {
      return { ok: false, closeCode: CLOSE_CODES.noSuchDocument };
    }
    if (!can(actor, { type: "notes.read", roomId }, host.state)) {
      return { ok: false, closeCode: CLOSE_CODES.noRight };
    }
    const person = personOf(actor, host.state);
    const actorId = actor.kind === "person" ? actor.personId : actor.kind;
    return {
      ok: true,
      actorId,
      name: person?.name ?? zhCN.defaults.organiser,
      colour: colourOf(actorId),
      canWrite: can(actor, { type: "notes.write", roomId }, host.state),
    };
  };
}

/** The notes of rooms that are closed, or of all of a sealed session. */
export function closedNotes({ sessionId, state }: SessionHost): string[] {
  const isSealed = state.session()?.status === "sealed";
  const closed = [...state.all("room")].filter(({ status }) => isSealed || status === "closed");
  return closed.map(({ roomId }) => notesDocumentName(sessionId, roomId));
}

/** Cursor colours that carry white text at 4.5 : 1. */
const COLOURS = [
  "#14607a",
  "#8a5a00",
  "#2b6b3f",
  "#7a3e8a",
  "#a3402f",
  "#3f5aa8",
  "#6b5b1e",
  "#1f6b6b",
] as const;

function colourOf(actorId: Actor["kind"] | string): string {
  let sum = 0;
  for (const character of actorId) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return COLOURS[sum % COLOURS.length] ?? COLOURS[0];
}
