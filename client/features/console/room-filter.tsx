import { Select } from "@mantine/core";
import { useAllMessages } from "../../ui/language.tsx";
import { useConsoleHall } from "./console-context.ts";

interface Props {
  /** The one room looked at; `null`: all. */
  readonly roomId: string | null;
  readonly onRoom: (roomId: string | null) => void;
}

/** Which room's questions the console shows; nothing to choose where there is one room. */
export function RoomFilter({ roomId, onRoom }: Props) {
  const words = useAllMessages().console.room;
  const { rooms } = useConsoleHall();
  if (rooms.length < 2) return null;
  return (
    <Select
      aria-label={words.filter}
      size="xs"
      w={130}
      data={[
        { value: "", label: words.all },
        ...rooms.map((room) => ({ value: room.roomId, label: room.name })),
      ]}
      value={roomId ?? ""}
      onChange={(value) => onRoom(value === "" ? null : value)}
    />
  );
}
