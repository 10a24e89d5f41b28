import { specOf } from "../../shared/protocol/commands/command.ts";
import { wireError } from "../../shared/protocol/errors.ts";
import { LIMITS } from "../../shared/protocol/limits.ts";
import {
  type CommandReply,
  type CommandRequest,
  commandRequestSchema,
  joinRequestSchema,
  pingRequestSchema,
  watchRequestSchema,
} from "../../shared/protocol/session-socket.ts";
import { RateBudget } from "../../shared/rate-budget.ts";
import { clientFault } from "../bounded-log.ts";
import { requestToken } from "../identity/request-token.ts";
import type { Tokens } from "../identity/tokens.ts";
import type { Log } from "../ports/log.ts";
import { Budgets } from "./budgets.ts";
import { onCall } from "./calls.ts";
import { Outlet } from "./engine-insides.ts";
import { type JoinParts, Joins } from "./joins.ts";
import type { SessionServer, SessionSocket } from "./socket-server.ts";
import { UnrecordedAsks } from "./unrecorded-asks.ts";
import { unwatch, watch } from "./watching.ts";

export interface GatewayParts extends JoinParts {
  readonly tokens: Tokens;
  readonly log: Log;
}

/** A person types at most a few commands a second; a moderator working a queue by key, some more. */
const COMMAND_BUDGET = { burst: 60, perSecond: 20 } as const;
/** Several tabs that come back at once; each join reads what the browser has not got. */
const JOIN_BUDGET = { burst: 40, perSecond: 2 } as const;
/** A wall is opened now and then, and again after each join. */
const WATCH_BUDGET = { burst: 20, perSecond: 1 } as const;
const PING_BUDGET = { burst: 20, perSecond: 4 } as const;

/** Joins sockets to sessions and brings their commands to the hosts. */
export function listenToSockets(io: SessionServer, parts: GatewayParts): void {
  const commandBudgets = new Budgets(COMMAND_BUDGET);
  const joinBudgets = new Budgets(JOIN_BUDGET);
  const watchBudgets = new Budgets(WATCH_BUDGET);
  const unrecordedAsks = new UnrecordedAsks();
  const joins = new Joins(parts);
  io.use((socket, next) => {
    if (parts.isDraining()) return next(refusal("draining"));
    identify(socket, parts).then(
      (refused) => next(refused === null ? undefined : refusal(refused)),
      (error: unknown) => {
        parts.log("sign-in not checked", { error });
        next(refusal("storage_unavailable"));
      },
    );
  });
  io.on("connection", (socket) => {
    const { log } = parts;
    socket.data.stay.onEnd(() => socket.disconnect(true));
    const now = performance.now();
    socket.on("error", (error: unknown) => log("socket error", clientFault(error)));
    onCall(socket, "session:join", {
      schema: joinRequestSchema,
      budget: joinBudgets.of(socket.data.identity, now),
      handle: (request, answered) => joins.answer(socket, request, answered),
      log,
    });
    onCall(socket, "session:command", {
      schema: commandRequestSchema,
      budget: commandBudgets.of(socket.data.identity, now),
      handle: (request) => command(socket, request, parts, unrecordedAsks),
      log,
    });
    const watchBudget = watchBudgets.of(socket.data.identity, now);
    onCall(socket, "session:watch", {
      schema: watchRequestSchema,
      budget: watchBudget,
      handle: () => watch(socket, parts.presence),
      log,
    });
    onCall(socket, "session:unwatch", {
      schema: watchRequestSchema,
      budget: watchBudget,
      handle: () => unwatch(socket),
      log,
    });
    onCall(socket, "session:ping", {
      schema: pingRequestSchema,
      budget: new RateBudget(PING_BUDGET, now),
      handle: () => ({ ok: true, now: parts.clock() }),
      log,
    });
  });
}

type Refused = "not_signed_in" | "storage_unavailable" | "draining" | "rate_limited";

/** Why a connection is not let in; null where it is. */
async function identify(socket: SessionSocket, { tokens, sockets }: GatewayParts): Promise<Refused | null> {
  const offered: unknown = socket.handshake.auth.token;
  const own = typeof offered === "string" && offered.length <= LIMITS.tokenMaxChars ? offered : undefined;
  const token = own ?? requestToken(socket.request);
  if (token === undefined) return "not_signed_in";
  const stay = tokens.stayOn(token);
  if (socket.conn.readyState === "closed") stay.leave();
  else socket.conn.once("close", stay.leave);
  const identity = await tokens.identify(token);
  if (identity === null || stay.isOver) return "not_signed_in";
  if (!sockets.enter(socket, identity)) return "rate_limited";
  socket.data.outlet = new Outlet(socket.conn);
  socket.data.identity = identity;
  socket.data.stay = stay;
  socket.data.joined = null;
  socket.data.isCounted = false;
  socket.data.endWatch = null;
  return null;
}

/** What a connection that is not let in gets as `connect_error`: the code as message, the wire error as data. */
function refusal(code: Refused): Error {
  return Object.assign(new Error(code), { data: wireError(code) });
}

function command(
  socket: SessionSocket,
  request: CommandRequest,
  parts: GatewayParts,
  unrecordedAsks: UnrecordedAsks,
): Promise<CommandReply> | CommandReply {
  if (parts.isDraining()) return { ok: false, error: wireError("draining") };
  const { joined } = socket.data;
  if (joined === null) return { ok: false, error: wireError("not_joined") };
  if (specOf(request.command).by === "server") return { ok: false, error: wireError("forbidden") };
  const { host, actor } = joined;
  const { sessionId, state } = host;
  return unrecordedAsks.submit(
    { sessionId, actor, state },
    request.command,
    () => performance.now(),
    () => host.submit(actor, request.commandId, request.command),
  );
}
