import { lazy, Suspense, useState } from "react";
import { SESSION_RECORD_ID } from "../../../shared/domain/session/records.ts";
import { useCan, useRecord, useRecords } from "../../sync/hooks.ts";

// Fetched when first there is something to choose.
const ChoicePanel = lazy(async () => ({ default: (await import("./choice-panel.tsx")).ChoicePanel }));

/** 选组, while it is open, for whom a round seats. */
export function GroupChoice() {
  const can = useCan();
  const isOpen = useRecord("session", SESSION_RECORD_ID)?.status === "open";
  const offers = useRecords("offer");
  const [wasOpen, setWasOpen] = useState(false);
  const roundId = offers[0]?.roundId;
  if (roundId !== undefined && !wasOpen) setWasOpen(true);
  // It stays to say that it is over.
  if (!wasOpen || !isOpen || !can({ type: "round.choose" })) return null;
  return (
    <Suspense fallback={null}>
      <ChoicePanel />
    </Suspense>
  );
}
