import type { IRouter } from "express";
import { documentOf } from "../../shared/documents/documents.ts";
import { FONTS_HEADER } from "../../shared/documents/font-report.ts";
import { DEFAULT_TIME_ZONE } from "../../shared/documents/options.ts";
import { CONTENT_TYPES } from "../documents/document-format.ts";
import { attachmentHeader } from "../documents/file-name.ts";
import { renderDocument } from "../documents/render-in-worker.ts";
import { storedRoomNotes } from "../documents/room-notes.ts";
import { pathParameter, requireAccess } from "./guard.ts";
import type { HttpParts } from "./parts.ts";
import { problem, route } from "./problem.ts";

/** The finished paperwork, at any time, of what stands at that moment; `?unit=` for one unit's part of it. */
export function addDocumentRoutes(router: IRouter, parts: HttpParts): void {
  router.get(
    "/sessions/:sessionId/documents/:name",
    route(async (request, response) => {
      const { host } = await requireAccess(request, parts, { type: "documents.read" });
      const name = pathParameter(request, "name");
      const document = documentOf(name);
      if (document === null) throw problem("not_found");
      const { sessionId, state, headHash } = host;
      const { title, bytes, fonts } = await renderDocument({
        ...document,
        records: state.everything(),
        rooms: () => storedRoomNotes(state, sessionId, parts.storage.notes),
        options: {
          timeZone: DEFAULT_TIME_ZONE,
          head: { seq: state.head, hash: headHash },
          ...(typeof request.query.unit === "string" && { unit: request.query.unit }),
        },
        fontPlaces: parts.fontPlaces,
      });
      response.set("Content-Disposition", attachmentHeader(title, name));
      if (fonts !== undefined) response.set(FONTS_HEADER, encodeURIComponent(JSON.stringify(fonts)));
      // Not by `send`, which would read all of it once more for a tag that nobody keeps.
      response.type(CONTENT_TYPES[document.format]).setHeader("Content-Length", bytes.length);
      response.end(bytes);
    }),
  );
}
