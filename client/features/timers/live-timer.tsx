import { lazy, Suspense } from "react";
import { useRecords } from "../../sync/hooks.ts";
import { useMessages } from "../../ui/language.tsx";
import { Tag } from "../../ui/tag.tsx";

// Fetched when first something counts; what does not come keeps nothing else of the screen away.
const ShownTimer = lazy(() =>
  import("./shown-timer.tsx").then(
    (piece) => ({ default: piece.ShownTimer }),
    () => ({ default: NotShown }),
  ),
);

/** Time left, in the top bar: the group's looked at (null: none is), else everyone's; nothing where nothing is counted. */
export function LiveTimer({ roomId }: { roomId: string | null }) {
  if (useRecords("timer").length === 0) return null;
  return (
    <Suspense fallback={null}>
      <ShownTimer roomId={roomId} />
    </Suspense>
  );
}

function NotShown() {
  const { timing: words } = useMessages();
  return (
    <span role="status">
      <Tag tone="waiting">{words.notShown}</Tag>
    </span>
  );
}
