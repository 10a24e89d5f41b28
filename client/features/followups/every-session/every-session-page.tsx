import type { ClassLedgerReply } from "../../../../shared/protocol/ledger-http.ts";
import { ErrorState } from "../../../ui/states/error-state.tsx";
import { Loading } from "../../../ui/states/loading.tsx";
import { OrganiserFrame } from "../../organiser-frame/organiser-frame.tsx";
import { OrganiserGate, type SignedIn } from "../../organiser-frame/organiser-gate.tsx";
import { useOrganiserRequest } from "../../organiser-frame/use-organiser-request.ts";
import { useLedgerWords } from "../files/use-ledger-words.ts";
import styles from "./every-session.module.css";
import { EverySessionLedger } from "./every-session-ledger.tsx";

/** `/organiser/ledger`: what is overdue across all sessions, in one view and one file. */
export function EverySessionLedgerPage() {
  return <OrganiserGate>{(signedIn) => <Screen signedIn={signedIn} />}</OrganiserGate>;
}

function Screen({ signedIn }: { signedIn: SignedIn }) {
  const { everySession: words } = useLedgerWords();
  const [state, again] = useOrganiserRequest<ClassLedgerReply>("/api/ledger", signedIn);
  return (
    <OrganiserFrame title={words.title} isInner>
      <div className={styles.page}>
        {state.status === "loading" && <Loading />}
        {state.status === "failed" && <ErrorState error={state.error} onRetry={again} />}
        {state.status === "done" && <EverySessionLedger {...state.value} signedIn={signedIn} />}
      </div>
    </OrganiserFrame>
  );
}
