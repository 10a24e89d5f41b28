import { Button } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";
import type { SessionRecord } from "../../../shared/domain/session/records.ts";
import type { Pace, RehearsalReply } from "../../../shared/protocol/rehearsal.ts";
import { useRecords } from "../../sync/hooks.ts";
import { useLanguage } from "../../ui/language.tsx";
import { ErrorState } from "../../ui/states/error-state.tsx";
import { Tag } from "../../ui/tag.tsx";
import { formatClock } from "../../ui/text/format-time.ts";
import { showNotice } from "../../ui/undo.tsx";
import type { SignedIn } from "../organiser-frame/organiser-gate.tsx";
import { ClearRehearsal } from "./clear-rehearsal.tsx";
import { PaceChoice } from "./pace-choice.tsx";
import classes from "./rehearsal-card.module.css";
import { RehearsalLinks } from "./rehearsal-links.tsx";
import { useRehearsal } from "./use-rehearsal.ts";
import { useRehearsalWords } from "./use-rehearsal-words.ts";

interface Props {
  readonly session: SessionRecord;
  readonly signedIn: SignedIn;
}

/** 演练: starting it, its pace, its pages, and clearing it; in a rehearsal itself the way to the real session. */
export function RehearsalCard({ session, signedIn }: Props) {
  const words = useRehearsalWords();
  const { sessionId, rehearsalOf } = session;
  return (
    <section className={classes.section} aria-label={words.heading}>
      <h3 className={classes.heading}>{words.heading}</h3>
      {rehearsalOf === undefined ? (
        <Rehearsal sessionId={sessionId} isSealed={session.status === "sealed"} signedIn={signedIn} />
      ) : (
        <div className={classes.line}>
          <span>{words.isOne}</span>
          <Button component={Link} to={`/organiser/${rehearsalOf}?step=live`} variant="default">
            {words.toOriginal}
          </Button>
        </div>
      )}
    </section>
  );
}

interface RehearsalProps {
  readonly sessionId: string;
  readonly isSealed: boolean;
  readonly signedIn: SignedIn;
}

function Rehearsal({ sessionId, isSealed, signedIn }: RehearsalProps) {
  const words = useRehearsalWords();
  const { state, again, busy, start, change, clear } = useRehearsal(sessionId, signedIn);
  const [chosen, setChosen] = useState<Pace>("normal");
  const hasPeople = useRecords("person").some(({ removed }) => removed !== true);
  if (state.status === "loading") return null;
  if (state.status === "failed") return <ErrorState error={state.error} onRetry={again} />;
  const { rehearsal } = state.value;
  const isActing = rehearsal?.activity === "running" || rehearsal?.activity === "paused";
  const choosePace = async (pace: Pace) => {
    setChosen(pace);
    if (isActing) await change({ pace });
  };
  const cleared = async () => {
    if (await clear()) showNotice(words.cleared);
  };
  const why = rehearsal !== null ? null : isSealed ? words.isSealed : hasPeople ? null : words.needsRoster;
  const canStart = !isSealed && (rehearsal === null ? hasPeople : rehearsal.activity !== "sealed");
  return (
    <>
      {rehearsal === null ? <p className={classes.quiet}>{words.explain}</p> : <State {...rehearsal} />}
      {why !== null && <p className={classes.quiet}>{why}</p>}
      {(canStart || isActing) && (
        <div className={classes.line}>
          <PaceChoice pace={isActing ? rehearsal.pace : chosen} onChoose={(pace) => void choosePace(pace)} />
          {!isActing && (
            <Button onClick={() => void start(chosen)} loading={busy}>
              {rehearsal === null ? words.start : words.again}
            </Button>
          )}
          {isActing && (
            <Button
              variant="default"
              onClick={() => void change({ paused: rehearsal.activity === "running" })}
              loading={busy}
            >
              {rehearsal.activity === "running" ? words.pause : words.goOn}
            </Button>
          )}
        </div>
      )}
      {rehearsal !== null && (
        <>
          <RehearsalLinks sessionId={rehearsal.sessionId} />
          <ClearRehearsal onClear={() => void cleared()} busy={busy} />
        </>
      )}
    </>
  );
}

/** What the class of the rehearsal does, in a line. */
function State({ activity, acts, endsAt }: NonNullable<RehearsalReply["rehearsal"]>) {
  const words = useRehearsalWords();
  const [language] = useLanguage();
  return (
    <div className={classes.state}>
      <span role="status">
        <Tag tone={activity === "running" ? "live" : "plain"}>{words.states[activity]}</Tag>
      </span>
      {acts > 0 && <span>{words.acts(acts)}</span>}
      {endsAt !== null && <span className={classes.quiet}>{words.until(formatClock(endsAt, language))}</span>}
    </div>
  );
}
