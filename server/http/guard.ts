import type { Request, RequestHandler } from "express";
import type { Actor } from "../../shared/domain/actor.ts";
import { can } from "../../shared/domain/rights.ts";
import type { Action } from "../../shared/protocol/actions.ts";
import type { ErrorCode } from "../../shared/protocol/errors.ts";
import type { SessionHost } from "../host/session-host.ts";
import { actorOf } from "../identity/actor-of.ts";
import { isOwnOrigin } from "../identity/origin.ts";
import { requestToken } from "../identity/request-token.ts";
import type { Identity } from "../ports/credential-store.ts";
import type { HttpParts } from "./parts.ts";
import { problem } from "./problem.ts";

/** The path parameter `name`. */
export function pathParameter(request: Request, name: string): string {
  const value = request.params[name];
  if (typeof value !== "string") throw problem("bad_request", { path: name });
  return value;
}

export async function identityOf(request: Request, { tokens }: HttpParts): Promise<Identity> {
  const identity = await tokens.identify(requestToken(request));
  if (identity === null) throw problem("not_signed_in");
  return identity;
}

/** Lets the organiser pass; 403 for anybody else who is signed in. */
export async function requireOrganiser(request: Request, parts: HttpParts): Promise<Actor> {
  if ((await identityOf(request, parts)).kind !== "organiser") throw problem("forbidden");
  return { kind: "organiser" };
}

/** The host of the session in the path. */
export async function hostOf(request: Request, { hosts }: HttpParts): Promise<SessionHost> {
  const host = await hosts.open(pathParameter(request, "sessionId"));
  if (host === null) throw problem("session_unknown");
  return host;
}

/** A token of a session that was wiped while it was made is taken back: nothing is left of such a one. */
export async function withdrawIfGone(
  sessionId: string,
  token: string,
  { hosts, tokens }: HttpParts,
): Promise<void> {
  if ((await hosts.open(sessionId)) !== null) return;
  await tokens.withdraw(token);
  throw problem("session_unknown");
}

/** Lets those pass who may do `action` in the session of the path. */
export async function requireAccess(
  request: Request,
  parts: HttpParts,
  action: Action,
): Promise<{ host: SessionHost; actor: Actor }> {
  const identity = await identityOf(request, parts);
  const sessionId = pathParameter(request, "sessionId");
  const actor = actorOf(identity, sessionId);
  // Whom another session let in loads nothing of this one.
  if (actor === null)
    throw problem((await parts.lobbies.isThere(sessionId)) ? "forbidden" : "session_unknown");
  const host = await hostOf(request, parts);
  if (!can(actor, action, host.state)) throw problem(denialCode(actor, host));
  return { host, actor };
}

/** Of a session that was opened from an archive the organiser knows, and is told why; nobody else is in it. */
function denialCode(actor: Actor, { state }: SessionHost): ErrorCode {
  const isOpened = state.session()?.openedAt !== undefined;
  return isOpened && actor.kind === "organiser" ? "session_opened" : "forbidden";
}

function reads({ method }: Request): boolean {
  return method === "GET" || method === "HEAD";
}

/** Refuses what another site's page sends with a browser's cookie. */
export const refuseForeignOrigin: RequestHandler = (request, _response, next) => {
  next(reads(request) || isOwnOrigin(request) ? undefined : problem("origin_refused"));
};

/** Takes no more work once the server is about to stop; reading goes on to the end. */
export function refuseWhileDraining({ isReady }: HttpParts): RequestHandler {
  return (request, _response, next) => {
    next(reads(request) || isReady() ? undefined : problem("draining"));
  };
}
