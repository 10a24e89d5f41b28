import { Button } from "@mantine/core";
import { useMemo, useState } from "react";
import { Link } from "react-router";
import { ApiError } from "../../sync/api.ts";
import { useMessages } from "../../ui/language.tsx";
import { EmptyState } from "../../ui/states/empty-state.tsx";
import { ErrorState } from "../../ui/states/error-state.tsx";
import { Loading } from "../../ui/states/loading.tsx";
import { useInterval } from "../../ui/use-interval.ts";
import styles from "./join-form.module.css";
import { PinStep } from "./pin-step.tsx";
import { SeatFinder } from "./seat-finder.tsx";
import { type Seat, seatsOf } from "./seats.ts";
import { useLobby } from "./use-lobby.ts";

const LOOK_AGAIN_MS = 5_000;

interface Props {
  readonly sessionId: string;
  /** The new identity is in the tab's list and chosen. */
  readonly onJoined: () => void;
}

/** The two steps of joining: find the name, type the PIN. */
export function JoinForm({ sessionId, onJoined }: Props) {
  const { join } = useMessages();
  const [lobby, again] = useLobby(sessionId);
  const [typed, setTyped] = useState("");
  const [seat, setSeat] = useState<Seat | null>(null);
  const seats = useMemo(() => (lobby.status === "done" ? seatsOf(lobby.value) : []), [lobby]);
  useInterval(again, lobby.status === "done" && seats.length === 0 ? LOOK_AGAIN_MS : null);

  if (lobby.status === "loading") return <Loading />;
  if (lobby.status === "failed") {
    return isSessionUnknown(lobby.error) ? (
      <NoSuchSession />
    ) : (
      <ErrorState error={lobby.error} onRetry={again} />
    );
  }
  if (seats.length === 0) return <EmptyState title={join.emptyRoster} hint={join.emptyRosterHint} />;
  return (
    <>
      <ol className={styles.steps}>
        <li aria-current={seat === null ? "step" : undefined}>{join.stepFind}</li>
        <li aria-current={seat === null ? undefined : "step"}>{join.stepPin}</li>
      </ol>
      {seat === null ? (
        <SeatFinder seats={seats} typed={typed} onTyped={setTyped} onChosen={setSeat} />
      ) : (
        <PinStep sessionId={sessionId} seat={seat} onBack={() => setSeat(null)} onJoined={onJoined} />
      )}
    </>
  );
}

function isSessionUnknown(error: unknown): boolean {
  return error instanceof ApiError && error.code === "session_unknown";
}

/** An address that leads to no session: trying again would change nothing, the start page lists those there are. */
function NoSuchSession() {
  const { common, errors } = useMessages();
  return (
    <div role="alert">
      <EmptyState title={errors.session_unknown}>
        <Button component={Link} to="/" variant="default">
          {common.toStart}
        </Button>
      </EmptyState>
    </div>
  );
}
