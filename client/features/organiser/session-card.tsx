import { Button } from "@mantine/core";
import { Link } from "react-router";
import type { SessionListReply } from "../../../shared/protocol/http.ts";
import { useAllMessages, useLanguage } from "../../ui/language.tsx";
import { Tag } from "../../ui/tag.tsx";
import { formatDateTime } from "../../ui/text/format-time.ts";
import { FollowupSums } from "../followups/ledger-sums.tsx";
import { nextStep } from "./next-step.ts";
import classes from "./organiser-page.module.css";

/** One session of the list: what it is, how far it has come, and the one thing to do next. */
export function SessionCard({ session }: { session: SessionListReply["sessions"][number] }) {
  const { list, nextStep: words } = useAllMessages().organiser;
  const [language] = useLanguage();
  const { sessionId, title, startsAt, place, status, people, arrived, rooms, followups } = session;
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
    <li className={classes.card}>
      <div className={classes.titleLine}>
        <h2 className={classes.title}>{title}</h2>
        {status === "sealed" && <Tag>{list.sealed}</Tag>}
        {status === "open" && (arrived > 0 ? <Tag tone="live">{list.live}</Tag> : <Tag>{list.open}</Tag>)}
        <FollowupSums {...followups} />
      </div>
      <p className={classes.facts}>{facts.join(" · ")}</p>
      <div className={classes.next}>
        <Button component={Link} to={target} variant="light">
          {list.next(words[next])}
        </Button>
        <Button component={Link} to={home} variant="default">
          {list.manage}
        </Button>
      </div>
    </li>
  );
}
