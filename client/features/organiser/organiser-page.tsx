import { Button } from "@mantine/core";
import { Link } from "react-router";
import type { SessionListReply } from "../../../shared/protocol/http.ts";
import { useAllMessages } from "../../ui/language.tsx";
import { EmptyState } from "../../ui/states/empty-state.tsx";
import { ErrorState } from "../../ui/states/error-state.tsx";
import { Loading } from "../../ui/states/loading.tsx";
import { OrganiserFrame } from "../organiser-frame/organiser-frame.tsx";
import { OrganiserGate, type SignedIn } from "../organiser-frame/organiser-gate.tsx";
import { useOrganiserRequest } from "../organiser-frame/use-organiser-request.ts";
import { DataCheckLine } from "./data-check-line.tsx";
import classes from "./organiser-page.module.css";
import { SessionCard } from "./session-card.tsx";

/** Where an organiser begins: every session with the one thing to do next. */
export function OrganiserPage() {
  return <OrganiserGate>{(signedIn) => <Sessions signedIn={signedIn} />}</OrganiserGate>;
}

function Sessions({ signedIn }: { signedIn: SignedIn }) {
  const { list, signIn } = useAllMessages().organiser;
  const [state, again] = useOrganiserRequest<SessionListReply>("/api/sessions", signedIn);
  const isEmpty = state.status === "done" && state.value.sessions.length === 0;
  const create = (
    <Button component={Link} to="/organiser/new">
      {list.create}
    </Button>
  );
  const openArchive = (
    <Button component={Link} to="/organiser/archive" variant="default">
      {list.openArchive}
    </Button>
  );
  return (
    <OrganiserFrame
      title={list.title}
      aside={
        <Button variant="subtle" onClick={signedIn.signOut}>
          {signIn.signOut}
        </Button>
      }
    >
      <div className={classes.main}>
        {!isEmpty && (
          <div className={classes.create}>
            {openArchive}
            <Button component={Link} to="/organiser/ledger" variant="default">
              {list.everyLedger}
            </Button>
            {create}
          </div>
        )}
        {state.status === "loading" && <Loading />}
        {state.status === "failed" && <ErrorState error={state.error} onRetry={again} />}
        {state.status === "done" && <DataCheckLine {...state.value.dataCheck} />}
        {isEmpty && (
          <div className={classes.blank}>
            <EmptyState title={list.empty} hint={list.emptyHint}>
              {create}
              {openArchive}
            </EmptyState>
          </div>
        )}
        {state.status === "done" && (
          <ul className={classes.list}>
            {[...state.value.sessions].sort(openAndNewFirst).map((session) => (
              <SessionCard key={session.sessionId} session={session} signedIn={signedIn} />
            ))}
          </ul>
        )}
      </div>
    </OrganiserFrame>
  );
}

type SessionSummary = SessionListReply["sessions"][number];

/** What was held here comes first, then what was opened from archives, then rehearsals. */
function openAndNewFirst(one: SessionSummary, other: SessionSummary): number {
  if (placeOf(one) !== placeOf(other)) return placeOf(one) - placeOf(other);
  if (one.status !== other.status) return one.status === "open" ? -1 : 1;
  return other.createdAt - one.createdAt;
}

function placeOf({ rehearsalOf, openedAt }: SessionSummary): number {
  if (openedAt !== undefined) return 1;
  return rehearsalOf === undefined ? 0 : 2;
}
