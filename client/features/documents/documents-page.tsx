import { Anchor } from "@mantine/core";
import { Link, useParams } from "react-router";
import { useCan } from "../../sync/hooks.ts";
import { useIdentities } from "../../sync/identity.tsx";
import { useAllMessages } from "../../ui/language.tsx";
import { EmptyState } from "../../ui/states/empty-state.tsx";
import { IdentifiedSession } from "../session/identified-session.tsx";
import { NotJoined } from "../session/not-joined.tsx";
import { SessionFrame } from "../session/session-frame.tsx";
import { StaffOnly } from "../session/staff-only.tsx";
import { DocumentList } from "./document-list.tsx";

/** `/s/:sessionId/documents`, for staff who have not the organiser's password. */
export function DocumentsPage() {
  const { console, exports } = useAllMessages();
  return (
    <IdentifiedSession words={console}>
      <StaffOnly
        may={{ type: "documents.read" }}
        words={{ title: exports.page, staffOnly: exports.staffOnly }}
      >
        <DocumentsScreen />
      </StaffOnly>
    </IdentifiedSession>
  );
}

function DocumentsScreen() {
  const { console, exports, organiser } = useAllMessages();
  const { sessionId = "" } = useParams();
  const { current, remove } = useIdentities();
  const can = useCan();
  return (
    <SessionFrame title={exports.page} goesOnSealed={organiser.documents.sealedNote} widthPx={1200}>
      {current === null ? (
        <NotJoined />
      ) : can({ type: "documents.export" }) ? (
        <DocumentList
          sessionId={sessionId}
          signedIn={{ token: current.token, onExpired: () => remove(current.token) }}
        />
      ) : (
        <EmptyState title={exports.namedOnly} hint={exports.namedOnlyHint}>
          <Anchor component={Link} to={`/s/${sessionId}/console`}>
            {console.title}
          </Anchor>
        </EmptyState>
      )}
    </SessionFrame>
  );
}
