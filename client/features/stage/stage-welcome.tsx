import type { SessionRecord } from "../../../shared/domain/session/records.ts";
import { useAllMessages, useLanguage } from "../../ui/language.tsx";
import { formatDateTime } from "../../ui/text/format-time.ts";
import classes from "./stage.module.css";

/** What stands on the projector while nothing is shown: what this is, and how one comes in. */
export function StageWelcome({ session, address }: { session: SessionRecord; address: string }) {
  const { stage } = useAllMessages();
  const [language] = useLanguage();
  const { startsAt, place } = session;
  const facts = [startsAt === null ? null : formatDateTime(startsAt, language), place].filter(
    (fact) => fact !== null,
  );
  return (
    <div className={classes.welcome}>
      <p className={classes.welcomeTitle}>{session.title}</p>
      {facts.length > 0 && <p className={classes.second}>{facts.join(" · ")}</p>}
      <div className={classes.join}>
        <p className={classes.second}>{stage.howToJoin}</p>
        <p className={classes.address}>{address}</p>
        <p className={classes.second}>{stage.howToJoinNext}</p>
      </div>
    </div>
  );
}
