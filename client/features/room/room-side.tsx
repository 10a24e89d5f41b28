import { useCallback, useRef, useState } from "react";
import type { RoomRecord } from "../../../shared/domain/rooms/records.ts";
import { SESSION_RECORD_ID } from "../../../shared/domain/session/records.ts";
import { useFormDraft } from "../../drafts/use-form-draft.ts";
import { useRecord } from "../../sync/hooks.ts";
import { type AskDraft, BLANK_ASK, readAskDraft, withTakenBack } from "./asking/ask-draft.ts";
import { AskForm } from "./asking/ask-form.tsx";
import { LeftAsks } from "./asking/left-asks.tsx";
import { MyQuestions } from "./asking/my-questions.tsx";

interface Props {
  readonly room: RoomRecord;
  /** Shows a question in the list of the room. */
  readonly onReveal: (recordId: string) => void;
}

/** My next act: to ask, and to see what became of what I asked. */
export function RoomSide({ room, onReveal }: Props) {
  const session = useRecord("session", SESSION_RECORD_ID);
  const draft = useFormDraft(`ask.${room.roomId}`, BLANK_ASK, readAskDraft);
  const { values, change } = draft;
  const [focusKey, setFocusKey] = useState(0);
  const latest = useRef(values);
  latest.current = values;
  // A notice that offers to take back outlives what stood in the field when it came.
  const takeBack = useCallback(
    (back: AskDraft) => {
      change(withTakenBack(latest.current, back));
      setFocusKey((turn) => turn + 1);
    },
    [change],
  );
  return (
    <>
      {session?.status === "open" && (
        <>
          <LeftAsks onTake={takeBack} />
          <AskForm
            room={room}
            session={session}
            draft={draft}
            onTakeBack={takeBack}
            focusKey={focusKey}
            onReveal={onReveal}
          />
        </>
      )}
      <MyQuestions room={room} onTakeBack={takeBack} onReveal={onReveal} />
    </>
  );
}
