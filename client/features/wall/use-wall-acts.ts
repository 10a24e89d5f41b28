import { useMemo } from "react";
import { helpRecordId } from "../../../shared/domain/help/records.ts";
import { noticeRecordId } from "../../../shared/domain/notices/records.ts";
import { SESSION_RECORD_ID } from "../../../shared/domain/session/records.ts";
import type { Command } from "../../../shared/protocol/commands/command.ts";
import { useCan, useRecord } from "../../sync/hooks.ts";
import { useSessionClient } from "../../sync/session-provider.tsx";
import { useAllMessages } from "../../ui/language.tsx";
import { useUndoNotice } from "../../ui/undo.tsx";
import { useAct } from "../acting/use-act.ts";

/** Where a line goes: to one room, or with null to all. */
export type LineTo = { readonly roomId: string; readonly name: string } | null;

/** What staff do on the wall. */
export interface WallActs {
  /** Whether rooms are answered and spoken to: a moderator in an open session. */
  readonly speaks: boolean;
  /** Somebody goes there; undone, the room calls as before. */
  answer(room: { readonly roomId: string; readonly name: string }): void;
  /** Says a line; what stood there before comes back when it is undone. */
  say(to: LineTo, text: string): void;
  withdraw(to: LineTo): void;
}

export function useWallActs(): WallActs {
  const act = useAct();
  const can = useCan();
  const { store } = useSessionClient();
  const { wall: words } = useAllMessages();
  const undoNotice = useUndoNotice();
  const isOpen = useRecord("session", SESSION_RECORD_ID)?.status === "open";
  const speaks = isOpen && can({ type: "notice.send" });
  return useMemo(() => {
    return {
      speaks,
      answer: async ({ roomId, name }) => {
        const call = store.record("help", helpRecordId(roomId));
        if (!(await act({ type: "help.answer", roomId })) || call === undefined) return;
        const { calledAt } = call;
        undoNotice(words.answered(name), () => void act({ type: "help.restore", roomId, calledAt }));
      },
      say: async (to, text) => {
        const roomId = to?.roomId ?? null;
        const standing = () => store.record("notice", noticeRecordId(roomId))?.text;
        const before = standing();
        if (!(await act({ type: "notice.send", roomId, text }))) return;
        undoNotice(to === null ? words.saidAll : words.said(to.name), () => {
          // What others said since stays.
          if (standing() !== text) return;
          const undo: Command =
            before === undefined
              ? { type: "notice.withdraw", roomId }
              : { type: "notice.send", roomId, text: before };
          void act(undo);
        });
      },
      withdraw: (to) => void act({ type: "notice.withdraw", roomId: to?.roomId ?? null }),
    };
  }, [speaks, act, store, words, undoNotice]);
}
