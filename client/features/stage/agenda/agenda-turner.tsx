import { AGENDA_RECORD_ID } from "../../../../shared/domain/agenda/records.ts";
import { useAgenda } from "../../agenda/use-agenda.ts";
import { Turner } from "../page-turner.tsx";
import { agendaPages } from "./agenda-pages.ts";

/** Turns the pages of the agenda on the stage from elsewhere; nothing where it is one page. */
export function AgendaTurner() {
  const { items } = useAgenda();
  return <Turner recordId={AGENDA_RECORD_ID} count={agendaPages(items).length} layout={null} />;
}
