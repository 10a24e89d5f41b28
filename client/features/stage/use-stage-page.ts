import { useContext, useEffect, useState } from "react";
import { SESSION_RECORD_ID } from "../../../shared/domain/session/records.ts";
import { STAGE_RECORD_ID, stagePageOf } from "../../../shared/domain/stage/records.ts";
import { useOutbox, useRecord, useSend } from "../../sync/hooks.ts";
import { isRefused } from "../../sync/outbox.ts";
import { OwnPageContext } from "./own-page.ts";

export interface StageTurning {
  /** The page that is shown, from 1; never beyond `pages`. */
  readonly page: number;
  /** Turns by so many pages; beyond the first and the last it does nothing. */
  readonly turnBy: (step: 1 | -1) => void;
}

/** The page of `recordId`: in a preview the own one, else that of the stage. */
export function useStagePage(recordId: string, pages: number): StageTurning {
  const own = useContext(OwnPageContext);
  const ofStage = usePageOnStage(recordId, pages);
  const onPages = own?.onPages;
  useEffect(() => onPages?.(pages), [onPages, pages]);
  if (own === null) return ofStage;
  const page = Math.min(own.page, pages);
  return {
    page,
    turnBy: (step) => {
      const next = page + step;
      if (next >= 1 && next <= pages) own.onPage(next);
    },
  };
}

/** What this screen has just turned to goes before what the server knows. */
function usePageOnStage(recordId: string, pages: number): StageTurning {
  const stage = useRecord("stage", STAGE_RECORD_ID);
  const isSealed = useRecord("session", SESSION_RECORD_ID)?.status === "sealed";
  const outbox = useOutbox();
  const send = useSend();
  // A sealed session takes no more commands; then each screen turns for itself.
  const [own, setOwn] = useState<{ readonly recordId: string; readonly page: number } | null>(null);
  const turns = outbox.flatMap((entry) =>
    entry.command.type === "stage.turn" && !isRefused(entry) ? [entry.command] : [],
  );
  const turned = turns.findLast((turn) => turn.recordId === recordId) ?? null;
  const wished = (isSealed && own?.recordId === recordId ? own : turned)?.page;
  const known = stage?.recordId === recordId ? stagePageOf(stage) : 1;
  const page = Math.min(wished ?? known, pages);
  return {
    page,
    turnBy: (step) => {
      const next = page + step;
      if (next < 1 || next > pages) return;
      if (isSealed) setOwn({ recordId, page: next });
      else void send({ type: "stage.turn", recordId, page: next });
    },
  };
}
