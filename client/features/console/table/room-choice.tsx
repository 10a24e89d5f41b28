import { Select } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useConsoleHall } from "../console-context.ts";

interface Props {
  /** The room to begin with; null: the first. */
  readonly roomId: string | null;
  readonly label: string;
  readonly children: (roomId: string) => ReactNode;
}

/** What there is of one room, which is chosen above it where there are several. */
export function RoomChoice({ roomId, label, children }: Props) {
  const { rooms } = useConsoleHall();
  const [chosen, setChosen] = useState(roomId);
  const shown = chosen ?? rooms[0]?.roomId ?? null;
  return (
    <>
      {rooms.length > 1 && (
        <Select
          mb={14}
          w={280}
          aria-label={label}
          data={rooms.map((room) => ({ value: room.roomId, label: room.name }))}
          value={shown}
          onChange={setChosen}
        />
      )}
      {shown !== null && children(shown)}
    </>
  );
}
