import { nameOfKind } from "../../../shared/domain/record-base.ts";
import type { RecordKind, ViewOf } from "../../../shared/domain/records.ts";
import { useRecord } from "../../sync/hooks.ts";
import { useSettled } from "../../ui/use-settled.ts";

/** Lanes come one after the other: what is named may be here a moment later, and what was shown be gone a moment before. */
const LATE_MAX_MS = 1_500;

/** The record on the stage; what stood there before until it is here, so that no other page flashes up between. Null: none. */
export function useShownRecord(recordId: string | null): ViewOf<RecordKind> | null {
  const named = useRecord(nameOfKind(recordId ?? "") as RecordKind, recordId ?? "");
  const record = recordId === null ? null : named;
  return useSettled(record, LATE_MAX_MS, (one) => one !== undefined) ?? null;
}
