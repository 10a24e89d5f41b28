import { lazy, Suspense } from "react";
import { useRecords } from "../../sync/hooks.ts";

// Fetched when there is an agenda; what does not come keeps nothing else of the screen away.
const AgendaLine = lazy(() =>
  import("./agenda-line.tsx").then(
    (piece) => ({ default: piece.AgendaLine }),
    () => ({ default: () => null }),
  ),
);

/** The item under way, for who is in a room. */
export function LiveAgendaLine() {
  if (useRecords("agendaItem").length === 0) return null;
  return (
    <Suspense fallback={null}>
      <AgendaLine />
    </Suspense>
  );
}
