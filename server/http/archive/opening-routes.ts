import type { IRouter, Response } from "express";
import type { ArchiveReply } from "../../../shared/protocol/archive-http.ts";
import type { ErrorCode } from "../../../shared/protocol/errors.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { type ArchiveReason, ArchiveRefusal } from "../../archive/archive-refusal.ts";
import { AlreadyHere } from "../../opening/openings.ts";
import { pathParameter, requireOrganiser } from "../guard.ts";
import type { HttpParts } from "../parts.ts";
import { problem, route } from "../problem.ts";
import { uploadedToDisk } from "../uploaded-file.ts";

const CODES: Readonly<Record<ArchiveReason, ErrorCode>> = {
  unreadable: "archive_unreadable",
  bad_name: "archive_bad_name",
  changed: "archive_changed",
  inconsistent: "archive_inconsistent",
  newer: "archive_newer",
  too_large: "archive_too_large",
};

/** Opening archives of sessions that were held elsewhere, and taking such away again. */
export function addOpeningRoutes(router: IRouter, parts: HttpParts): void {
  const { incoming, openings, log } = parts;
  router.post(
    "/archive",
    route(async (request, response) => {
      await requireOrganiser(request, parts);
      if (incoming.isFull) throw problem("rate_limited");
      const signal = goneSignal(response);
      const isDryRun = request.query.dryRun === "1";
      try {
        const reply: ArchiveReply = await incoming.use(async (path) => {
          await uploadedToDisk(request, path, LIMITS.archiveMaxBytes);
          return openings.open(path, { isDryRun, signal });
        });
        response.status(isDryRun ? 200 : 201).json(reply);
      } catch (error) {
        if (signal.aborted) return;
        if (error instanceof ArchiveRefusal) {
          log("archive refused", { reason: error.reason, place: error.message });
          throw problem(CODES[error.reason]);
        }
        throw error instanceof AlreadyHere ? problem("archive_session_exists", error.session) : error;
      }
    }),
  );
  router.delete(
    "/archive/:sessionId",
    route(async (request, response) => {
      await requireOrganiser(request, parts);
      const isRemoved = await openings.remove(pathParameter(request, "sessionId"));
      if (isRemoved === null) throw problem("session_unknown");
      if (!isRemoved) throw problem("session_not_opened");
      response.json({});
    }),
  );
}

/** Aborted when whoever asked went away before the answer. */
function goneSignal(response: Response): AbortSignal {
  const gone = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) gone.abort();
  });
  return gone.signal;
}
