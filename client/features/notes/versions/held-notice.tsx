import { notesHoldRecordId } from "../../../../shared/domain/notes/records.ts";
import { useMe, useRecord } from "../../../sync/hooks.ts";
import { useMessages } from "../../../ui/language.tsx";

/** Tells somebody whose right to write was taken away why the notes are read-only. */
export function HeldNotice({ roomId }: { roomId: string }) {
  const words = useMessages().notes;
  const me = useMe();
  const hold = useRecord("notesHold", notesHoldRecordId(roomId, me?.personId ?? ""));
  if (me === undefined || hold === undefined) return null;
  return (
    <p className="notes-notice" role="status">
      {words.heldNotice}
    </p>
  );
}
