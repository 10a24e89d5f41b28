import { Anchor } from "@mantine/core";
import type { ReactNode } from "react";
import { Link, useParams } from "react-router";
import { useIdentities } from "../../sync/identity.tsx";
import { SessionProvider } from "../../sync/session-provider.tsx";
import { EmptyState } from "../../ui/states/empty-state.tsx";
import styles from "./identified-session.module.css";

interface Props {
  readonly words: { readonly signInFirst: string; readonly toSignIn: string };
  readonly children: ReactNode;
}

/** The session of the address, for whoever has signed in; others are told to do so first. */
export function IdentifiedSession({ words, children }: Props) {
  const { sessionId = "" } = useParams();
  const { current } = useIdentities();
  if (current === null) {
    return (
      <main className={styles.alone}>
        <EmptyState title={words.signInFirst}>
          <Anchor component={Link} to={`/s/${sessionId}`}>
            {words.toSignIn}
          </Anchor>
        </EmptyState>
      </main>
    );
  }
  return (
    <SessionProvider sessionId={sessionId} token={current.token}>
      {children}
    </SessionProvider>
  );
}
