import { Select } from "@mantine/core";
import { useState } from "react";
import { useMessages } from "../../../ui/language.tsx";
import { NotesPanel } from "../../notes/notes-panel.tsx";
import { useConsoleHall } from "../console-context.ts";

/** The notes of any room, chosen above them; begins with the room whose questions are looked at, if one. */
export function NotesTab({ roomId }: { roomId: string | null }) {
  const words = useMessages().console.notes;
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
      {shown !== null && <NotesPanel key={shown} roomId={shown} />}
    </>
  );
}
