import { useMemo } from "react";
import { AGENDA_RECORD_ID } from "../../../../shared/domain/agenda/records.ts";
import { roomRecordId } from "../../../../shared/domain/rooms/records.ts";
import type { RoundRecord } from "../../../../shared/domain/rounds/records.ts";
import { TALLY_RECORD_ID } from "../../../../shared/domain/tally/records.ts";
import { useRecords } from "../../../sync/hooks.ts";
import { useSessionClient } from "../../../sync/session-provider.tsx";
import { useAllMessages } from "../../../ui/language.tsx";
import { useAgenda } from "../../agenda/use-agenda.ts";
import { reportingGroups } from "../acts/use-reports.ts";

/** Something that can be shown and is no question and no speech. */
export interface StageChoice {
  readonly id: "welcome" | "agenda" | "seats" | "numbers" | "reports";
  readonly label: string;
  /** What there is of it, in order: the record, null for the welcome page, and what it is called. */
  readonly pages: readonly { readonly recordId: string | null; readonly name: string }[];
  /** Which of them is most likely meant; absent: the first. */
  readonly usual?: string | undefined;
}

/** Of the rounds in their order the one whose seats are most likely wanted: that which runs, else the next, else the last. */
export function usualRound<R extends Pick<RoundRecord, "status">>(rounds: readonly R[]): R | undefined {
  const at = (status: R["status"]) => rounds.find((round) => round.status === status);
  return at("running") ?? at("planned") ?? rounds.at(-1);
}

/** What can be shown now; what there is nothing of is left out. */
export function useStageChoices(): readonly StageChoice[] {
  const { choice: words } = useAllMessages().console.stage;
  const { store } = useSessionClient();
  const rooms = useRecords("room");
  const rounds = useRecords("round");
  const { items } = useAgenda();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `rooms` tells that the groups may be others
  return useMemo(() => {
    const seats = rounds.filter(({ removed }) => !removed).sort((one, other) => one.order - other.order);
    const choices: StageChoice[] = [
      { id: "welcome", label: words.welcome, pages: [{ recordId: null, name: words.welcome }] },
      {
        id: "agenda",
        label: words.agenda,
        pages: items.length === 0 ? [] : [{ recordId: AGENDA_RECORD_ID, name: words.agenda }],
      },
      {
        id: "seats",
        label: words.seats,
        pages: seats.map(({ id, name }) => ({ recordId: id, name: words.seatsOf(name) })),
        usual: usualRound(seats)?.id,
      },
      { id: "numbers", label: words.numbers, pages: [{ recordId: TALLY_RECORD_ID, name: words.numbers }] },
      {
        id: "reports",
        label: words.reports,
        pages: reportingGroups(store).map(({ roomId, name }) => ({
          recordId: roomRecordId(roomId),
          name: words.reportOf(name),
        })),
      },
    ];
    return choices.filter(({ pages }) => pages.length > 0);
  }, [rooms, rounds, items, store, words]);
}
