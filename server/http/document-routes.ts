import type { IRouter } from "express";
import { zhCN } from "../../shared/messages/zh-CN.ts";
import { buildMinutes } from "../../shared/minutes/build-minutes.ts";
import type { MinutesDocument } from "../../shared/minutes/document.ts";
import { DEFAULT_TIME_ZONE } from "../../shared/minutes/options.ts";
import { notesDocumentName } from "../../shared/protocol/notes.ts";
import { CONTENT_TYPES, type DocumentFormat } from "../documents/document-format.ts";
import type { RoomNotesState } from "../documents/document-worker.ts";
import { attachmentHeader } from "../documents/file-name.ts";
import { readNotesInWorker, renderDocument } from "../documents/render-in-worker.ts";
import type { SessionHost } from "../host/session-host.ts";
import { pathParameter, requireAccess } from "./guard.ts";
import type { HttpParts } from "./parts.ts";
import { problem, route } from "./problem.ts";

const MINUTES: Readonly<Record<string, DocumentFormat>> = {
  "minutes.docx": "docx",
  "minutes.md": "md",
  "minutes.json": "json",
};

/** The finished paperwork, at any time, of what stands at that moment. */
export function addDocumentRoutes(router: IRouter, parts: HttpParts): void {
  router.get(
    "/sessions/:sessionId/documents/:name",
    route(async (request, response) => {
      const { host } = await requireAccess(request, parts, { type: "documents.read" });
      const name = pathParameter(request, "name");
      const format = Object.hasOwn(MINUTES, name) ? MINUTES[name] : undefined;
      if (format === undefined) throw problem("not_found");
      const document = await minutesOf(host, parts);
      const file = await renderDocument({ format, document });
      response.set("Content-Disposition", attachmentHeader(document.title, name));
      response.type(CONTENT_TYPES[format]).send(file);
    }),
  );
}

async function minutesOf(host: SessionHost, parts: HttpParts): Promise<MinutesDocument> {
  const { state, headHash, sessionId } = host;
  const states: RoomNotesState[] = [];
  for (const { roomId } of state.all("room")) {
    states.push({ roomId, state: await parts.notesState(notesDocumentName(sessionId, roomId)) });
  }
  const notes = await readNotesInWorker(states);
  return buildMinutes({
    records: [...state.everything()],
    notes,
    options: { timeZone: DEFAULT_TIME_ZONE, head: { seq: state.head, hash: headHash }, redHead: null },
    messages: zhCN,
  });
}
