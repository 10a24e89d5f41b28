import { Button } from "@mantine/core";
import { useMemo } from "react";
import { Link } from "react-router";
import type { SessionRecord } from "../../../../shared/domain/session/records.ts";
import { TALLY_RECORD_ID } from "../../../../shared/domain/tally/records.ts";
import { useRecord, useRecords } from "../../../sync/hooks.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { typedAddress } from "../../addresses/join-address.ts";
import { useJoinAddress } from "../../addresses/use-join-address.ts";
import { GuessNotice } from "../../guesses/guess-notice.tsx";
import type { SignedIn } from "../../organiser-frame/organiser-gate.tsx";
import { StepHeading } from "../../organiser-frame/step-heading.tsx";
import { useUnfinished } from "../../organiser-frame/use-unfinished.ts";
import { RehearsalCard } from "../../rehearsal/rehearsal-card.tsx";
import classes from "./live-step.module.css";
import { StageLinks } from "./stage-links.tsx";

/** More names than this are counted. */
const ABSENT_NAMES_MAX = 12;

/** The evening itself: where everybody goes, and how it stands. */
export function LiveStep({ session, signedIn }: { session: SessionRecord; signedIn: SignedIn }) {
  const { organiser } = useAllMessages();
  const words = organiser.live;
  const { address } = useJoinAddress();
  const { sessionId } = session;
  return (
    <>
      <StepHeading title={words.heading} explain={words.explain} />
      <GuessNotice />
      <div className={classes.address}>
        <span>{words.address}</span>
        <strong>{typedAddress(address)}</strong>
      </div>
      <div className={classes.doors}>
        <section className={classes.door}>
          <h3>{words.console}</h3>
          <p>{words.consoleHint}</p>
          <Button component={Link} to={`/s/${sessionId}/console`}>
            {words.openConsole}
          </Button>
        </section>
        <section className={classes.door}>
          <h3>{words.wall}</h3>
          <p>{words.wallHint}</p>
          <Button component={Link} to={`/s/${sessionId}/wall`} variant="default">
            {words.openWall}
          </Button>
        </section>
        <section className={classes.door}>
          <h3>{words.stage}</h3>
          <p>{words.stageHint}</p>
          {/* The new tab takes this tab's sign-in along only with an opener. */}
          <Button component="a" href={`/s/${sessionId}/stage`} target="_blank" rel="opener" variant="default">
            {words.openStage}
          </Button>
        </section>
      </div>
      <Figures />
      <StageLinks sessionId={sessionId} signedIn={signedIn} />
      <RehearsalCard session={session} signedIn={signedIn} />
    </>
  );
}

/** The session in numbers. */
function Figures() {
  const { common, organiser } = useAllMessages();
  const words = organiser.live;
  const { pending, waiting } = useUnfinished();
  const answered = useRecord("tally", TALLY_RECORD_ID)?.answered ?? 0;
  const people = useRecords("person");
  const rooms = useRecords("room");
  const present = useMemo(
    () => people.filter((person) => person.removed !== true).sort((a, b) => a.order - b.order),
    [people],
  );
  const absent = present.filter((person) => (person.arrivedAt ?? null) === null);
  const figures = [
    [words.arrived, `${present.length - absent.length} / ${present.length}`],
    [words.roomsOpen, `${rooms.filter((room) => room.status === "open").length} / ${rooms.length}`],
    [words.pending, `${pending}`],
    [words.waiting, `${waiting}`],
    [words.answered, `${answered}`],
  ] as const;
  const names = absent
    .slice(0, ABSENT_NAMES_MAX)
    .map(({ name, excused }) => (excused === true ? words.excused(name) : name))
    .join(common.listSeparator);
  return (
    <>
      <dl className={classes.figures}>
        {figures.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {absent.length > 0 && absent.length < present.length && (
        <p className={classes.absent}>
          {absent.length > ABSENT_NAMES_MAX ? words.absentMore(names, absent.length) : words.absent(names)}
        </p>
      )}
    </>
  );
}
