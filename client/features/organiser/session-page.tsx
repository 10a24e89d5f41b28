import { Button } from "@mantine/core";
import { useEffect, useMemo } from "react";
import { Link, useParams, useSearchParams } from "react-router";
import { SESSION_RECORD_ID, type SessionRecord } from "../../../shared/domain/session/records.ts";
import { useConnection, useRecord, useRecords } from "../../sync/hooks.ts";
import { SessionProvider } from "../../sync/session-provider.tsx";
import { useAllMessages } from "../../ui/language.tsx";
import { EmptyState } from "../../ui/states/empty-state.tsx";
import { Loading } from "../../ui/states/loading.tsx";
import { Tag } from "../../ui/tag.tsx";
import { useAgenda } from "../agenda/use-agenda.ts";
import { CollectedStep } from "../collected/collected-step.tsx";
import { DocumentsStep } from "../documents/documents-step.tsx";
import { OpenedSession } from "../opening/opened-session.tsx";
import { ConnectionTag } from "../organiser-frame/connection-tag.tsx";
import { OrganiserFrame } from "../organiser-frame/organiser-frame.tsx";
import { OrganiserGate, type SignedIn } from "../organiser-frame/organiser-gate.tsx";
import { RosterStep } from "../roster/roster-step.tsx";
import { useRounds } from "../rounds/use-rounds.ts";
import { SessionBanners } from "../session/session-banners.tsx";
import { AgendaStep } from "./agenda/agenda-step.tsx";
import { CardsStep } from "./cards-step.tsx";
import { GroupsStep } from "./groups/groups-step.tsx";
import { InfoStep } from "./info/info-step.tsx";
import { LiveStep } from "./live/live-step.tsx";
import { isDone, type Progress, type Step, stepAfter, stepOf } from "./next-step.ts";
import { RoomsStep } from "./rooms/rooms-step.tsx";
import { SealStep } from "./sealing/seal-step.tsx";
import classes from "./session-page.module.css";
import { StepNav } from "./step-nav.tsx";

/** One session from its details to its seal, one step on the screen at a time. */
export function SessionPage() {
  const { sessionId = "" } = useParams();
  return (
    <OrganiserGate>
      {(signedIn) => (
        <SessionProvider sessionId={sessionId} token={signedIn.token}>
          <Opened signedIn={signedIn} />
        </SessionProvider>
      )}
    </OrganiserGate>
  );
}

function Opened({ signedIn }: { signedIn: SignedIn }) {
  const messages = useAllMessages();
  const session = useRecord("session", SESSION_RECORD_ID);
  const connection = useConnection();
  const refusal = connection.status === "refused" ? connection.error : undefined;
  const signedOut = refusal?.code === "not_signed_in";
  const { onExpired } = signedIn;
  useEffect(() => {
    if (signedOut) onExpired();
  }, [signedOut, onExpired]);
  if (refusal !== undefined) {
    return (
      <OrganiserFrame title={messages.organiser.list.title} isInner>
        <div role="alert">
          <EmptyState title={messages.organiser.session.refused} hint={messages.errors[refusal.code]}>
            <Button component={Link} to="/organiser" variant="default">
              {messages.organiser.session.backToList}
            </Button>
          </EmptyState>
        </div>
      </OrganiserFrame>
    );
  }
  if (session === undefined) {
    return (
      <OrganiserFrame title={messages.organiser.list.title} isInner>
        {connection.status === "offline" ? (
          <EmptyState title={messages.common.serverNotReached} />
        ) : (
          <Loading />
        )}
      </OrganiserFrame>
    );
  }
  const { openedAt } = session;
  return openedAt === undefined ? (
    <Steps session={session} signedIn={signedIn} />
  ) : (
    <OpenedSession session={session} openedAt={openedAt} signedIn={signedIn} />
  );
}

function Steps({ session, signedIn }: { session: SessionRecord; signedIn: SignedIn }) {
  const { organiser: words } = useAllMessages();
  const [search, setSearch] = useSearchParams();
  const people = useRecords("person");
  const rooms = useRecords("room");
  const rounds = useRounds();
  const { items } = useAgenda();
  const progress = useMemo((): Progress => {
    const present = people.filter((person) => person.removed !== true);
    const arrived = present.filter((person) => (person.arrivedAt ?? null) !== null);
    return { status: session.status, people: present.length, arrived: arrived.length };
  }, [people, session.status]);
  const step = stepOf(search.get("step"), progress);
  const following = stepAfter(step);
  const open = (wanted: Step) => setSearch({ step: wanted });
  return (
    <OrganiserFrame
      title={session.title}
      isInner
      live={session.status === "sealed" ? <Tag>{words.list.sealed}</Tag> : null}
      banner={<SessionBanners />}
      aside={<ConnectionTag />}
    >
      <div className={classes.page}>
        <StepNav
          current={step}
          onOpen={open}
          progress={progress}
          facts={{
            rooms: words.steps.roomCount(rooms.length),
            ...(progress.people > 0 && { roster: words.steps.peopleCount(progress.people) }),
            ...(rounds.length > 0 && { groups: words.steps.roundCount(rounds.length) }),
            ...(items.length > 0 && { agenda: words.steps.itemCount(items.length) }),
            ...(progress.arrived > 0 && {
              live: words.steps.arrivedCount(progress.arrived, progress.people),
            }),
          }}
        />
        <div className={classes.main}>
          <section className={classes.card} aria-label={words.steps[step]}>
            {following !== undefined && isDone(step, progress) !== false && (
              <div className={classes.following}>
                <Button variant="default" onClick={() => open(following)}>
                  {words.steps.goOn(words.steps[following])}
                </Button>
              </div>
            )}
            {step === "info" && <InfoStep session={session} />}
            {step === "rooms" && <RoomsStep isSealed={session.status === "sealed"} />}
            {step === "roster" && <RosterStep session={session} signedIn={signedIn} />}
            {step === "groups" && <GroupsStep sessionId={session.sessionId} />}
            {step === "agenda" && <AgendaStep />}
            {step === "collected" && <CollectedStep session={session} signedIn={signedIn} />}
            {step === "cards" && <CardsStep sessionId={session.sessionId} people={progress.people} />}
            {step === "live" && <LiveStep session={session} signedIn={signedIn} />}
            {step === "documents" && <DocumentsStep session={session} signedIn={signedIn} />}
            {step === "seal" && <SealStep session={session} signedIn={signedIn} />}
          </section>
        </div>
      </div>
    </OrganiserFrame>
  );
}
