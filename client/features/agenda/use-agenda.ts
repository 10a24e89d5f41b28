import { useMemo } from "react";
import { AGENDA_RECORD_ID } from "../../../shared/domain/agenda/records.ts";
import { useRecord, useRecords } from "../../sync/hooks.ts";
import { type Agenda, agendaOf } from "./agenda-state.ts";

/** The agenda of the session; the same until something of it changes. */
export function useAgenda(): Agenda {
  const agenda = useRecord("agenda", AGENDA_RECORD_ID);
  const items = useRecords("agendaItem");
  return useMemo(() => agendaOf(agenda, items), [agenda, items]);
}
