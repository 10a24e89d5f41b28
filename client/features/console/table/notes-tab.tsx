import { useAllMessages } from "../../../ui/language.tsx";
import { NotesPanel } from "../../notes/notes-panel.tsx";
import { RoomChoice } from "./room-choice.tsx";

/** The notes of any room, chosen above them; begins with the room whose questions are looked at, if one. */
export function NotesTab({ roomId }: { roomId: string | null }) {
  const words = useAllMessages().console.notes;
  return (
    <RoomChoice roomId={roomId} label={words.room}>
      {(shown) => <NotesPanel key={shown} roomId={shown} />}
    </RoomChoice>
  );
}
