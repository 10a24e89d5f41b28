import { useCallback, useEffect, useState } from "react";
import { useNavigate } from "react-router";
import { useSessionClient } from "../../session/session-provider.tsx";
import { isReadIn } from "./is-read-in.ts";

/** A question somebody asks to see, and the room in whose list it is shown. */
export interface Revealed {
  readonly recordId: string;
  readonly roomId: string;
}

/** Shows a question in the list of the room one is in, or goes to the one where it stands. */
export function useRevealed(roomId: string | undefined) {
  const { store, sessionId } = useSessionClient();
  const navigate = useNavigate();
  const [revealed, setRevealed] = useState<Revealed | null>(null);
  const reveal = useCallback(
    (recordId: string) => {
      const question = store.record("question", recordId);
      if (question === undefined || roomId === undefined) return;
      const there = isReadIn(question, roomId) ? roomId : question.roomId;
      setRevealed({ recordId, roomId: there });
      if (there !== roomId) void navigate(`/s/${sessionId}/room/${there}`);
    },
    [store, sessionId, roomId, navigate],
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
  const [missed, setMissed] = useState<Revealed | null>(null);
  const index = revealed === null ? -1 : keys.indexOf(revealed.recordId);
  if (revealed !== null && index < 0 && missed !== revealed) {
    setMissed(revealed);
    showAll();
  }
  useEffect(() => {
    if (revealed === null) return;
    if (index >= 0) reveal(index);
    onRevealed();
  }, [revealed, index, reveal, onRevealed]);
}
