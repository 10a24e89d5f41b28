import { type IRouter, json } from "express";
import { byOrder } from "../../shared/domain/people/by-order.ts";
import type { PersonRecord } from "../../shared/domain/people/records.ts";
import { personRecordId } from "../../shared/domain/people/records.ts";
import type { SessionState } from "../../shared/domain/state.ts";
import { wireError } from "../../shared/protocol/errors.ts";
import {
  type JoinSeatReply,
  joinBodySchema,
  type LobbyReply,
  type SeatCardsReply,
} from "../../shared/protocol/http.ts";
import { PROTOCOL_VERSION } from "../../shared/protocol/version.ts";
import { hostOf, pathParameter, requireAccess } from "./guard.ts";
import type { HttpParts } from "./parts.ts";
import { accepted, HttpProblem, parseBody, problem, route } from "./problem.ts";
import { setTokenCookie } from "./session-cookie.ts";

/** Entering by seat: the lobby, the PIN, the cards it is printed on. */
export function addSeatRoutes(router: IRouter, parts: HttpParts): void {
  router.get(
    "/sessions/:sessionId/lobby",
    route(async (request, response) => {
      const { state, sessionId } = await hostOf(request, parts);
      const session = state.session();
      if (session === undefined) throw problem("session_unknown");
      const { title, startsAt, place, status } = session;
      const units = byUnit(peopleInOrder(state));
      response.json({ sessionId, title, startsAt, place, status, units } satisfies LobbyReply);
    }),
  );
  router.post(
    "/sessions/:sessionId/join",
    json({ limit: "4kb" }),
    route(async (request, response) => {
      const { personId, pin } = parseBody(joinBodySchema, request.body);
      const host = await hostOf(request, parts);
      const { sessionId } = host;
      const signIn = await parts.tokens.beginSignIn({ kind: "person", sessionId, personId });
      const person = host.state.find("person", personRecordId(personId));
      if (person === undefined || person.removed) throw problem("person_unknown");
      const seat = `${sessionId} ${personId}`;
      const address = request.socket.remoteAddress ?? "";
      const waitMs = parts.pinAttempts.take(seat, address);
      if (waitMs > 0) throw new HttpProblem(wireError("too_many_tries"), Math.ceil(waitMs / 1000));
      if (!(await parts.pins.matches(sessionId, personId, pin))) throw problem("pin_wrong");
      parts.pinAttempts.forgive(seat, address);
      const token = await parts.tokens.issue(signIn);
      // The PIN was renewed, or the person taken off the roster, since it was compared.
      if (token === null) throw problem("pin_wrong");
      if (host.state.session()?.status === "open" && person.arrivedAt === null) {
        const arrival = { type: "person.arrive", personId } as const;
        accepted(await host.submit({ kind: "system" }, parts.newId(), arrival));
      }
      setTokenCookie(request, response, token);
      response.json({ token, personId, protocolVersion: PROTOCOL_VERSION } satisfies JoinSeatReply);
    }),
  );
  router.get(
    "/sessions/:sessionId/seat-cards",
    route(async (request, response) => {
      const { host } = await requireAccess(request, parts, { type: "roster.read" });
      const people = peopleInOrder(host.state);
      const ids = people.map((person) => person.personId);
      const pins = await parts.pins.all(host.sessionId, ids);
      const session = host.state.session();
      if (session === undefined) throw problem("session_unknown");
      const { title, startsAt, place } = session;
      const cards = people.map(({ personId, order, name, unit, post, group, seat }) => {
        return { personId, order, name, unit, post, group, seat, pin: pins.get(personId) ?? "" };
      });
      const addresses = parts.addresses();
      response.json({ title, startsAt, place, addresses, people: cards } satisfies SeatCardsReply);
    }),
  );
  router.post(
    "/sessions/:sessionId/people/:personId/pin",
    route(async (request, response) => {
      const { host } = await requireAccess(request, parts, { type: "roster.read" });
      const personId = pathParameter(request, "personId");
      if (host.state.find("person", personRecordId(personId)) === undefined) throw problem("person_unknown");
      const { sessionId } = host;
      const { pin, ended } = await parts.pins.renew(sessionId, personId);
      parts.pinAttempts.forgiveAll(`${sessionId} ${personId}`);
      // Whoever came in by the old PIN is out.
      parts.tokens.ended(ended);
      response.json({ pin });
    }),
  );
}

/** Those on the roster by 排序号. */
function peopleInOrder(state: SessionState): PersonRecord[] {
  const people = [...state.all("person")].filter((person) => !person.removed);
  return people.sort(byOrder);
}

function byUnit(people: readonly PersonRecord[]): LobbyReply["units"] {
  const units = new Map<string, LobbyReply["units"][number]>();
  for (const { unit, personId, name, post } of people) {
    const known = units.get(unit) ?? { unit, people: [] };
    known.people.push({ personId, name, post });
    units.set(unit, known);
  }
  return [...units.values()];
}
