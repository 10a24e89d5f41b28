import type { IRouter, Request } from "express";
import { hasPartsOfUnits } from "../../../shared/documents/documents.ts";
import { DOCUMENT_NAMES } from "../../../shared/protocol/document-names.ts";
import { CONTENT_TYPES } from "../../documents/document-format.ts";
import { dispositionHeader } from "../../documents/file-name.ts";
import { pathParameter, requireAccess } from "../guard.ts";
import type { HttpParts } from "../parts.ts";
import { problem, route } from "../problem.ts";
import { sendJson } from "../send-json.ts";
import { unitAsked } from "../unit-asked.ts";

const PREVIEW = "/sessions/:sessionId/documents/:name/preview";

/** Documents as they will print: their pages, and what is to be known of them; `?unit=` for one unit's part. */
export function addPreviewRoutes(router: IRouter, parts: HttpParts): void {
  router.get(
    PREVIEW,
    route(async (request, response) => {
      const { digest, reply } = await currentPreview(request, parts);
      response.set("ETag", `"${digest}"`);
      if (request.get("If-None-Match") === `"${digest}"`) {
        response.status(304).end();
        return;
      }
      sendJson(response, Buffer.from(reply.buffer, reply.byteOffset, reply.byteLength));
    }),
  );
  router.get(
    `${PREVIEW}.pdf`,
    route(async (request, response) => {
      const { digest } = request.query;
      const { pdf, title } =
        typeof digest === "string"
          ? await givenPreview(request, parts, digest)
          : await currentPreview(request, parts);
      const name = `${pathParameter(request, "name")}.pdf`;
      response.set("Content-Disposition", dispositionHeader("inline", title, name));
      response.type(CONTENT_TYPES.pdf).setHeader("Content-Length", pdf.byteLength);
      response.end(pdf);
    }),
  );
}

async function currentPreview(request: Request, parts: HttpParts) {
  const { host } = await requireAccess(request, parts, { type: "documents.read" });
  const name = DOCUMENT_NAMES.find((one) => one === pathParameter(request, "name"));
  if (name === undefined) throw problem("not_found");
  const unit = hasPartsOfUnits(name) ? unitAsked(request) : null;
  const preview = await parts.previews.current({ host, name, unit });
  if (preview === null) throw problem("rate_limited");
  return preview;
}

/** The pages that belong to what was told of them; those of before are asked for no more. */
async function givenPreview(request: Request, parts: HttpParts, digest: string) {
  const { host } = await requireAccess(request, parts, { type: "documents.read" });
  const preview = parts.previews.find(host.sessionId, digest);
  if (preview === null) throw problem("not_found");
  return preview;
}
