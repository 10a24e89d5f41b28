import { Anchor } from "@mantine/core";
import { Link, useParams } from "react-router";
import { IdentifiedSession } from "../session/identified-session.tsx";
import { SessionFrame } from "../session/session-frame.tsx";
import { StaffOnly } from "../session/staff-only.tsx";
import styles from "./agenda.module.css";
import { AgendaEditor } from "./agenda-editor.tsx";
import { useAgendaWords } from "./use-agenda-words.ts";

/** `/s/:sessionId/agenda`: the agenda, for staff; who may not write it looks on. */
export function AgendaPage() {
  const words = useAgendaWords();
  const { sessionId = "" } = useParams();
  return (
    <IdentifiedSession words={words}>
      <StaffOnly may={{ type: "documents.read" }} words={words}>
        <SessionFrame
          title={words.title}
          beside={
            <Anchor component={Link} to={`/s/${sessionId}/console`}>
              {words.toConsole}
            </Anchor>
          }
          widthPx={960}
          topPx={16}
        >
          <div className={styles.body}>
            <p className={styles.hint}>{words.explain}</p>
            <AgendaEditor />
          </div>
        </SessionFrame>
      </StaffOnly>
    </IdentifiedSession>
  );
}
