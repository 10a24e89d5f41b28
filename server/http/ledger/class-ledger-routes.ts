import type { IRouter, Request } from "express";
import { SHEET_FORMATS } from "../../../shared/documents/sheets/names.ts";
import type { AnyRecord } from "../../../shared/domain/records.ts";
import { idSchema } from "../../../shared/protocol/ids.ts";
import type { ClassLedgerReply } from "../../../shared/protocol/ledger-http.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import { renderSheet } from "../../documents/render-in-worker.ts";
import { classLedgerRows, ledgerRecords } from "../../lobby/class-ledger.ts";
import { requireOrganiser } from "../guard.ts";
import type { HttpParts } from "../parts.ts";
import { problem, route } from "../problem.ts";
import { sendJson } from "../send-json.ts";
import { sendSheet } from "./ledger-routes.ts";

/** 各场台账: the ledgers of several sessions, in one view and in one file. No session is loaded for it. */
export function addClassLedgerRoutes(router: IRouter, parts: HttpParts): void {
  router.get(
    "/ledger",
    route(async (request, response) => {
      await requireOrganiser(request, parts);
      const rows: ClassLedgerReply["rows"] = [];
      const openedAts = new Map(
        (await parts.sessions.all()).map(({ sessionId, openedAt }) => [sessionId, openedAt]),
      );
      for await (const records of ledgersOf(request, parts))
        rows.push(...classLedgerRows(records, openedAts));
      const reply: ClassLedgerReply = { now: parts.clock(), rows };
      sendJson(response, Buffer.from(JSON.stringify(reply)));
    }),
  );
  for (const format of SHEET_FORMATS) {
    router.get(
      `/ledger.${format}`,
      route(async (request, response) => {
        await requireOrganiser(request, parts);
        const sources = ledgersOf(request, parts);
        const file = await renderSheet({ format, unit: null, isOfClass: true, sources });
        sendSheet(response, file, { format, name: `ledger.${format}` });
      }),
    );
  }
}

/** The records of the ledgers asked for by `sessions=…,…`, all where it is left out, one session at a time. */
async function* ledgersOf(
  request: Request,
  { storage, sessions }: HttpParts,
): AsyncGenerator<readonly AnyRecord[]> {
  const ids = askedSessions(request) ?? (await sessions.all()).map(({ sessionId }) => sessionId);
  for (const sessionId of ids.slice(0, LIMITS.ledgersMax)) {
    const records = await ledgerRecords(storage.journal, sessionId);
    if (records === null) throw problem("session_unknown");
    yield records;
  }
}

function askedSessions({ query }: Request): string[] | null {
  if (query.sessions === undefined) return null;
  const ids = typeof query.sessions === "string" ? query.sessions.split(",") : [];
  const areIds = ids.every((id) => idSchema.safeParse(id).success);
  if (!areIds || ids.length > LIMITS.ledgersMax) throw problem("bad_request", { path: "sessions" });
  return [...new Set(ids)];
}
