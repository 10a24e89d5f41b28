import { Anchor } from "@mantine/core";
import { Link, useParams } from "react-router";
import { IdentifiedSession } from "../session/identified-session.tsx";
import { SessionBanners } from "../session/session-banners.tsx";
import { SessionTopBar } from "../session/session-top-bar.tsx";
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
      <StaffOnly may={{ type: "stage.open" }} words={words}>
        <div className={styles.page}>
          <SessionTopBar title={words.title}>
            <Anchor component={Link} to={`/s/${sessionId}/console`}>
              {words.toConsole}
            </Anchor>
          </SessionTopBar>
          <SessionBanners />
          <main id="content" className={styles.main}>
            <p className={styles.hint}>{words.explain}</p>
            <AgendaEditor />
          </main>
        </div>
      </StaffOnly>
    </IdentifiedSession>
  );
}
