import { useCallback, useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { representativeOf } from "../../../../shared/domain/questions/family.ts";
import type { RoomRecord } from "../../../../shared/domain/rooms/records.ts";
import { useSessionClient } from "../../../sync/session-provider.tsx";
import { roomToReadIn } from "./is-read-in.ts";

/** A question somebody asks to see, and the room in whose list it is shown. */
export interface Revealed {
  readonly recordId: string;
  readonly roomId: string;
}

/** Shows a question in the list of the room one is in, or goes to that of `rooms`, which one may enter, where it is read. */
export function useRevealed(roomId: string | undefined, rooms: readonly RoomRecord[]) {
  const { store, sessionId } = useSessionClient();
  const navigate = useNavigate();
  const [revealed, setRevealed] = useState<Revealed | null>(null);
  const reveal = useCallback(
    (recordId: string) => {
      const state = store.stateForRights();
      const known = state.find("question", recordId);
      if (known === undefined) return;
      const question = representativeOf(known, state);
      const there = roomToReadIn(question, roomId, rooms);
      if (there === undefined) return;
      setRevealed({ recordId: question.id, roomId: there });
      if (there !== roomId) void navigate(`/s/${sessionId}/room/${there}`);
    },
    [store, sessionId, roomId, rooms, navigate],
  );
  const onRevealed = useCallback(() => setRevealed(null), []);
  return { revealed: revealed?.roomId === roomId ? revealed : null, reveal, onRevealed };
}

interface List {
  /** Of what is shown now, in order. */
  readonly keys: readonly string[];
  readonly reveal: (index: number) => void;
  /** Shows everything, whatever was filtered out or not shown yet. */
  readonly showAll: () => void;
}

/** Brings the row of `revealed` into sight, once; what is not shown is let in first. */
export function useRevealIn(
  { keys, reveal, showAll }: List,
  revealed: Revealed | null,
  onRevealed: () => void,
): void {
  const missed = useRef<Revealed | null>(null);
  const index = revealed === null ? -1 : keys.indexOf(revealed.recordId);
  useEffect(() => {
    if (revealed === null) return;
    if (index < 0 && missed.current !== revealed) {
      missed.current = revealed;
      showAll();
      return;
    }
    if (index >= 0) reveal(index);
    onRevealed();
  }, [revealed, index, reveal, showAll, onRevealed]);
}
