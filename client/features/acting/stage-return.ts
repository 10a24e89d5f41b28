import { STAGE_RECORD_ID, stagePageOf } from "../../../shared/domain/stage/records.ts";
import type { CommandOf } from "../../../shared/protocol/commands/command.ts";
import type { LaneStore } from "../../sync/lane-store.ts";

/**
 * Ask before `shown` is put on the stage; what it gives brings back what the hall saw until then, at its page, or is null where
 * somebody has shown something else since, which stays.
 */
export function stageReturn(store: LaneStore, shown: string | null): () => CommandOf<"stage.show"> | null {
  const before = store.record("stage", STAGE_RECORD_ID);
  return () => {
    if ((store.record("stage", STAGE_RECORD_ID)?.recordId ?? null) !== shown) return null;
    const page = before === undefined ? 1 : stagePageOf(before);
    return { type: "stage.show", recordId: before?.recordId ?? null, page };
  };
}
