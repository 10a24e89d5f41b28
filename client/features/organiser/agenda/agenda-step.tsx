import { AgendaEditor } from "../../agenda/agenda-editor.tsx";
import { useAgendaWords } from "../../agenda/use-agenda-words.ts";
import { StepHeading } from "../../organiser-frame/step-heading.tsx";

/** The agenda, written before the session and while it goes on. */
export function AgendaStep() {
  const words = useAgendaWords();
  return (
    <>
      <StepHeading title={words.title} explain={words.explain} />
      <AgendaEditor />
    </>
  );
}
