import type { IRouter, Request } from "express";
import { SHEET_FORMATS, type SheetFormat } from "../../../shared/documents/sheets/names.ts";
import { takerText } from "../../../shared/documents/watermark.ts";
import type { Actor } from "../../../shared/domain/actor.ts";
import { printedHead } from "../../../shared/domain/exports/printed-head.ts";
import type { AnyRecord } from "../../../shared/domain/records.ts";
import { zhCN } from "../../../shared/messages/zh-CN.ts";
import { idSchema } from "../../../shared/protocol/ids.ts";
import type { ClassLedgerReply } from "../../../shared/protocol/ledger-http.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";
import type { MadeFile } from "../../documents/process/document-process.ts";
import { renderSheet } from "../../documents/process/render-in-process.ts";
import { SHEET_CONTENT_TYPES } from "../../documents/sheet-format.ts";
import { recordExport } from "../../exports/record-export.ts";
import { classLedgerRows, ledgerRecords } from "../../lobby/class-ledger.ts";
import { handOut } from "../exports/hand-out.ts";
import { isOnlyAsked } from "../exports/send-export.ts";
import { requireOrganiser } from "../guard.ts";
import type { HttpParts } from "../parts.ts";
import { accepted, problem, route } from "../problem.ts";
import { sendJson } from "../send-json.ts";
import { whileAsked } from "../while-asked.ts";

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
        const actor = await requireOrganiser(request, parts);
        const contentType = SHEET_CONTENT_TYPES[format];
        if (isOnlyAsked(request, response, contentType)) return;
        const fileName = `ledger.${format}`;
        await whileAsked(response, async (signal) => {
          const inFile = new Set<string>();
          const sources = () => noted(ledgersOf(request, parts), inFile);
          const watermark = takerText(undefined, parts.clock(), zhCN);
          const task = { format, unit: null, isOfClass: true, sources, watermark };
          const made = await renderSheet(task, { signal });
          for (const sessionId of inFile) await recordIn(sessionId, { actor, format, made }, parts);
          handOut(response, made, { fileName, contentType });
        });
      }),
    );
  }
}

/** The same; the ids of those that have rows are put into `inFile`. */
async function* noted(
  ledgers: AsyncGenerator<readonly AnyRecord[]>,
  inFile: Set<string>,
): AsyncGenerator<readonly AnyRecord[]> {
  for await (const records of ledgers) {
    const session = records.find((record) => record.kind === "session");
    if (session !== undefined && records.some(({ kind }) => kind === "followup"))
      inFile.add(session.sessionId);
    yield records;
  }
}

interface ClassTaking {
  readonly actor: Actor;
  readonly format: SheetFormat;
  readonly made: MadeFile;
}

/** That its rows left in a file is recorded in each session that has some in it. */
async function recordIn(
  sessionId: string,
  { actor, format, made }: ClassTaking,
  { hosts, newId }: HttpParts,
): Promise<void> {
  await hosts.visit(sessionId, async (host) => {
    if (host === null) throw problem("session_unknown");
    const { bytes, sha256 } = made;
    const madeFrom = printedHead(host.state, host.headHash);
    const taken = { file: `classLedger.${format}`, unit: null, bytes: bytes.length, sha256, madeFrom };
    accepted(await recordExport(host, actor, taken, newId));
  });
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
