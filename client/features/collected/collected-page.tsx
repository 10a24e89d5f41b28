import { Anchor } from "@mantine/core";
import { Link, useParams } from "react-router";
import { SESSION_RECORD_ID } from "../../../shared/domain/session/records.ts";
import { useRecord } from "../../sync/hooks.ts";
import { useIdentities } from "../../sync/identity.tsx";
import { useAllMessages } from "../../ui/language.tsx";
import { IdentifiedSession } from "../session/identified-session.tsx";
import { NotJoined } from "../session/not-joined.tsx";
import { SessionFrame } from "../session/session-frame.tsx";
import { StaffOnly } from "../session/staff-only.tsx";
import styles from "./collected-page.module.css";
import { CollectedStep } from "./collected-step.tsx";
import { useCollectedWords } from "./use-collected-words.ts";

/** `/s/:sessionId/collected`, for staff who have not the organiser's password. */
export function CollectedPage() {
  const { heading, staffOnly } = useCollectedWords();
  return (
    <IdentifiedSession words={useAllMessages().console}>
      <StaffOnly may={{ type: "question.import" }} words={{ title: heading, staffOnly }}>
        <CollectedScreen />
      </StaffOnly>
    </IdentifiedSession>
  );
}

function CollectedScreen() {
  const words = useCollectedWords();
  const { sessionId = "" } = useParams();
  const { current, remove } = useIdentities();
  const session = useRecord("session", SESSION_RECORD_ID);
  return (
    <SessionFrame title={words.heading} widthPx={1200}>
      {session === undefined || current === null ? (
        <NotJoined />
      ) : (
        <div className={styles.card}>
          <Anchor component={Link} to={`/s/${sessionId}/console`} className={styles.back}>
            {words.toConsole}
          </Anchor>
          <CollectedStep
            session={session}
            signedIn={{ token: current.token, onExpired: () => remove(current.token) }}
          />
        </div>
      )}
    </SessionFrame>
  );
}
