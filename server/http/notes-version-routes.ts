import { type IRouter, json, type Request } from "express";
import { type Actor, actorId } from "../../shared/domain/actor.ts";
import { can } from "../../shared/domain/rights.ts";
import { roomRecordId } from "../../shared/domain/rooms/records.ts";
import { notesDocumentName } from "../../shared/protocol/notes.ts";
import {
  type NotesVersionReply,
  type NotesVersionsReply,
  type NotesVersionView,
  type RestoreVersionReply,
  type SaveVersionReply,
  saveVersionBodySchema,
} from "../../shared/protocol/notes-versions.ts";
import type { SessionHost } from "../host/session-host.ts";
import type { NotesVersion } from "../ports/notes-version-store.ts";
import { pathParameter, requireAccess } from "./guard.ts";
import type { HttpParts } from "./parts.ts";
import { parseBody, problem, route } from "./problem.ts";

const VERSIONS = "/sessions/:sessionId/rooms/:roomId/notes/versions";

/** Earlier versions of a room's notes: to look at, to keep by hand, to put back. */
export function addNotesVersionRoutes(router: IRouter, parts: HttpParts): void {
  const { notesVersions } = parts;
  router.get(
    VERSIONS,
    route(async (request, response) => {
      const { documentName } = await reading(request, parts);
      const versions = (await notesVersions.list(documentName)).map(viewOf);
      response.json({ versions } satisfies NotesVersionsReply);
    }),
  );
  router.get(
    `${VERSIONS}/:versionId`,
    route(async (request, response) => {
      const { documentName } = await reading(request, parts);
      const compared = await notesVersions.compare(documentName, pathParameter(request, "versionId"));
      if (compared === null) throw problem("version_unknown");
      const { version, lines, truncated } = compared;
      const reply: NotesVersionReply = { version: viewOf(version), lines: [...lines], truncated };
      response.json(reply);
    }),
  );
  router.post(
    VERSIONS,
    json({ limit: "4kb" }),
    route(async (request, response) => {
      const { documentName, actor } = await writing(request, parts);
      const { name } = parseBody(saveVersionBodySchema, request.body ?? {});
      const { version, isNew } = await notesVersions.save(documentName, actorId(actor), name ?? null);
      response.status(isNew ? 201 : 200).json({ version: viewOf(version), isNew } satisfies SaveVersionReply);
    }),
  );
  router.post(
    `${VERSIONS}/:versionId/restore`,
    route(async (request, response) => {
      const { documentName, actor, host, roomId } = await writing(request, parts);
      const done = await notesVersions.putBack({
        documentName,
        versionId: pathParameter(request, "versionId"),
        actorId: actorId(actor),
        mayWrite: () => can(actor, { type: "notes.restore", roomId }, host.state),
      });
      switch (done.outcome) {
        case "unknown":
          throw problem("version_unknown");
        case "forbidden":
          throw refusal(host);
        case "unchanged": {
          const before = viewOf(done.before);
          response.json({ version: before, before, isChanged: false } satisfies RestoreVersionReply);
          return;
        }
        case "done": {
          const { version, before } = done;
          const reply = { version: viewOf(version), before: viewOf(before), isChanged: true };
          response.json(reply satisfies RestoreVersionReply);
          return;
        }
        default:
          done satisfies never;
      }
    }),
  );
}

interface Room {
  readonly host: SessionHost;
  readonly actor: Actor;
  readonly roomId: string;
  readonly documentName: string;
}

async function reading(request: Request, parts: HttpParts): Promise<Room> {
  const roomId = pathParameter(request, "roomId");
  const { host, actor } = await requireAccess(request, parts, { type: "notes.versions", roomId });
  if (host.state.find("room", roomRecordId(roomId)) === undefined) throw problem("room_unknown");
  return { host, actor, roomId, documentName: notesDocumentName(host.sessionId, roomId) };
}

/** Whoever may look and not write is told why: a session that is sealed or was opened from an archive takes no more. */
async function writing(request: Request, parts: HttpParts): Promise<Room> {
  const room = await reading(request, parts);
  const { actor, host, roomId } = room;
  if (!can(actor, { type: "notes.restore", roomId }, host.state)) throw refusal(host);
  return room;
}

function refusal({ state }: SessionHost) {
  const session = state.session();
  if (session?.openedAt !== undefined) return problem("session_opened");
  return problem(session?.status === "sealed" ? "session_sealed" : "forbidden");
}

function viewOf(version: NotesVersion): NotesVersionView {
  const { versionId, at, occasion, name, by, authors, chars, deletedChars, ofVersionAt } = version;
  return { versionId, at, occasion, name, by, authors: [...authors], chars, deletedChars, ofVersionAt };
}
