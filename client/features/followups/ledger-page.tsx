import { Anchor } from "@mantine/core";
import { Link, useParams } from "react-router";
import { useViewer } from "../../session/hooks.ts";
import { useIdentities } from "../../session/identity.tsx";
import { SessionProvider } from "../../session/session-provider.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useMessages } from "../../ui/language.tsx";
import { NotJoined } from "../session/not-joined.tsx";
import { SessionBanners } from "../session/session-banners.tsx";
import { SessionTopBar } from "../session/session-top-bar.tsx";
import styles from "./ledger.module.css";
import { Ledger } from "./ledger.tsx";

/** `/s/:sessionId/ledger`: to each the rows that are theirs. It outlives the sealing of its session. */
export function LedgerPage() {
  const { sessionId = "" } = useParams();
  const { current } = useIdentities();
  const words = useMessages().followups;
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
      <LedgerScreen />
    </SessionProvider>
  );
}

function LedgerScreen() {
  const words = useMessages().followups;
  const viewer = useViewer();
  return (
    <div className={styles.page}>
      <SessionTopBar title={words.title} />
      <SessionBanners goesOnSealed={words.sealedGoesOn} />
      <main id="content" className={styles.main}>
        {viewer === undefined ? <NotJoined /> : <Ledger />}
      </main>
    </div>
  );
}
