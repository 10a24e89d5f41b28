import { useMemo } from "react";
import { type TimerRecord, timerRecordId } from "../../../shared/domain/timers/records.ts";
import type { Command } from "../../../shared/protocol/commands/command.ts";
import { useSessionClient } from "../../sync/session-provider.tsx";
import { useMessages } from "../../ui/language.tsx";
import { useUndoNotice } from "../../ui/undo.tsx";
import { useAct } from "../acting/use-act.ts";

/** What is done with the time of one room, or everyone's. Each tells when it was refused, and is undone. */
export interface TimerActs {
  /** `label`: what for; empty where nobody says. */
  start(durationMs: number, label: string): void;
  extend(byMs: number): void;
  pause(): void;
  resume(): void;
  stop(): void;
}

/** `name`: whose time it is. */
export function useTimerActs(roomId: string | null, name: string): TimerActs {
  const act = useAct();
  const { store } = useSessionClient();
  const { timing } = useMessages();
  const undoNotice = useUndoNotice();
  return useMemo(() => {
    const words = timing.done;
    const current = () => store.record("timer", timerRecordId(roomId));
    /** Undo brings back what counted before; what somebody else has done since stays. */
    const replacing = async (done: string, command: Command) => {
      const before = current();
      if (!(await act(command))) return;
      const made = current()?.rev;
      undoNotice(done, () => {
        if (current()?.rev !== made) return;
        void act(returningTimer(roomId, before));
      });
    };
    return {
      start: (durationMs, label) =>
        void replacing(words.started(name, durationMs / 60_000), {
          type: "timer.start",
          roomId,
          durationMs,
          ...(label !== "" && { label }),
        }),
      extend: async (byMs) => {
        if (!(await act({ type: "timer.extend", roomId, byMs }))) return;
        undoNotice(
          words.extended(name, byMs / 60_000),
          () => void act({ type: "timer.extend", roomId, byMs: -byMs }),
        );
      },
      pause: () => void replacing(words.paused(name), { type: "timer.pause", roomId }),
      resume: () => void replacing(words.resumed(name), { type: "timer.resume", roomId }),
      stop: () => void replacing(words.stopped(name), { type: "timer.stop", roomId }),
    };
  }, [act, store, timing, undoNotice, roomId, name]);
}

/** What brings back what counted before: `before`, or nothing. */
export function returningTimer(roomId: string | null, before: TimerRecord | undefined): Command {
  return before === undefined ? { type: "timer.stop", roomId } : restoring(before);
}

function restoring(timer: TimerRecord): Command {
  const { roomId, durationMs, label } = timer;
  const was =
    timer.status === "running"
      ? { status: timer.status, endsAt: timer.endsAt }
      : { status: timer.status, leftMs: timer.leftMs };
  return { type: "timer.restore", roomId, durationMs, was, ...(label !== null && { label }) };
}
