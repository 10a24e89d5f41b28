import { useCallback } from "react";
import { personRecordId } from "../../../../shared/domain/people/records.ts";
import type { RosterPerson } from "../../../../shared/protocol/commands/people.ts";
import { useSessionClient } from "../../../sync/session-provider.tsx";

/** Whether a side that was confirmed is still what it was confirmed as: what somebody has said since is not taken back. */
export function useIsStill() {
  const { store } = useSessionClient();
  return useCallback(
    ({ personId, side }: Pick<RosterPerson, "personId" | "side">) => {
      const person = store.record("person", personRecordId(personId));
      return person?.side === side && person.sideGuessed !== true;
    },
    [store],
  );
}
