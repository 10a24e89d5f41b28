import type { IRouter, Request } from "express";
import type { OpenStageReply, StageLinksReply } from "../../shared/protocol/http.ts";
import { requestToken } from "../identity/request-token.ts";
import { pathParameter, requireAccess, withdrawIfGone } from "./guard.ts";
import type { HttpParts } from "./parts.ts";
import { problem, route } from "./problem.ts";

/** Links to the projector's page: giving one out, listing and withdrawing them. */
export function addStageRoutes(router: IRouter, parts: HttpParts): void {
  const sessionIdFor = async (request: Request) =>
    (await requireAccess(request, parts, { type: "stage.open" })).host.sessionId;
  router.post(
    "/sessions/:sessionId/stage",
    route(async (request, response) => {
      const sessionId = await sessionIdFor(request);
      const link = await parts.tokens.issueStage(sessionId, requestToken(request) ?? "");
      // Signed out since the right was asked for.
      if (link === null) throw problem("not_signed_in");
      await withdrawIfGone(sessionId, link.token, parts);
      response.json(link satisfies OpenStageReply);
    }),
  );
  router.get(
    "/sessions/:sessionId/stage",
    route(async (request, response) => {
      const links = await parts.tokens.stageLinks(await sessionIdFor(request));
      response.json({ links } satisfies StageLinksReply);
    }),
  );
  router.delete(
    "/sessions/:sessionId/stage/:stageId",
    route(async (request, response) => {
      const sessionId = await sessionIdFor(request);
      const wasThere = await parts.tokens.withdrawStage(sessionId, pathParameter(request, "stageId"));
      if (!wasThere) throw problem("not_found");
      response.json({});
    }),
  );
}
