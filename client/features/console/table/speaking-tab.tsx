import { Select } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { useMessages } from "../../../ui/language.tsx";
import { Loading } from "../../../ui/states/loading.tsx";
import { useConsole, useConsoleHall } from "../console-context.ts";

// Fetched once somebody looks at it.
const FloorPanel = lazy(async () => ({
  default: (await import("../../speaking/floor-panel.tsx")).FloorPanel,
}));

/** 发言 of any room, chosen above it; begins with the room whose questions are looked at, if one. */
export function SpeakingTab({ roomId }: { roomId: string | null }) {
  const words = useMessages().speaking;
  const { showKeys } = useConsole();
  const { rooms } = useConsoleHall();
  const [chosen, setChosen] = useState(roomId);
  const shown = chosen ?? rooms[0]?.roomId ?? null;
  return (
    <>
      {rooms.length > 1 && (
        <Select
          mb={14}
          w={280}
          aria-label={words.room}
          data={rooms.map((room) => ({ value: room.roomId, label: room.name }))}
          value={shown}
          onChange={setChosen}
        />
      )}
      {shown !== null && (
        <Suspense fallback={<Loading />}>
          <FloorPanel key={shown} roomId={shown} isShown hasKeys={showKeys} />
        </Suspense>
      )}
    </>
  );
}
