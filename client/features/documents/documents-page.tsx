import { useParams } from "react-router";
import { useCan } from "../../sync/hooks.ts";
import { useIdentities } from "../../sync/identity.tsx";
import { useAllMessages } from "../../ui/language.tsx";
import { IdentifiedSession } from "../session/identified-session.tsx";
import { NotJoined } from "../session/not-joined.tsx";
import { SessionFrame } from "../session/session-frame.tsx";
import { StaffOnly } from "../session/staff-only.tsx";
import { DocumentList } from "./document-list.tsx";
import classes from "./documents-step.module.css";

/** `/s/:sessionId/documents`, for staff who have not the organiser's password. */
export function DocumentsPage() {
  const { exports, preview } = useAllMessages();
  return (
    <IdentifiedSession words={preview}>
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
  const { exports, organiser } = useAllMessages();
  const { sessionId = "" } = useParams();
  const { current, remove } = useIdentities();
  const can = useCan();
  return (
    <SessionFrame title={exports.page} goesOnSealed={organiser.documents.sealedNote} widthPx={1200}>
      {current === null ? (
        <NotJoined />
      ) : (
        <>
          {!can({ type: "documents.export" }) && (
            <p className={classes.open}>
              {exports.namedOnly} {exports.namedOnlyHint}
            </p>
          )}
          <DocumentList
            sessionId={sessionId}
            headings="h2"
            signedIn={{ token: current.token, onExpired: () => remove(current.token) }}
          />
        </>
      )}
    </SessionFrame>
  );
}
