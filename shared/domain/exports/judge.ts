import type { CommandOf } from "../../protocol/commands/command.ts";
import type { exportCommands } from "../../protocol/commands/exports.ts";
import { LIMITS } from "../../protocol/limits.ts";
import type { Acting } from "../acting.ts";
import type { Judges } from "../judging.ts";
import { type Patch, put, remove } from "../patches.ts";
import { done, type Result, refuse } from "../result.ts";
import { newestExport } from "./printed-head.ts";
import { exportRecordId } from "./records.ts";

/** The oldest takings leave the records; in the journal they stay. */
function recordExport(command: CommandOf<"export.record">, { state, by, now }: Acting): Result<Patch[]> {
  const { type: _type, exportId, madeFrom, ...file } = command;
  const id = exportRecordId(exportId);
  if (state.get(id) !== undefined) return refuse("id_taken");
  const before = newestExport(state);
  const isSame = madeFrom.seq === state.head;
  const lastChange = before?.lastChange ?? (isSame ? madeFrom : null);
  const kept = [...state.all("export")].sort((one, other) => one.rev - other.rev);
  const leaving = kept.slice(0, Math.max(0, kept.length + 1 - LIMITS.exportsKept));
  return done([
    put("export", id, { exportId, ...file, madeFrom, lastChange, takenBy: by, takenAt: now }),
    ...leaving.map((old) => remove(old.id)),
  ]);
}

export const exportJudges: Judges<keyof typeof exportCommands> = { "export.record": recordExport };
