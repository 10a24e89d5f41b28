import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { browserStorage } from "./browser-storage.ts";
import { useIdentities } from "./identity.tsx";
import { SessionClient } from "./session-client.ts";

const SessionContext = createContext<SessionClient | null>(null);

interface Props {
  readonly sessionId: string;
  readonly token: string;
  readonly children: ReactNode;
}

/** Joins `sessionId` as the holder of `token`; another token is another connection and another store. */
export function SessionProvider({ sessionId, token, children }: Props) {
  return (
    <Joined key={`${sessionId} ${token}`} sessionId={sessionId} token={token}>
      {children}
    </Joined>
  );
}

function Joined({ sessionId, token, children }: Props) {
  const { list } = useIdentities();
  const [client] = useState(() => {
    const identity = list.find((known) => known.token === token);
    return new SessionClient({
      sessionId,
      token,
      actorId: identity?.personId ?? identity?.kind ?? "viewer",
      storage: browserStorage,
      signals: window,
    });
  });
  useEffect(() => {
    client.connection.start();
    return () => client.leave();
  }, [client]);
  return <SessionContext value={client}>{children}</SessionContext>;
}

/** The session the component stands in; null outside of any. */
export function useSessionClientIfAny(): SessionClient | null {
  return useContext(SessionContext);
}

/** The session the component stands in. */
export function useSessionClient(): SessionClient {
  const client = useSessionClientIfAny();
  if (client === null) throw new Error("a session hook stands outside of SessionProvider");
  return client;
}
