import { Anchor } from "@mantine/core";
import { Link, useNavigate, useParams } from "react-router";
import { SESSION_RECORD_ID } from "../../../../shared/domain/session/records.ts";
import { DOCUMENT_NAMES } from "../../../../shared/protocol/document-names.ts";
import { useRecord, useViewer } from "../../../sync/hooks.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { EmptyState } from "../../../ui/states/empty-state.tsx";
import { IdentifiedSession } from "../../session/identified-session.tsx";
import { NotJoined } from "../../session/not-joined.tsx";
import { SessionBanners } from "../../session/session-banners.tsx";
import { SessionTopBar } from "../../session/session-top-bar.tsx";
import { StaffOnly } from "../../session/staff-only.tsx";
import styles from "./preview-screen.module.css";
import { PreviewScreen } from "./preview-screen.tsx";

/** `/s/:sessionId/documents/:name`: a document as it will print, for staff. */
export function PreviewPage() {
  const words = useAllMessages().preview;
  return (
    <IdentifiedSession words={words}>
      <StaffOnly may={{ type: "documents.read" }} words={words}>
        <Screen />
      </StaffOnly>
    </IdentifiedSession>
  );
}

function Screen() {
  const words = useAllMessages().preview;
  const { sessionId = "", name: asked } = useParams();
  const navigate = useNavigate();
  const session = useRecord("session", SESSION_RECORD_ID);
  const isOrganiser = useViewer()?.kind === "organiser";
  const name = DOCUMENT_NAMES.find((one) => one === asked);
  const back = isOrganiser
    ? { to: `/organiser/${sessionId}?step=documents`, label: words.toSession }
    : { to: `/s/${sessionId}/console`, label: words.toConsole };
  return (
    <div className={styles.page}>
      <SessionTopBar title={words.title}>
        <Anchor component={Link} to={back.to}>
          {back.label}
        </Anchor>
      </SessionTopBar>
      <SessionBanners {...(session?.status === "sealed" && { goesOnSealed: words.goesOnSealed })} />
      <main id="content" className={styles.main}>
        {session === undefined ? (
          <NotJoined />
        ) : name === undefined ? (
          <EmptyState title={words.unknown}>
            <Anchor component={Link} to={`/s/${sessionId}/documents/minutes`}>
              {words.openOf("")}
            </Anchor>
          </EmptyState>
        ) : (
          <PreviewScreen
            key={name}
            name={name}
            onName={(next) => void navigate(`/s/${sessionId}/documents/${next}`)}
          />
        )}
      </main>
    </div>
  );
}
