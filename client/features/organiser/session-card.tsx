import { Button } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";
import type { SessionListReply } from "../../../shared/protocol/http.ts";
import { useAllMessages, useLanguage } from "../../ui/language.tsx";
import { Tag } from "../../ui/tag.tsx";
import { Facts } from "../../ui/text/facts.tsx";
import { formatDateTime } from "../../ui/text/format-time.ts";
import { useKeptFocus } from "../../ui/use-kept-focus.ts";
import { useAgendaWords } from "../agenda/use-agenda-words.ts";
import { FollowupSums } from "../followups/ledger-sums.tsx";
import type { SignedIn } from "../organiser-frame/organiser-gate.tsx";
import { DuplicateForm } from "./duplicate-form.tsx";
import { nextStep } from "./next-step.ts";
import classes from "./organiser-page.module.css";

interface Props {
  readonly session: SessionListReply["sessions"][number];
  readonly signedIn: SignedIn;
}

/** One session of the list: what it is, how far it has come, and the one thing to do next. */
export function SessionCard({ session, signedIn }: Props) {
  const copy = useAgendaWords().copy;
  const [copying, setCopying] = useState(false);
  const { place: card, handlers } = useKeptFocus<HTMLLIElement>(copying ? "copy" : null);
  const { common, opening, organiser } = useAllMessages();
  const { list, nextStep: words } = organiser;
  const [language] = useLanguage();
  const { sessionId, title, startsAt, place, status, people, arrived, rooms, followups } = session;
  const isRehearsal = session.rehearsalOf !== undefined;
  const isOpened = session.openedAt !== undefined;
  const next = nextStep(session);
  const home = `/organiser/${sessionId}`;
  const target = {
    roster: `${home}?step=roster`,
    cards: `${home}/seat-cards`,
    live: `/s/${sessionId}/console`,
    documents: `${home}?step=documents`,
  }[next];
  const facts = [
    startsAt === null ? list.noTime : formatDateTime(startsAt, language),
    place ?? list.noPlace,
    list.rooms(rooms),
    people === 0 ? list.noPeople : list.people(arrived, people),
  ];
  return (
    <li ref={card} className={classes.card} {...handlers}>
      <div className={classes.titleLine}>
        <h2 className={classes.title}>{title}</h2>
        {isRehearsal && <Tag tone="waiting">{common.rehearsal.tag}</Tag>}
        {status === "sealed" && <Tag>{list.sealed}</Tag>}
        {isOpened && <Tag>{common.openedCopy.tag}</Tag>}
        {status === "open" &&
          !isRehearsal &&
          !isOpened &&
          (arrived > 0 ? <Tag tone="live">{list.live}</Tag> : <Tag>{list.open}</Tag>)}
        {!isOpened && <FollowupSums {...followups} />}
      </div>
      <p className={classes.facts}>
        <Facts facts={facts} />
      </p>
      <div className={classes.next}>
        {isOpened ? (
          <Button component={Link} to={home} variant="light">
            {opening.look}
          </Button>
        ) : (
          <>
            <Button component={Link} to={target} variant="light">
              {list.next(words[next])}
            </Button>
            <Button component={Link} to={home} variant="default">
              {list.manage}
            </Button>
          </>
        )}
        {!copying && !isRehearsal && (
          <Button
            variant="default"
            data-opens="copy"
            aria-label={copy.openOf(title)}
            onClick={() => setCopying(true)}
          >
            {copy.open}
          </Button>
        )}
      </div>
      {copying && <DuplicateForm session={session} signedIn={signedIn} onClose={() => setCopying(false)} />}
    </li>
  );
}
