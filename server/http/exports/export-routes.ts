import type { IRouter, Request } from "express";
import { hasPartsOfUnits } from "../../../shared/documents/documents.ts";
import { wantsWatermark } from "../../../shared/documents/watermark.ts";
import { isStaff, personOf } from "../../../shared/domain/people/standing.ts";
import { wireError } from "../../../shared/protocol/errors.ts";
import { accessFor, contentTypeOf, exportFileOf } from "../../exports/export-file.ts";
import type { ExportTask } from "../../exports/export-task.ts";
import { makeExport } from "../../exports/make-export.ts";
import { identityKey } from "../../ports/credential-store.ts";
import { identityOf, pathParameter, requireAccess } from "../guard.ts";
import type { HttpParts } from "../parts.ts";
import { HttpProblem, problem, route } from "../problem.ts";
import { unitAsked } from "../unit-asked.ts";
import { whileAsked } from "../while-asked.ts";
import { sendArchive } from "./send-archive.ts";
import { isOnlyAsked, sendExport, type Taking } from "./send-export.ts";

/** What is made sooner is answered at once. */
const START_WAIT_MS = 800;
const RETRY_AFTER_SECONDS = 5;

/** Files of a session, at any time, of what stands at that moment; `?unit=` for one unit's part. At once, or by a task that tells how far it is. */
export function addExportRoutes(router: IRouter, parts: HttpParts): void {
  const { exports } = parts;
  router.get(
    "/sessions/:sessionId/documents/:name",
    route(async (request, response) => {
      const { taking, doer } = await takingIn(request, parts);
      if (isOnlyAsked(request, response, contentTypeOf(taking.file))) return;
      requireBudget(doer, parts);
      await whileAsked(response, async (signal) => {
        const { file } = taking;
        if (file.kind === "archive")
          return sendArchive(response, taking, parts, { signal, onProgress: () => {} });
        const made = await makeExport({ ...taking, file }, parts, { signal });
        await sendExport(response, taking, made, parts);
      });
    }),
  );
  router.post(
    "/sessions/:sessionId/documents/:name/tasks",
    route(async (request, response) => {
      const { taking, doer } = await takingIn(request, parts);
      const { file, fileName, unit, host } = taking;
      const about = { doer, sessionId: host.sessionId, fileName, unit };
      const task = exports.start(
        about,
        file.kind === "archive" ? null : (limits) => makeExport({ ...taking, file }, parts, limits),
      );
      if (task === null) throw busy();
      await task.settledWithin(START_WAIT_MS);
      response.status(202).json(task.reply());
    }),
  );
  router.get(
    "/sessions/:sessionId/export-tasks/:taskId",
    route(async (request, response) => {
      const task = await taskIn(request, parts);
      task.asked();
      response.json(task.reply());
    }),
  );
  router.delete(
    "/sessions/:sessionId/export-tasks/:taskId",
    route(async (request, response) => {
      exports.end(await taskIn(request, parts));
      response.json({});
    }),
  );
  router.get(
    "/sessions/:sessionId/export-tasks/:taskId/file",
    route(async (request, response) => {
      const task = await taskIn(request, parts);
      const { fileName, unit, doer } = task.about;
      const { taking } = await takingOf(request, parts, { fileName, unit });
      // Who has come to another unit meanwhile takes nothing of the one before.
      if (taking.unit !== unit) throw problem("forbidden");
      const isReady = task.reply().status === "ready";
      if (isReady && isOnlyAsked(request, response, contentTypeOf(taking.file))) return;
      requireBudget(doer, parts);
      const made = task.take();
      if (made === null) throw problem("not_found");
      const send = async (signal: AbortSignal) => {
        // What was made before the session wanted its files marked is handed out no more; an archive is as kept.
        if (made !== "asMade" && !made.isMarked && wantsWatermark(taking.host.state))
          throw problem("not_found");
        if (made === "asMade") {
          const onProgress = (progress: Parameters<ExportTask["progress"]>[0]) => task.progress(progress);
          await sendArchive(response, taking, parts, { signal, onProgress });
        } else {
          await sendExport(response, taking, made, parts).catch((error: unknown) => {
            // Nothing of it is out: it can be taken yet.
            task.made(made);
            throw error;
          });
        }
      };
      try {
        await whileAsked(response, send, task.signal);
      } finally {
        if (!task.isOver) exports.end(task);
      }
    }),
  );
}

/** Who takes the file that the path names, if they may. */
function takingIn(request: Request, parts: HttpParts) {
  const fileName = pathParameter(request, "name");
  return takingOf(request, parts, { fileName, unit: unitAsked(request) });
}

async function takingOf(
  request: Request,
  parts: HttpParts,
  { fileName, unit }: { readonly fileName: string; readonly unit: string | null },
): Promise<{ taking: Taking; doer: string }> {
  const file = exportFileOf(fileName);
  const { host, actor } = await requireAccess(
    request,
    parts,
    file === null ? { type: "documents.read" } : accessFor(file),
  );
  if (file === null) throw problem("not_found");
  const doer = identityKey(await identityOf(request, parts));
  const own = isStaff(actor, host.state) ? unit : (personOf(actor, host.state)?.unit ?? "");
  const isInParts = file.kind === "document" && hasPartsOfUnits(file.name);
  const part = file.kind === "ledger" ? own : isInParts ? unit : null;
  return { taking: { host, actor, file, fileName, unit: part }, doer };
}

async function taskIn(request: Request, { exports, ...parts }: HttpParts): Promise<ExportTask> {
  const doer = identityKey(await identityOf(request, { exports, ...parts }));
  const sessionId = pathParameter(request, "sessionId");
  const task = exports.find(pathParameter(request, "taskId"), { doer, sessionId });
  if (task === null) throw problem("not_found");
  return task;
}

function requireBudget(doer: string, { exports }: HttpParts): void {
  if (!exports.mayTake(doer)) throw busy();
}

function busy(): HttpProblem {
  return new HttpProblem(wireError("rate_limited"), RETRY_AFTER_SECONDS);
}
