import { type IRouter, json } from "express";
import { byOrder } from "../../shared/domain/people/by-order.ts";
import type { PersonRecord } from "../../shared/domain/people/records.ts";
import { personRecordId } from "../../shared/domain/people/records.ts";
import type { SessionState } from "../../shared/domain/state.ts";
import { type JoinSeatReply, joinBodySchema, type SeatCardsReply } from "../../shared/protocol/http.ts";
import { PROTOCOL_VERSION } from "../../shared/protocol/version.ts";
import { countedAddress } from "../identity/client-address.ts";
import { hostOf, pathParameter, requireAccess, withdrawIfGone } from "./guard.ts";
import { laptopKeyOf, seatLaptop, setLaptopKey } from "./laptop-cookie.ts";
import type { HttpParts } from "./parts.ts";
import { accepted, parseBody, problem, route, tooManyTries } from "./problem.ts";
import { sendJson } from "./send-json.ts";
import { setTokenCookie } from "./session-cookie.ts";

/** Entering by seat: the lobby, the PIN, the cards it is printed on. */
export function addSeatRoutes(router: IRouter, parts: HttpParts): void {
  router.get(
    "/sessions/:sessionId/lobby",
    route(async (request, response) => {
      const seats = await parts.lobbies.seats(pathParameter(request, "sessionId"));
      if (seats === null) throw problem("session_unknown");
      sendJson(response, seats);
    }),
  );
  router.post(
    "/sessions/:sessionId/join",
    json({ limit: "4kb" }),
    route(async (request, response) => {
      const { personId, pin, withoutCookie } = parseBody(joinBodySchema, request.body);
      const sessionId = pathParameter(request, "sessionId");
      const hasSeat = await parts.lobbies.hasSeat(sessionId, personId);
      if (hasSeat === null) throw problem("session_unknown");
      if (!hasSeat) throw problem("person_unknown");
      const laptop = seatLaptop(sessionId, personId);
      const address = countedAddress(request.socket.remoteAddress);
      const laptopKey = laptopKeyOf(request, laptop);
      const verdict = await parts.pinDoor.check({ sessionId, personId, address, pin, laptopKey });
      if (verdict.kind === "refused") throw tooManyTries(verdict.waitMs);
      if (verdict.kind === "wrong") throw problem("pin_wrong");
      // Only whoever has the PIN has the session loaded.
      const host = await hostOf(request, parts);
      const person = host.state.find("person", personRecordId(personId));
      if (person === undefined || person.removed) throw problem("person_unknown");
      const token = await parts.tokens.issue(verdict.signIn);
      // The PIN was renewed, or the person taken off the roster, since it was compared.
      if (token === null) throw problem("pin_wrong");
      await withdrawIfGone(sessionId, token, parts);
      if (host.state.session()?.status === "open" && (person.arrivedAt === null || person.leftAt != null)) {
        const arrival = { type: "person.arrive", personId } as const;
        accepted(await host.submit({ kind: "system" }, parts.newId(), arrival));
      }
      setLaptopKey(request, response, laptop, verdict.laptopKey);
      if (withoutCookie !== true) setTokenCookie(request, response, token);
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
      const { pin, ended } = await parts.pinDoor.renew(sessionId, personId);
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
