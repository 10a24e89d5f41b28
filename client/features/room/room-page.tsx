import { Navigate, useParams } from "react-router";
import { useIdentities } from "../../sync/identity.tsx";
import { SessionProvider } from "../../sync/session-provider.tsx";
import { RoomScreen } from "./room-screen.tsx";

/** The participant's screen; whoever is not in yet is sent to the join page. */
export function RoomPage() {
  const { sessionId = "" } = useParams();
  const { current } = useIdentities();
  if (current === null) return <Navigate to={`/s/${sessionId}`} replace />;
  return (
    <SessionProvider sessionId={sessionId} token={current.token}>
      <RoomScreen />
    </SessionProvider>
  );
}
