import { DEFAULT_TIME_ZONE, type DocumentOptions } from "../../shared/documents/options.ts";
import { watermarkOf } from "../../shared/documents/watermark.ts";
import type { Actor } from "../../shared/domain/actor.ts";
import { type PrintedHead, printedHead } from "../../shared/domain/exports/printed-head.ts";
import { zhCN } from "../../shared/messages/zh-CN.ts";
import type { FontPlaces } from "../documents/pdf/fonts/font-places.ts";
import type { MadeFile } from "../documents/process/document-process.ts";
import type { MakingLimits } from "../documents/process/in-process.ts";
import {
  renderAssignmentsByUnit,
  renderAttendanceSheet,
  renderDocument,
  renderSheet,
} from "../documents/process/render-in-process.ts";
import { storedRoomNotes } from "../documents/room-notes.ts";
import type { SessionHost } from "../host/session-host.ts";
import { ledgerRecordsIn } from "../lobby/class-ledger.ts";
import type { Storage } from "../ports/storage.ts";
import type { ExportFile } from "./export-file.ts";

/** A file that is whole when it is handed out; an archive never is. */
export type WholeFile = Exclude<ExportFile, { kind: "archive" }>;

export interface ExportRequest {
  readonly file: WholeFile;
  /** Whose part of it alone; null: all of it. */
  readonly unit: string | null;
  /** Who takes it. */
  readonly actor: Actor;
  readonly host: SessionHost;
}

export interface ExportParts {
  readonly storage: Storage;
  readonly fontPlaces: FontPlaces;
  /** Milliseconds since 1970 UTC. */
  readonly clock: () => number;
}

/** A file to be handed out, the head of the journal it was made from, and whether the session wanted it to tell who takes it. */
export interface MadeExport extends MadeFile {
  readonly madeFrom: PrintedHead;
  readonly isMarked: boolean;
}

/** The file as the session stands now. Rejects with `RenderError`. */
export async function makeExport(
  { file, unit, actor, host }: ExportRequest,
  { storage, fontPlaces, clock }: ExportParts,
  limits: MakingLimits,
): Promise<MadeExport> {
  const { sessionId, state, headHash } = host;
  const madeFrom = printedHead(state, headHash);
  const watermark = watermarkOf(actor, state, clock(), zhCN);
  const marked = watermark !== undefined && { watermark };
  const records = () => state.everything();
  const options: DocumentOptions = {
    timeZone: DEFAULT_TIME_ZONE,
    head: madeFrom,
    ...(unit !== null && { unit }),
    ...marked,
  };
  const make = (): Promise<MadeFile> => {
    switch (file.kind) {
      case "document": {
        const rooms = () => storedRoomNotes(state, sessionId, storage.notes);
        const { name, format } = file;
        return renderDocument({ name, format, records, rooms, options, fontPlaces }, limits);
      }
      case "ledger": {
        const sources = () => [ledgerRecordsIn(state)];
        return renderSheet({ format: file.format, unit, isOfClass: false, sources, ...marked }, limits);
      }
      case "attendanceSheet":
        return renderAttendanceSheet({ records, options }, limits);
      case "assignmentsByUnit":
        return renderAssignmentsByUnit({ records, options, fontPlaces }, limits);
    }
  };
  return { ...(await make()), madeFrom, isMarked: watermark !== undefined };
}
