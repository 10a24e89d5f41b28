import { useViewer } from "../../sync/hooks.ts";
import { useAllMessages } from "../../ui/language.tsx";
import { IdentifiedSession } from "../session/identified-session.tsx";
import { NotJoined } from "../session/not-joined.tsx";
import { SessionBanners } from "../session/session-banners.tsx";
import { SessionTopBar } from "../session/session-top-bar.tsx";
import styles from "./ledger.module.css";
import { Ledger } from "./ledger.tsx";

/** `/s/:sessionId/ledger`: to each the rows that are theirs. It outlives the sealing of its session. */
export function LedgerPage() {
  return (
    <IdentifiedSession words={useAllMessages().followups}>
      <LedgerScreen />
    </IdentifiedSession>
  );
}

function LedgerScreen() {
  const words = useAllMessages().followups;
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
