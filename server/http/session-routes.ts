import { type IRouter, json } from "express";
import { duplicateOf } from "../../shared/domain/session/duplicating.ts";
import { countOpenFollowups } from "../../shared/domain/session/overview.ts";
import { zhCN } from "../../shared/messages/zh-CN.ts";
import { settingsSchema } from "../../shared/protocol/commands/session.ts";
import {
  type CreateSessionReply,
  createSessionBodySchema,
  duplicateSessionBodySchema,
  type SessionListReply,
} from "../../shared/protocol/http.ts";
import { hostOf, requireOrganiser } from "./guard.ts";
import type { HttpParts } from "./parts.ts";
import { accepted, parseBody, problem, route } from "./problem.ts";
import { sendJson } from "./send-json.ts";

/** Making sessions and listing them. */
export function addSessionRoutes(router: IRouter, parts: HttpParts): void {
  router.post(
    "/sessions",
    json({ limit: "64kb" }),
    route(async (request, response) => {
      const actor = await requireOrganiser(request, parts);
      const body = parseBody(createSessionBodySchema, request.body);
      const asked = body.rooms ?? [{ name: zhCN.defaults.plenaryName, kind: "plenary" as const }];
      const rooms = asked.map((room) => ({ ...room, roomId: parts.newId() }));
      const sessionId = parts.newId();
      const reply = await parts.hosts.create(actor, {
        type: "session.create",
        sessionId,
        title: body.title,
        startsAt: body.startsAt ?? null,
        place: body.place ?? null,
        settings: settingsSchema.parse(body.settings ?? {}),
        rooms,
        topics: body.topics ?? [...zhCN.defaults.topics],
        agenda: (body.agenda ?? []).map((item) => ({ itemId: parts.newId(), ...item })),
      });
      accepted(reply);
      response.status(201).json({ sessionId, rooms } satisfies CreateSessionReply);
    }),
  );
  router.post(
    "/sessions/:sessionId/duplicate",
    json({ limit: "4kb" }),
    route(async (request, response) => {
      const actor = await requireOrganiser(request, parts);
      const body = parseBody(duplicateSessionBodySchema, request.body);
      const { state } = await hostOf(request, parts);
      if (state.session()?.openedAt !== undefined) throw problem("session_opened");
      const sessionId = parts.newId();
      const copy = duplicateOf(state, { sessionId, ...body });
      if (copy === null) throw problem("session_unknown");
      accepted(await parts.hosts.create(actor, copy.create, copy.rest));
      response.status(201).json({ sessionId, rooms: copy.create.rooms } satisfies CreateSessionReply);
    }),
  );
  router.get(
    "/sessions",
    route(async (request, response) => {
      await requireOrganiser(request, parts);
      const now = parts.clock();
      const sessions = (await parts.sessions.all()).map((overview) => {
        const { openFollowups: _open, dueFollowups: _due, ...shown } = overview;
        return { ...shown, followups: countOpenFollowups(overview, now) };
      });
      response.json({ sessions, dataCheck: parts.dataFinding() } satisfies SessionListReply);
    }),
  );
  router.get(
    "/lobby",
    route(async (_request, response) => {
      sendJson(response, await parts.lobbies.list());
    }),
  );
}
