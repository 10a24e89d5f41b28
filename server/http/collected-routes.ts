import { createHash } from "node:crypto";
import type { IRouter, Request } from "express";
import { type CollectedPlan, type IdOfQuestion, planQuestions } from "../../shared/domain/collected/plan.ts";
import { type CollectedDecisions, collectedDecisionsSchema } from "../../shared/domain/collected/row.ts";
import type { SessionState } from "../../shared/domain/state.ts";
import { wireError } from "../../shared/protocol/errors.ts";
import { LIMITS } from "../../shared/protocol/limits.ts";
import type { CollectedTable } from "../collected/collected-table.ts";
import { readCollected } from "../collected/read-collected.ts";
import { WorkQueue } from "../work-queue.ts";
import { requireAccess } from "./guard.ts";
import type { HttpParts } from "./parts.ts";
import { accepted, HttpProblem, parseBody, problem, route } from "./problem.ts";
import { jsonField, uploadedForm } from "./uploaded-file.ts";

const ID_CHARS = 27;

/** Bringing in questions collected before the class: read, planned, and unless it is a dry run imported by one command. */
export function addCollectedRoutes(router: IRouter, parts: HttpParts): void {
  // One after the other, or two at once would both plan on the session before.
  const imports = new WorkQueue(1);
  router.put(
    "/sessions/:sessionId/questions",
    route(async (request, response) => {
      const { host, actor } = await requireAccess(request, parts, { type: "question.import" });
      const { table, decisions } = await uploadOf(request);
      const plan = await imports.run(async () => {
        const made = planQuestions(table.rows, host.state, idsIn(host.sessionId), decisions);
        if (request.query.dryRun !== "1" && made.questions.length > 0) {
          const roomId = plenaryOf(host.state);
          const questions = [...made.questions];
          accepted(await host.submit(actor, parts.newId(), { type: "question.import", roomId, questions }));
        }
        return made;
      });
      response.json(replyOf(plan, table));
    }),
  );
}

async function uploadOf(
  request: Request,
): Promise<{ table: CollectedTable; decisions: CollectedDecisions | undefined }> {
  const { file, fields } = await uploadedForm(request, LIMITS.rosterFileMaxBytes);
  const said = fields.get("decisions");
  const decisions =
    said === undefined ? undefined : parseBody(collectedDecisionsSchema, jsonField("decisions", said));
  const read = await readCollected(file);
  if (!read.ok) throw new HttpProblem(wireError(read.refusal.code, read.refusal.details));
  return { table: read.value, decisions };
}

/** The same question of the same asker has the same id, so that a request that is repeated doubles nothing. */
function idsIn(sessionId: string): IdOfQuestion {
  return (asker, textKey) =>
    createHash("sha256")
      .update(JSON.stringify([sessionId, asker, textKey]))
      .digest("base64url")
      .slice(0, ID_CHARS);
}

/** What is collected beforehand is asked of all, in the plenary. */
function plenaryOf(state: SessionState): string {
  for (const { roomKind, roomId } of state.all("room")) if (roomKind === "plenary") return roomId;
  throw problem("room_unknown");
}

function replyOf({ rows }: CollectedPlan, { sheets }: CollectedTable) {
  return {
    questions: rows.flatMap((row) =>
      row.status === "new" || row.status === "there"
        ? [{ sheet: row.sheet, row: row.row, questionId: row.questionId }]
        : [],
    ),
    rejected: rows.flatMap((row) =>
      row.status === "undecided" || row.status === "refused"
        ? [{ sheet: row.sheet, row: row.row, reason: row.reason }]
        : [],
    ),
    rows,
    sheets,
  };
}
