import { useCallback, useRef, useState } from "react";
import type { RoomRecord } from "../../../shared/domain/rooms/records.ts";
import { SESSION_RECORD_ID } from "../../../shared/domain/session/records.ts";
import { useMe, useRecord } from "../../session/hooks.ts";
import { useDraft } from "../../session/use-draft.ts";
import { UnitDesk } from "../unit-desk/unit-desk.tsx";
import { useDesk } from "../unit-desk/use-desk.ts";
import { AskForm } from "./ask-form.tsx";
import { MyQuestions } from "./my-questions.tsx";

interface Props {
  readonly room: RoomRecord;
  /** Shows a question in the list of the room. */
  readonly onReveal: (recordId: string) => void;
}

/** My next act: the counties ask, the municipal units answer. */
export function RoomSide({ room, onReveal }: Props) {
  const me = useMe();
  const desk = useDesk();
  if (me !== undefined && desk !== null) return <UnitDesk unit={me.unit} desk={desk} />;
  return <AskSide room={room} onReveal={onReveal} />;
}

function AskSide({ room, onReveal }: Props) {
  const session = useRecord("session", SESSION_RECORD_ID);
  const { text, write } = useDraft(`ask.${room.roomId}`);
  const [focusKey, setFocusKey] = useState(0);
  const latest = useRef(text);
  latest.current = text;
  // A notice that offers to take back outlives what stood in the field when it came.
  const takeBack = useCallback(
    (refused: string) => {
      const before = latest.current.trimEnd();
      write(before === "" ? refused : `${before}\n${refused}`);
      setFocusKey((turn) => turn + 1);
    },
    [write],
  );
  return (
    <>
      {session?.status === "open" && (
        <AskForm
          room={room}
          session={session}
          text={text}
          onText={write}
          onTakeBack={takeBack}
          focusKey={focusKey}
          onReveal={onReveal}
        />
      )}
      <MyQuestions room={room} onTakeBack={takeBack} onReveal={onReveal} />
    </>
  );
}
