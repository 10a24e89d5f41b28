import { useCallback } from "react";
import { HOUSE_STYLE_RECORD_ID } from "../../../../shared/domain/house-style/records.ts";
import type { HouseStyleChanges } from "../../../../shared/protocol/house-style/house-style.ts";
import { useRecord } from "../../../sync/hooks.ts";
import { useUndoNotice } from "../../../ui/undo.tsx";
import { useAct } from "../../acting/use-act.ts";

const NOTHING: HouseStyleChanges = {};

/** What this session's documents have of their own look, and how that is changed: `(style, what was done)`; each act can be taken back. */
export function useHouseStyle(): [
  HouseStyleChanges,
  (style: HouseStyleChanges | null, done: string) => Promise<boolean>,
] {
  const known = useRecord("houseStyle", HOUSE_STYLE_RECORD_ID)?.changes;
  const act = useAct();
  const undoNotice = useUndoNotice();
  const change = useCallback(
    async (style: HouseStyleChanges | null, done: string) => {
      const isDone = await act({ type: "document.style", style });
      if (isDone) undoNotice(done, () => void act({ type: "document.style", style: known ?? null }));
      return isDone;
    },
    [act, undoNotice, known],
  );
  return [known ?? NOTHING, change];
}
