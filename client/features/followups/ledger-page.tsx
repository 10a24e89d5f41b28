import { useViewer } from "../../sync/hooks.ts";
import { useAllMessages } from "../../ui/language.tsx";
import { IdentifiedSession } from "../session/identified-session.tsx";
import { NotJoined } from "../session/not-joined.tsx";
import { SessionFrame } from "../session/session-frame.tsx";
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
    <SessionFrame title={words.title} goesOnSealed={words.sealedGoesOn} widthPx={1480}>
      {viewer === undefined ? <NotJoined /> : <Ledger />}
    </SessionFrame>
  );
}
