import { createHash } from "node:crypto";
import type { IRouter } from "express";
import { type CollectedPlan, type IdOfQuestion, planQuestions } from "../../shared/domain/collected/plan.ts";
import { collectedDecisionsSchema } from "../../shared/domain/collected/row.ts";
import { plenaryIn } from "../../shared/domain/rooms/plenary.ts";
import type { CollectedTable } from "../collected/collected-table.ts";
import { readCollected } from "../collected/read-collected.ts";
import { WorkQueue } from "../work-queue.ts";
import { requireAccess } from "./guard.ts";
import type { HttpParts } from "./parts.ts";
import { accepted, problem, route } from "./problem.ts";
import { uploadedTable } from "./uploaded-file.ts";

const ID_CHARS = 27;

/** Bringing in questions collected before the class: read, planned, and unless it is a dry run imported by one command. */
export function addCollectedRoutes(router: IRouter, parts: HttpParts): void {
  // One after the other, or two at once would both plan on the session before.
  const imports = new WorkQueue(1);
  router.put(
    "/sessions/:sessionId/questions",
    route(async (request, response) => {
      const { host, actor } = await requireAccess(request, parts, { type: "question.import" });
      const { table, decisions } = await uploadedTable(request, collectedDecisionsSchema, readCollected);
      const plan = await imports.run(async () => {
        const made = planQuestions(table.rows, host.state, idsIn(host.sessionId), decisions);
        if (request.query.dryRun !== "1" && made.questions.length > 0) {
          // What is collected beforehand is asked of all.
          const roomId = plenaryIn(host.state)?.roomId;
          if (roomId === undefined) throw problem("room_unknown");
          const questions = [...made.questions];
          accepted(await host.submit(actor, parts.newId(), { type: "question.import", roomId, questions }));
        }
        return made;
      });
      response.json(replyOf(plan, table));
    }),
  );
}

/** The same question of the same asker has the same id, so that a request that is repeated doubles nothing. */
function idsIn(sessionId: string): IdOfQuestion {
  return (asker, textKey) =>
    createHash("sha256")
      .update(JSON.stringify([sessionId, asker, textKey]))
      .digest("base64url")
      .slice(0, ID_CHARS);
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
