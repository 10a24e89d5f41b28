import { Button } from "@mantine/core";
import type { RoomRecord } from "../../../../shared/domain/rooms/records.ts";
import { SESSION_RECORD_ID } from "../../../../shared/domain/session/records.ts";
import { useCan, useRecord } from "../../../sync/hooks.ts";
import { useMessages } from "../../../ui/language.tsx";
import { EmptyState } from "../../../ui/states/empty-state.tsx";

interface Props {
  readonly room: RoomRecord;
  /** There are questions, but none that passes the filter. */
  readonly filtered: boolean;
  readonly onClear: () => void;
}

/** No questions: what to do. */
export function QuestionsEmpty({ room, filtered, onClear }: Props) {
  const { finding, room: words } = useMessages();
  const session = useRecord("session", SESSION_RECORD_ID);
  const mayAsk = useCan()({ type: "question.ask", roomId: room.roomId });
  if (filtered) {
    return (
      <EmptyState title={finding.noneFit}>
        <Button variant="default" onClick={onClear}>
          {finding.showAll}
        </Button>
      </EmptyState>
    );
  }
  const open = mayAsk && room.status === "open" && session?.status === "open";
  const hint =
    (room.moderation ?? session?.settings.moderation) === "after" ? words.noneHintAfter : words.noneHint;
  return <EmptyState title={words.none} hint={open ? hint : words.noneHintReader} />;
}
