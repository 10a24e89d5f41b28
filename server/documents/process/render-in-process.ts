import type { AnyRecord } from "../../../shared/domain/records.ts";
import type { DocumentFormat } from "../../../shared/protocol/document-names.ts";
import { WorkQueue } from "../../work-queue.ts";
import type { RenderTask, RoomNotesState } from "../make-document.ts";
import type { MadePreview } from "../make-preview.ts";
import type { SheetTask } from "../make-sheet.ts";
import { RenderError } from "../render-error.ts";
import type { DocumentTask, MadeFile } from "./document-process.ts";
import { inProcess, type MakingLimits } from "./in-process.ts";
import type { Sources } from "./parcels.ts";

export interface RenderRequest extends Pick<RenderTask, "name" | "options" | "fontPlaces"> {
  readonly format: DocumentFormat;
  /** The same each time, until the document is made. */
  readonly records: () => Iterable<AnyRecord>;
  /** Asked for once it is the turn of this document. */
  readonly rooms: () => Promise<readonly RoomNotesState[]>;
}

/**
 * A document, read, built and typeset in one process of its own, so that no meeting waits for it. Equal records and notes give equal
 * bytes. Rejects with `RenderError` when they cannot be made or take longer than the deadline, and as `rooms` does.
 */
export async function renderDocument(
  { format, ...request }: RenderRequest,
  limits: MakingLimits = {},
): Promise<MadeFile> {
  const [file] = await renderFormats({ ...request, formats: [format] }, limits);
  if (file === undefined) throw new RenderError("failed");
  return file;
}

/** The same document in several formats, a file each in their order, made one after the other in one process. */
export function renderFormats(
  {
    formats,
    records,
    rooms,
    ...request
  }: Omit<RenderRequest, "format"> & { readonly formats: readonly DocumentFormat[] },
  limits: MakingLimits = {},
): Promise<readonly MadeFile[]> {
  return processes.run(async () => {
    limits.onProgress?.({ step: "reading", share: 0 });
    const task: DocumentTask = { kind: "render", formats, ...request, rooms: await rooms() };
    return filesOf(task, () => [records()], limits);
  }, limits.signal);
}

/** 交办单: a file a unit, packed into one; as `renderDocument` makes documents. */
export function renderAssignmentsByUnit(
  { records, ...request }: Pick<RenderRequest, "records" | "options" | "fontPlaces">,
  limits: MakingLimits = {},
): Promise<MadeFile> {
  return processes.run(
    () => fileOf({ kind: "assignmentsByUnit", ...request }, () => [records()], limits),
    limits.signal,
  );
}

/** 签到表 as a spreadsheet; likewise. */
export function renderAttendanceSheet(
  { records, options }: Pick<RenderRequest, "records" | "options">,
  limits: MakingLimits = {},
): Promise<MadeFile> {
  return processes.run(
    () => fileOf({ kind: "attendanceSheet", options }, () => [records()], limits),
    limits.signal,
  );
}

/** A document as its preview shows it, as `renderDocument` makes files. */
export async function renderPreview(
  { records, rooms, ...request }: Omit<RenderRequest, "format">,
  limits: MakingLimits = {},
): Promise<MadePreview> {
  return processes.run(async () => {
    const task: DocumentTask = { kind: "preview", ...request, rooms: await rooms() };
    const result = await inProcess(task, () => [records()], limits);
    if (result.kind !== "previewed") throw new RenderError("failed");
    return result.preview;
  }, limits.signal);
}

export interface SheetRequest extends Omit<SheetTask, "sources"> {
  /** The records of each session, the same each time; asked for one after the other, once it is the turn of this sheet. */
  readonly sources: () => Sources;
}

/** Ledgers as a spreadsheet, as `renderDocument` makes documents. */
export function renderSheet(
  { sources, ...request }: SheetRequest,
  limits: MakingLimits = {},
): Promise<MadeFile> {
  return processes.run(() => fileOf({ kind: "sheet", ...request }, sources, limits), limits.signal);
}

async function fileOf(task: DocumentTask, sources: () => Sources, limits: MakingLimits): Promise<MadeFile> {
  const [file] = await filesOf(task, sources, limits);
  if (file === undefined) throw new RenderError("failed");
  return file;
}

async function filesOf(
  task: DocumentTask,
  sources: () => Sources,
  limits: MakingLimits,
): Promise<readonly MadeFile[]> {
  const result = await inProcess(task, sources, limits);
  if (result.kind !== "rendered") throw new RenderError("failed");
  return result.files;
}

/** Each may take half a gigabyte; who comes third waits. */
const processes = new WorkQueue(2);
