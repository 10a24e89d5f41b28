import { type IRouter, json } from "express";
import { personRecordId } from "../../shared/domain/people/records.ts";
import type { SessionState } from "../../shared/domain/state.ts";
import { admitBodySchema, type GuessesReply } from "../../shared/protocol/http.ts";
import type { Guesser } from "../identity/guess-book.ts";
import { pathParameter, requireAccess } from "./guard.ts";
import type { HttpParts } from "./parts.ts";
import { parseBody, problem, route } from "./problem.ts";

/** Who tries PINs in vain, and letting somebody in past that. */
export function addGuessRoutes(router: IRouter, parts: HttpParts): void {
  router.get(
    "/sessions/:sessionId/guesses",
    route(async (request, response) => {
      const { host } = await requireAccess(request, parts, { type: "seats.admit" });
      const guessers = parts.pinDoor
        .guesses(host.sessionId)
        .map((guesser) => ({ ...guesser, people: named(guesser, host.state) }));
      response.json({ guessers } satisfies GuessesReply);
    }),
  );
  router.post(
    "/sessions/:sessionId/people/:personId/admit",
    json({ limit: "4kb" }),
    route(async (request, response) => {
      const { host } = await requireAccess(request, parts, { type: "seats.admit" });
      const personId = pathParameter(request, "personId");
      const { address } = parseBody(admitBodySchema, request.body ?? {});
      if (host.state.find("person", personRecordId(personId)) === undefined) throw problem("person_unknown");
      await parts.pinDoor.admit(host.sessionId, personId, address ?? null);
      response.json({});
    }),
  );
}

/** Those of them who are still on the roster. */
function named({ people }: Guesser, state: SessionState): GuessesReply["guessers"][number]["people"] {
  return people.flatMap((counts) => {
    const person = state.find("person", personRecordId(counts.personId));
    if (person === undefined || person.removed) return [];
    const { name, unit } = person;
    return [{ ...counts, name, unit }];
  });
}
