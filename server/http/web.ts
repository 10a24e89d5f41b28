import express, { type Express, Router } from "express";
import type { Registry } from "prom-client";
import { answersInTurn } from "./answers-in-turn.ts";
import { addArchiveRoutes } from "./archive-routes.ts";
import { serveClient } from "./client-files.ts";
import { addCollectedRoutes } from "./collected-routes.ts";
import { addDocumentRoutes } from "./document-routes.ts";
import { refuseForeignOrigin, refuseWhileDraining } from "./guard.ts";
import { addGuessRoutes } from "./guess-routes.ts";
import { addHealthRoutes } from "./health-routes.ts";
import { addIdentityRoutes } from "./identity-routes.ts";
import { addClassLedgerRoutes } from "./ledger/class-ledger-routes.ts";
import { addLedgerRoutes } from "./ledger/ledger-routes.ts";
import { addNotesVersionRoutes } from "./notes-version-routes.ts";
import { openApiDocument } from "./openapi.ts";
import type { HttpParts } from "./parts.ts";
import { errorHandler, problem } from "./problem.ts";
import { addRehearsalRoutes } from "./rehearsal-routes.ts";
import { addRosterRoutes } from "./roster-routes.ts";
import { addSeatRoutes } from "./seat-routes.ts";
import { securityHeaders } from "./security-headers.ts";
import { sendJson } from "./send-json.ts";
import { addSessionRoutes } from "./session-routes.ts";
import { addStageRoutes } from "./stage-routes.ts";

/** The HTTP surface. */
export function createWeb(parts: HttpParts, metrics: Registry): Express {
  const web = express();
  web.disable("x-powered-by");
  web.set("query parser", "simple");
  web.use(securityHeaders);
  addHealthRoutes(web, parts, metrics);
  const api = Router();
  api.use(refuseForeignOrigin, refuseWhileDraining(parts));
  api.use(answersInTurn(parts));
  const openApi = Buffer.from(JSON.stringify(openApiDocument()));
  api.get("/openapi.json", (_request, response) => sendJson(response, openApi));
  addIdentityRoutes(api, parts);
  addSessionRoutes(api, parts);
  addStageRoutes(api, parts);
  addSeatRoutes(api, parts);
  addGuessRoutes(api, parts);
  addRosterRoutes(api, parts);
  addCollectedRoutes(api, parts);
  addLedgerRoutes(api, parts);
  addClassLedgerRoutes(api, parts);
  // Before the documents, among whose names theirs is.
  addArchiveRoutes(api, parts);
  addDocumentRoutes(api, parts);
  addNotesVersionRoutes(api, parts);
  addRehearsalRoutes(api, parts);
  api.use((_request, _response, next) => next(problem("not_found")));
  web.use("/api", api);
  serveClient(web, parts.client);
  web.use((_request, _response, next) => next(problem("not_found")));
  web.use(errorHandler(parts.log));
  return web;
}
