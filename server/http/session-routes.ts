import { type IRouter, json } from "express";
import { countFollowups } from "../../shared/domain/followups/lamp.ts";
import { zhCN } from "../../shared/messages/zh-CN.ts";
import { settingsSchema } from "../../shared/protocol/commands/session.ts";
import {
  type CreateSessionReply,
  createSessionBodySchema,
  type SessionListReply,
} from "../../shared/protocol/http.ts";
import { sessionHead } from "../lobby/lobbies.ts";
import { requireOrganiser } from "./guard.ts";
import type { HttpParts } from "./parts.ts";
import { accepted, parseBody, route } from "./problem.ts";
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
      });
      accepted(reply);
      response.status(201).json({ sessionId, rooms } satisfies CreateSessionReply);
    }),
  );
  router.get(
    "/sessions",
    route(async (request, response) => {
      await requireOrganiser(request, parts);
      const overviews = await parts.storage.journal.overviews();
      const now = parts.clock();
      const sessions = overviews.map(({ record, followups, ...counts }) => ({
        ...sessionHead(record),
        createdAt: record.createdAt,
        ...counts,
        followups: countFollowups(followups, now),
      }));
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
