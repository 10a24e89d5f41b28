import type { IRouter } from "express";
import { zhCN } from "../../../shared/messages/zh-CN.ts";
import { type ArchiveSource, archiveParts } from "../../archive/archive-parts.ts";
import { type ArchivePart, writeArchive } from "../../archive/write-archive.ts";
import { attachmentHeader } from "../../documents/file-name.ts";
import { requireAccess } from "../guard.ts";
import type { HttpParts } from "../parts.ts";
import { problem, route } from "../problem.ts";

const NAME = "archive.zip";

/** All that is kept of a session in one file, at any time, as it stands at that moment. */
export function addArchiveRoutes(router: IRouter, parts: HttpParts): void {
  router.get(
    `/sessions/:sessionId/documents/${NAME}`,
    route(async (request, response) => {
      const { host } = await requireAccess(request, parts, { type: "archive.read" });
      const { sessionId, state, headHash } = host;
      const session = state.session();
      if (session === undefined) throw problem("session_unknown");
      const baseline = await parts.storage.journal.baseline(sessionId);
      const files = archiveParts({ ...parts, sessionId, state, headHash, baseline } satisfies ArchiveSource);
      // Before a byte is sent: what cannot be made is answered, and not a file that breaks off.
      const first = await files.next();
      response.set(
        "Content-Disposition",
        attachmentHeader(zhCN.documents.archive.title(session.title), NAME),
      );
      response.type("application/zip");
      const about = { sessionId, journal: { head: state.head, hash: headHash } };
      const baselineHead = baseline?.head ?? null;
      try {
        await writeArchive(from(first, files), { ...about, baselineHead }, response);
      } catch (error) {
        if (!isGone(error)) throw error;
      }
    }),
  );
}

async function* from(first: IteratorResult<ArchivePart, void>, rest: AsyncGenerator<ArchivePart>) {
  if (first.done !== true) yield first.value;
  yield* rest;
}

/** Whether whoever asked went away before the end. */
function isGone(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_STREAM_PREMATURE_CLOSE";
}
