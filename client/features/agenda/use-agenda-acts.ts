import { useMemo } from "react";
import { AGENDA_RECORD_ID } from "../../../shared/domain/agenda/records.ts";
import { STAGE_RECORD_ID, stagePageOf } from "../../../shared/domain/stage/records.ts";
import type { Command } from "../../../shared/protocol/commands/command.ts";
import { newId } from "../../sync/new-id.ts";
import { useSessionClient } from "../../sync/session-provider.tsx";
import { useUndoNotice } from "../../ui/undo.tsx";
import { useAct } from "../acting/use-act.ts";
import { type AgendaItem, changesOf, type ItemSaid } from "./agenda-state.ts";
import { useAgendaWords } from "./use-agenda-words.ts";

/** What is done with the agenda. Each act tells when it was refused, and can be taken back. */
export interface AgendaActs {
  /** Resolves with whether it is there. */
  add(said: ItemSaid): Promise<boolean>;
  /** `item`: as it was when somebody began to change it; what is not changed is not said. */
  update(item: AgendaItem, said: ItemSaid): Promise<boolean>;
  /** `before`: the order until then. */
  order(item: AgendaItem, itemIds: readonly string[], before: readonly string[]): void;
  remove(item: AgendaItem): void;
  /** Goes from one item to another; null before the first and after the last. Resolves with whether all went there. */
  advance(from: AgendaItem | null, to: AgendaItem | null): Promise<boolean>;
  /** Shows the agenda to the hall. */
  show(): void;
}

export function useAgendaActs(): AgendaActs {
  const words = useAgendaWords().done;
  const act = useAct();
  const undoNotice = useUndoNotice();
  const { store } = useSessionClient();
  return useMemo(() => {
    const undoable = async (done: string, command: Command, undo: Command) => {
      const isDone = await act(command);
      if (isDone) undoNotice(done, () => void act(undo));
      return isDone;
    };
    return {
      add: (said) => {
        const itemId = newId();
        return undoable(
          words.added(said.title),
          { type: "agenda.add", itemId, ...said },
          { type: "agenda.remove", itemId },
        );
      },
      update: (item, said) => {
        const { itemId } = item;
        const changes = changesOf(item, said);
        if (changes === null) return Promise.resolve(true);
        return undoable(
          words.updated(said.title),
          { type: "agenda.update", itemId, ...changes.after },
          { type: "agenda.update", itemId, ...changes.before },
        );
      },
      order: ({ title }, itemIds, before) =>
        void undoable(
          words.ordered(title),
          { type: "agenda.order", itemIds: [...itemIds] },
          { type: "agenda.order", itemIds: [...before] },
        ),
      remove: ({ itemId, title }) =>
        void undoable(
          words.removed(title),
          { type: "agenda.remove", itemId },
          { type: "agenda.restore", itemId },
        ),
      advance: (from, to) => {
        const [fromItemId, toItemId] = [from?.itemId ?? null, to?.itemId ?? null];
        return undoable(
          to === null ? words.ended : words.advanced(to.title),
          { type: "agenda.advance", fromItemId, toItemId },
          { type: "agenda.back", fromItemId: toItemId },
        );
      },
      show: async () => {
        const before = store.record("stage", STAGE_RECORD_ID);
        if (!(await act({ type: "stage.show", recordId: AGENDA_RECORD_ID }))) return;
        undoNotice(words.shown, () => {
          // What somebody else has put there since stays.
          if (store.record("stage", STAGE_RECORD_ID)?.recordId !== AGENDA_RECORD_ID) return;
          const page = before === undefined ? 1 : stagePageOf(before);
          void act({ type: "stage.show", recordId: before?.recordId ?? null, page });
        });
      },
    };
  }, [act, undoNotice, store, words]);
}
