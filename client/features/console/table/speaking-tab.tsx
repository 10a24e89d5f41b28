import { lazy, Suspense } from "react";
import { useMessages } from "../../../ui/language.tsx";
import { Loading } from "../../../ui/states/loading.tsx";
import { useConsole } from "../console-context.ts";
import { RoomChoice } from "./room-choice.tsx";

// Fetched once somebody looks at it.
const FloorPanel = lazy(async () => ({
  default: (await import("../../speaking/floor-panel.tsx")).FloorPanel,
}));

/** 发言 of any room, chosen above it; begins with the room whose questions are looked at, if one. */
export function SpeakingTab({ roomId }: { roomId: string | null }) {
  const words = useMessages().speaking;
  const { showKeys } = useConsole();
  return (
    <RoomChoice roomId={roomId} label={words.room}>
      {(shown) => (
        <Suspense fallback={<Loading />}>
          <FloorPanel key={shown} roomId={shown} isShown hasKeys={showKeys} />
        </Suspense>
      )}
    </RoomChoice>
  );
}
