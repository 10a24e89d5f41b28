import { Anchor } from "@mantine/core";
import { Link, useParams } from "react-router";
import { SESSION_RECORD_ID } from "../../../shared/domain/session/records.ts";
import { useCan, useRecord, useViewer } from "../../sync/hooks.ts";
import { useIdentities } from "../../sync/identity.tsx";
import { useMessages } from "../../ui/language.tsx";
import { EmptyState } from "../../ui/states/empty-state.tsx";
import { IdentifiedSession } from "../session/identified-session.tsx";
import { NotJoined } from "../session/not-joined.tsx";
import { SessionBanners } from "../session/session-banners.tsx";
import { SessionTopBar } from "../session/session-top-bar.tsx";
import styles from "./collected-page.module.css";
import { CollectedStep } from "./collected-step.tsx";
import { useCollectedWords } from "./use-collected-words.ts";

/** `/s/:sessionId/collected`, for staff who have not the organiser's password. */
export function CollectedPage() {
  return (
    <IdentifiedSession words={useMessages().console}>
      <CollectedScreen />
    </IdentifiedSession>
  );
}

function CollectedScreen() {
  const words = useCollectedWords();
  return (
    <div className={styles.page}>
      <SessionTopBar title={words.heading} />
      <SessionBanners />
      <main id="content" className={styles.main}>
        <StaffOnly />
      </main>
    </div>
  );
}

function StaffOnly() {
  const { sessionId = "" } = useParams();
  const words = useCollectedWords();
  const { console } = useMessages();
  const { current, remove } = useIdentities();
  const viewer = useViewer();
  const session = useRecord("session", SESSION_RECORD_ID);
  const isStaff = useCan()({ type: "question.import" });
  if (viewer === undefined || session === undefined || current === null) return <NotJoined />;
  if (!isStaff) {
    return (
      <EmptyState title={words.staffOnly} hint={console.staffOnlyHint}>
        <Anchor component={Link} to={`/s/${sessionId}/room`}>
          {console.toRoom}
        </Anchor>
      </EmptyState>
    );
  }
  const { token } = current;
  return (
    <div className={styles.card}>
      <Anchor component={Link} to={`/s/${sessionId}/console`} className={styles.back}>
        {words.toConsole}
      </Anchor>
      <CollectedStep session={session} signedIn={{ token, onExpired: () => remove(token) }} />
    </div>
  );
}
