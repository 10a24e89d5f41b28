import { Button } from "@mantine/core";
import { Link } from "react-router";
import type { SessionRecord } from "../../../shared/domain/session/records.ts";
import { useAllMessages, useLanguage } from "../../ui/language.tsx";
import { Tag } from "../../ui/tag.tsx";
import { formatDateTime } from "../../ui/text/format-time.ts";
import { useAgenda } from "../agenda/use-agenda.ts";
import { DocumentsStep } from "../documents/documents-step.tsx";
import { ConnectionTag } from "../organiser-frame/connection-tag.tsx";
import { OrganiserFrame } from "../organiser-frame/organiser-frame.tsx";
import type { SignedIn } from "../organiser-frame/organiser-gate.tsx";
import { StepHeading } from "../organiser-frame/step-heading.tsx";
import { useRounds } from "../rounds/use-rounds.ts";
import { SessionBanners } from "../session/session-banners.tsx";
import classes from "./opening.module.css";
import { RemoveOpened } from "./remove-opened.tsx";

interface Props {
  readonly session: SessionRecord;
  /** When it was opened here, in milliseconds since 1970 UTC. */
  readonly openedAt: number;
  readonly signedIn: SignedIn;
}

/** A session that was opened from an archive: the ways to look at it, its documents, and taking it away again. */
export function OpenedSession({ session, openedAt, signedIn }: Props) {
  const { common, opening: words, organiser } = useAllMessages();
  const [language] = useLanguage();
  const { sessionId, title, startsAt, place } = session;
  const hasGroups = useRounds().length > 0;
  const hasAgenda = useAgenda().items.length > 0;
  const facts = [
    startsAt === null ? organiser.list.noTime : formatDateTime(startsAt, language),
    place ?? organiser.list.noPlace,
    words.openedAt(formatDateTime(openedAt, language)),
  ];
  return (
    <OrganiserFrame
      title={title}
      isInner
      live={<Tag>{common.openedCopy.tag}</Tag>}
      banner={<SessionBanners />}
      aside={<ConnectionTag />}
    >
      <div className={classes.main}>
        <section className={classes.card} aria-label={words.doors}>
          <StepHeading title={words.doors} explain={facts.join(" · ")} />
          <div className={classes.actions}>
            <Button component={Link} to={`/s/${sessionId}/console`}>
              {words.console}
            </Button>
            <Button component={Link} to={`/s/${sessionId}/room`} variant="default">
              {words.room}
            </Button>
            {hasGroups && (
              <Button component={Link} to={`/s/${sessionId}/groups`} variant="default">
                {words.groups}
              </Button>
            )}
            {hasAgenda && (
              <Button component={Link} to={`/s/${sessionId}/agenda`} variant="default">
                {words.agenda}
              </Button>
            )}
          </div>
        </section>
        <section className={classes.card} aria-label={organiser.steps.documents}>
          <DocumentsStep session={session} signedIn={signedIn} />
        </section>
        <section className={classes.card} aria-label={words.remove}>
          <RemoveOpened sessionId={sessionId} title={title} signedIn={signedIn} />
        </section>
      </div>
    </OrganiserFrame>
  );
}
