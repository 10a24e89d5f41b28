import { Navigate, useNavigate, useParams } from "react-router";
import { useIdentities } from "../../sync/identity.tsx";
import { useLanguage, useMessages } from "../../ui/language.tsx";
import { formatDateTime } from "../../ui/text/format-time.ts";
import { FrontPage } from "./front-page.tsx";
import { JoinForm } from "./join-form.tsx";
import { useLobby } from "./use-lobby.ts";

/** Find yourself, type the PIN of the seat card, and be in. A tab that knows who it is goes straight on. */
export function JoinPage() {
  const { common, join } = useMessages();
  const [language] = useLanguage();
  const { sessionId = "" } = useParams();
  const { current } = useIdentities();
  const navigate = useNavigate();
  const [lobby] = useLobby(sessionId);
  if (current !== null) return <Navigate to={`/s/${sessionId}/room`} replace state={{ fresh: true }} />;
  const head = lobby.status === "done" ? lobby.value : undefined;
  const startsAt = head?.startsAt == null ? null : formatDateTime(head.startsAt, language);
  return (
    <FrontPage
      title={head?.title ?? common.productSub}
      subtitle={[startsAt, head?.place].filter(Boolean).join(" · ")}
      help={join.help}
    >
      <JoinForm
        sessionId={sessionId}
        onJoined={() => void navigate(`/s/${sessionId}/room`, { replace: true, state: { fresh: true } })}
      />
    </FrontPage>
  );
}
