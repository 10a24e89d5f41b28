import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { setPriority } from "node:os";
import { type ByUnitTask, makeByUnit } from "./make-by-unit.ts";
import { type DocumentFile, type MakingProgress, makeDocument, type RenderTask } from "./make-document.ts";
import { type AttendanceSheetTask, makeAttendanceSheet, makeSheet, type SheetTask } from "./make-sheet.ts";
import { type MadePreview, makePreview, type PreviewTask } from "./preview/make-preview.ts";

/** What a process is started for; it makes one thing and is ended. */
export type DocumentTask =
  | ({ readonly kind: "render" } & RenderTask)
  | ({ readonly kind: "preview" } & PreviewTask)
  | ({ readonly kind: "sheet" } & SheetTask)
  | ({ readonly kind: "attendanceSheet" } & AttendanceSheetTask)
  | ({ readonly kind: "assignmentsByUnit" } & ByUnitTask);

/** A file with its SHA-256 as hex. */
export interface MadeFile extends DocumentFile {
  readonly sha256: string;
}

export type DocumentTaskResult =
  | { readonly kind: "rendered"; readonly files: readonly MadeFile[] }
  | { readonly kind: "previewed"; readonly preview: MadePreview };

/** As nice counts: between 0, the meeting's, and 19. */
const PRIORITY = 5;

async function perform(task: DocumentTask): Promise<DocumentTaskResult> {
  switch (task.kind) {
    case "render":
      return { kind: "rendered", files: (await makeDocument(task, tell)).map(withDigest) };
    case "preview":
      return { kind: "previewed", preview: await makePreview(task) };
    case "sheet":
      return { kind: "rendered", files: [withDigest(await makeSheet(task))] };
    case "attendanceSheet":
      return { kind: "rendered", files: [withDigest(await makeAttendanceSheet(task))] };
    case "assignmentsByUnit":
      return { kind: "rendered", files: [withDigest(await makeByUnit(task, tell))] };
  }
}

function tell(progress: MakingProgress): void {
  process.send?.(progress);
}

function withDigest(file: DocumentFile): MadeFile {
  return { ...file, sha256: createHash("sha256").update(file.bytes).digest("hex") };
}

/** A meeting goes before its paperwork. On Linux each thread has a priority, and those of the program are there already. */
function giveWay(): void {
  const threads = process.platform === "linux" ? readdirSync("/proc/self/task").map(Number) : [process.pid];
  for (const thread of threads) {
    try {
      setPriority(thread, PRIORITY);
    } catch {
      // It has ended meanwhile.
    }
  }
}

giveWay();
process.once("disconnect", () => process.exit());
process.once("message", async (task: DocumentTask) => {
  process.send?.(await perform(task));
});
