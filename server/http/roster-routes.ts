import express, { type IRouter, type Request } from "express";
import type { PersonRecord } from "../../shared/domain/people/records.ts";
import { planRoster, type RosterPlan } from "../../shared/domain/roster/plan.ts";
import {
  type RosterDecisions,
  rosterDecisionsSchema,
  rosterUploadSchema,
  rowsOfUpload,
} from "../../shared/domain/roster/row.ts";
import { wireError } from "../../shared/protocol/errors.ts";
import { LIMITS } from "../../shared/protocol/limits.ts";
import { readRoster } from "../roster/read-roster.ts";
import type { RosterTable } from "../roster/roster-table.ts";
import { WorkQueue } from "../work-queue.ts";
import { requireAccess } from "./guard.ts";
import type { HttpParts } from "./parts.ts";
import { accepted, HttpProblem, parseBody, route } from "./problem.ts";
import { uploadedTable } from "./uploaded-file.ts";

/** Bringing the roster in: read, planned, and unless it is a dry run imported by one command, all of it or nothing. */
export function addRosterRoutes(router: IRouter, parts: HttpParts): void {
  // One after the other, or two at once would both plan on the roster before and double it.
  const imports = new WorkQueue(1);
  router.put(
    "/sessions/:sessionId/roster",
    route(async (request, _response, next) => {
      await requireAccess(request, parts, { type: "roster.read" });
      next();
    }),
    express.json({ limit: LIMITS.rosterFileMaxBytes }),
    route(async (request, response) => {
      const { host, actor } = await requireAccess(request, parts, { type: "roster.read" });
      const { table, decisions } = await uploadOf(request);
      const plan = await imports.run(async () => {
        const { state } = host;
        const made = planRoster(table.rows, state.all("person"), state.all("room"), parts.newId, decisions);
        if (made.refusal !== null) throw new HttpProblem(wireError(made.refusal.code, made.refusal.details));
        if (request.query.dryRun !== "1" && made.people.length > 0) {
          const people = [...made.people];
          const removed = made.removed.map(({ personId }) => personId);
          accepted(await host.submit(actor, parts.newId(), { type: "roster.import", people, removed }));
        }
        return made;
      });
      response.json(await replyOf(plan, table, host.sessionId, parts));
    }),
  );
}

interface Upload {
  readonly table: RosterTable;
  readonly decisions: RosterDecisions | undefined;
}

async function uploadOf(request: Request): Promise<Upload> {
  if (request.is("multipart/form-data") === false) {
    const upload = parseBody(rosterUploadSchema, request.body);
    return { table: { rows: rowsOfUpload(upload), sheets: [] }, decisions: upload.decisions };
  }
  return uploadedTable(request, rosterDecisionsSchema, readRoster);
}

async function replyOf(plan: RosterPlan, table: RosterTable, sessionId: string, { pins }: HttpParts) {
  const refusedByRow = new Set(plan.refusedByRow);
  const pinOf = await pins.all(
    sessionId,
    plan.people.map((person) => person.personId),
  );
  return {
    people: plan.people.map(({ personId, name, unit }) => ({
      personId,
      name,
      unit,
      pin: pinOf.get(personId) ?? "",
    })),
    rejected: plan.rows.flatMap((row) =>
      row.status === "refused" ? [{ sheet: row.sheet, row: row.row, reason: row.reason }] : [],
    ),
    rows: plan.rows,
    unknownGroups: plan.unknownGroups,
    absent: plan.absent.map((person) => ({
      ...calledOf(person),
      ...(refusedByRow.has(person) && { rowRefused: true }),
    })),
    removed: plan.removed.map(calledOf),
    sheets: table.sheets,
  };
}

function calledOf({ personId, name, unit }: PersonRecord) {
  return { personId, name, unit };
}
