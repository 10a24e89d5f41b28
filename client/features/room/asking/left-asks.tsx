import { Button } from "@mantine/core";
import { useMemo, useState } from "react";
import type { RoomRecord } from "../../../../shared/domain/rooms/records.ts";
import { draftKey } from "../../../drafts/use-draft.ts";
import { browserStorage } from "../../../sync/browser-storage.ts";
import { useCan, useMe, useRecords } from "../../../sync/hooks.ts";
import { useSessionClient } from "../../../sync/session-provider.tsx";
import { useMessages } from "../../../ui/language.tsx";
import { excerpt } from "../../../ui/text/excerpt.ts";
import { useUndoNotice } from "../../../ui/undo.tsx";
import { myRooms } from "../my-rooms.ts";
import styles from "../room-side.module.css";
import { type AskDraft, readAskDraft } from "./ask-draft.ts";

/** A question half written in a room that its writer has no way into any more. */
interface LeftAsk {
  readonly key: string;
  readonly stored: string;
  readonly draft: AskDraft;
  readonly room: RoomRecord | undefined;
}

/** Questions half written where their writer was moved away from: each is offered here, and stays until it is taken or let go. */
export function LeftAsks({ onTake }: { onTake: (draft: AskDraft) => void }) {
  const words = useMessages().room.ask.left;
  const undoNotice = useUndoNotice();
  const [left, look] = useLeftAsks();
  if (left.length === 0) return null;
  const remove = ({ key }: LeftAsk) => {
    browserStorage.removeItem(key);
    look();
  };
  const letGo = (ask: LeftAsk) => {
    remove(ask);
    undoNotice(words.letGo(excerpt(ask.draft.text)), () => {
      browserStorage.setItem(ask.key, ask.stored);
      look();
    });
  };
  return (
    <section aria-label={words.region} className={styles.left}>
      {left.map((ask) => (
        <div key={ask.key}>
          <p>{words.from(ask.room?.name ?? "", excerpt(ask.draft.text))}</p>
          <div className={styles.acts}>
            <Button
              size="compact-md"
              variant="default"
              onClick={() => {
                remove(ask);
                onTake(ask.draft);
              }}
            >
              {words.take}
            </Button>
            <Button size="compact-md" variant="subtle" onClick={() => letGo(ask)}>
              {words.discard}
            </Button>
          </div>
        </div>
      ))}
    </section>
  );
}

function useLeftAsks(): [readonly LeftAsk[], () => void] {
  const { sessionId, actorId } = useSessionClient();
  const me = useMe();
  const isStaff = useCan()({ type: "documents.read" });
  const rooms = useRecords("room");
  const [looks, setLooks] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is stored changes under the same names
  const left = useMemo(() => {
    const open = new Set(myRooms(rooms, me, isStaff).map(({ roomId }) => roomId));
    const prefix = draftKey(sessionId, actorId, "ask.");
    return Array.from({ length: browserStorage.length }, (_, index) => browserStorage.key(index) ?? "")
      .filter((key) => key.startsWith(prefix) && !open.has(key.slice(prefix.length)))
      .flatMap((key): LeftAsk[] => {
        const stored = browserStorage.getItem(key) ?? "";
        const draft = readAskDraft(stored);
        const room = rooms.find(({ roomId }) => roomId === key.slice(prefix.length));
        return draft.text.trim() === "" ? [] : [{ key, stored, draft, room }];
      });
  }, [sessionId, actorId, me, isStaff, rooms, looks]);
  return [left, () => setLooks((count) => count + 1)];
}
