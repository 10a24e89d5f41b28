import type { IRouter } from "express";
import { type Actor, actorId } from "../../../shared/domain/actor.ts";
import { type LedgerPlan, NOTHING_DECIDED, planLedger } from "../../../shared/domain/ledger/plan.ts";
import { ledgerDecisionsSchema } from "../../../shared/domain/ledger/row.ts";
import type { SessionState } from "../../../shared/domain/state.ts";
import { ledgerFile } from "../../../shared/messages/ledger/zh-CN.ts";
import type { LedgerTable } from "../../ledger/ledger-table.ts";
import { readLedger } from "../../ledger/read-ledger.ts";
import { textDigest } from "../../text-digest.ts";
import { WorkQueue } from "../../work-queue.ts";
import { requireAccess } from "../guard.ts";
import type { HttpParts } from "../parts.ts";
import { accepted, route } from "../problem.ts";
import { uploadedTable } from "../uploaded-file.ts";

/** The ledger as a spreadsheet comes back. */
export function addLedgerRoutes(router: IRouter, parts: HttpParts): void {
  // One after the other, or two at once would both plan on the ledger before.
  const imports = new WorkQueue(1);
  router.put(
    "/sessions/:sessionId/ledger",
    route(async (request, response) => {
      const { host, actor } = await requireAccess(request, parts, { type: "ledger.import" });
      const { table, decisions } = await uploadedTable(request, ledgerDecisionsSchema, readLedger);
      const importId = parts.newId();
      const plan = await imports.run(async () => {
        const made = planLedger(table.rows, {
          ...actingOn(host.state, actor, parts),
          words: ledgerFile,
          digestOf: textDigest,
          newId: parts.newId,
          decisions: decisions ?? NOTHING_DECIDED,
        });
        if (request.query.dryRun !== "1" && made.imported.length > 0) {
          const rows = [...made.imported];
          const command = { type: "ledger.import", importId, rows } as const;
          accepted(await host.submit(actor, parts.newId(), command));
        }
        return made;
      });
      response.json(replyOf(plan, table, importId));
    }),
  );
}

function actingOn(state: SessionState, actor: Actor, { clock }: HttpParts) {
  return { state, actor, by: actorId(actor), now: clock() };
}

function replyOf({ rows, absent }: LedgerPlan, { sheets }: LedgerTable, importId: string) {
  return { importId, rows, absent, sheets };
}
