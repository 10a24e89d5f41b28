import { useMemo } from "react";
import type { PointView, SpeechView } from "../../../shared/domain/speaking/views.ts";
import type { Command, CommandOf } from "../../../shared/protocol/commands/command.ts";
import { newId } from "../../sync/new-id.ts";
import { useSessionClient } from "../../sync/session-provider.tsx";
import { useMessages } from "../../ui/language.tsx";
import { excerpt } from "../../ui/text/excerpt.ts";
import { useUndoNotice } from "../../ui/undo.tsx";
import { stageReturn } from "../acting/stage-return.ts";
import { useAct } from "../acting/use-act.ts";

export type PointTag = PointView["tag"];

/** What is done with speeches and points. Each act tells when it was refused, and offers undo where something would be lost. */
export interface SpeakingActs {
  request(roomId: string): void;
  /** Out of the queue: oneself, or by who runs it. */
  withdraw(speech: SpeechView): void;
  add(roomId: string, personId: string): void;
  /** By 排序号; `seats`: how many there may be at most. */
  fill(roomId: string, seats: number): void;
  order(roomId: string, speechIds: readonly string[]): void;
  setBudget(roomId: string, budget: Pick<CommandOf<"speech.budget">, "per" | "budgetMs">): void;
  /** `before`: who has the floor until then. */
  start(speech: SpeechView, before: SpeechView | null): void;
  setPaused(speech: SpeechView, isPaused: boolean): void;
  extend(speech: SpeechView, byMs: number): void;
  end(speech: SpeechView): void;
  resume(speech: SpeechView): void;
  show(speech: SpeechView): void;
  /** True once it is on disk; what is refused stays with who typed it. `was`: what it is typed over. */
  note(speech: SpeechView, gist: string | null, was: string | null): Promise<boolean>;
  addPoint(speech: SpeechView, text: string, tag: PointTag): void;
  editPoint(point: PointView, text: string, tag: PointTag): void;
  removePoint(point: PointView): void;
  want(point: PointView, on: boolean): void;
}

export function useSpeakingActs(): SpeakingActs {
  const act = useAct();
  const { store } = useSessionClient();
  const { speaking } = useMessages();
  const undoNotice = useUndoNotice();
  const words = speaking.done;
  return useMemo(() => {
    const undoable = async (done: string, command: Command, undo: readonly Command[]) => {
      if (!(await act(command))) return;
      undoNotice(done, async () => {
        for (const step of undo) await act(step);
      });
    };
    const name = ({ speaker }: SpeechView) => speaker.name;
    return {
      request: (roomId) => void act({ type: "speech.request", speechId: newId(), roomId }),
      withdraw: (speech) => {
        const { speechId } = speech;
        const undo = [{ type: "speech.requeue", speechId } as const];
        void undoable(words.withdrawn(name(speech)), { type: "speech.withdraw", speechId }, undo);
      },
      add: (roomId, personId) => void act({ type: "speech.add", speechId: newId(), roomId, personId }),
      fill: (roomId, seats) =>
        void act({ type: "speech.fill", roomId, speechIds: Array.from({ length: seats }, newId) }),
      order: (roomId, speechIds) => void act({ type: "speech.order", roomId, speechIds: [...speechIds] }),
      setBudget: (roomId, budget) => void act({ type: "speech.budget", roomId, ...budget }),
      start: (speech, before) => {
        const { speechId } = speech;
        const undo: Command[] = [{ type: "speech.requeue", speechId }];
        if (before !== null) undo.push({ type: "speech.resume", speechId: before.speechId });
        void undoable(words.started(name(speech)), { type: "speech.start", speechId }, undo);
      },
      setPaused: ({ speechId }, isPaused) =>
        void act({ type: isPaused ? "speech.pause" : "speech.resume", speechId }),
      extend: ({ speechId }, byMs) => void act({ type: "speech.extend", speechId, byMs }),
      end: (speech) => {
        const { speechId } = speech;
        const undo = [{ type: "speech.resume", speechId } as const];
        void undoable(words.ended(name(speech)), { type: "speech.end", speechId }, undo);
      },
      resume: ({ speechId }) => void act({ type: "speech.resume", speechId }),
      show: async (speech) => {
        const before = stageReturn(store, speech.id);
        if (!(await act({ type: "stage.show", recordId: speech.id }))) return;
        undoNotice(words.staged(name(speech)), () => {
          const back = before();
          if (back !== null) void act(back);
        });
      },
      note: ({ speechId }, gist, was) => act({ type: "speech.note", speechId, gist, was }),
      addPoint: ({ speechId }, text, tag) =>
        void act({ type: "point.add", pointId: newId(), speechId, text, tag }, true),
      editPoint: ({ pointId }, text, tag) => void act({ type: "point.edit", pointId, text, tag }, true),
      removePoint: ({ pointId, text }) => {
        const undo = [{ type: "point.remove", pointId, on: false } as const];
        void undoable(words.pointRemoved(excerpt(text)), { type: "point.remove", pointId, on: true }, undo);
      },
      want: ({ pointId }, on) => void act({ type: "point.want", pointId, on }),
    };
  }, [act, store, words, undoNotice]);
}
