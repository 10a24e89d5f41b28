import { type IRouter, json, type Request } from "express";
import type { RehearsalReply } from "../../shared/protocol/rehearsal.ts";
import { changeRehearsalBodySchema, startRehearsalBodySchema } from "../../shared/protocol/rehearsal.ts";
import type { RehearsalOutcome } from "../rehearsal/rehearsals.ts";
import { requireAccess } from "./guard.ts";
import type { HttpParts } from "./parts.ts";
import { parseBody, problem, route } from "./problem.ts";

/** Rehearsing a session, and wiping that. */
export function addRehearsalRoutes(router: IRouter, parts: HttpParts): void {
  const path = "/sessions/:sessionId/rehearsal";
  const original = async (request: Request) =>
    (await requireAccess(request, parts, { type: "session.rehearse" })).host;
  router.get(
    path,
    route(async (request, response) => {
      const { sessionId } = await original(request);
      response.json({ rehearsal: await parts.rehearsals.of(sessionId) } satisfies RehearsalReply);
    }),
  );
  router.post(
    path,
    json(),
    route(async (request, response) => {
      const host = await original(request);
      const { pace, people = null } = parseBody(startRehearsalBodySchema, request.body);
      const { rehearsal, isNew } = done(await parts.rehearsals.start(host, { pace, people }));
      response.status(isNew ? 201 : 200).json({ rehearsal } satisfies RehearsalReply);
    }),
  );
  router.put(
    path,
    json(),
    route(async (request, response) => {
      const { sessionId } = await original(request);
      const change = parseBody(changeRehearsalBodySchema, request.body);
      const { rehearsal } = done(await parts.rehearsals.change(sessionId, change));
      response.json({ rehearsal } satisfies RehearsalReply);
    }),
  );
  router.delete(
    path,
    route(async (request, response) => {
      const { sessionId } = await original(request);
      await parts.rehearsals.wipe(sessionId);
      response.json({});
    }),
  );
}

function done(outcome: RehearsalOutcome): Extract<RehearsalOutcome, { ok: true }> {
  if (!outcome.ok) throw problem(outcome.code);
  return outcome;
}
