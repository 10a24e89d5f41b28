import { AGENDA_RECORD_ID } from "../../../../shared/domain/agenda/records.ts";
import { useAgenda } from "../../agenda/use-agenda.ts";
import { useAgendaWords } from "../../agenda/use-agenda-words.ts";
import { Turner } from "../page-turner.tsx";
import { agendaPages } from "./agenda-pages.ts";

/** Turns the pages of the agenda on the stage from elsewhere; nothing where it is one page. */
export function AgendaTurner() {
  const { items } = useAgenda();
  return <Turner recordId={AGENDA_RECORD_ID} count={agendaPages(items).length} layout={null} />;
}

/** What the hall sees, in a few words. */
export function AgendaOnStage() {
  const { title, stage } = useAgendaWords();
  const { current } = useAgenda();
  return <p>{current === null ? title : stage.now(current.title)}</p>;
}
