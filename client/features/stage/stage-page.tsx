import { Button } from "@mantine/core";
import { type ReactNode, useEffect } from "react";
import { Link, useParams } from "react-router";
import { SESSION_RECORD_ID } from "../../../shared/domain/session/records.ts";
import { STAGE_RECORD_ID } from "../../../shared/domain/stage/records.ts";
import { TALLY_RECORD_ID } from "../../../shared/domain/tally/records.ts";
import { useConnection, useRecord } from "../../sync/hooks.ts";
import { SessionProvider } from "../../sync/session-provider.tsx";
import { useAllMessages } from "../../ui/language.tsx";
import { usePageTitle } from "../../ui/use-page-title.ts";
import classes from "./stage.module.css";
import { StageFace } from "./stage-face.tsx";
import { useStageToken } from "./use-stage-token.ts";

/** The projector's page: no controls, and nothing on it that not everyone may read. */
export function StagePage({ shows }: { shows: "question" | "numbers" }) {
  const { sessionId = "" } = useParams();
  const { stage } = useAllMessages();
  const { access, end, reopen } = useStageToken(sessionId);
  usePageTitle(stage.pageTitle);
  switch (access.status) {
    case "open":
      return (
        <SessionProvider sessionId={sessionId} token={access.token}>
          <Stage shows={shows} onEnded={end} />
        </SessionProvider>
      );
    case "opening":
      return <Notice title={access.serverReached ? stage.connecting : stage.offline} />;
    case "ended":
      return (
        <Notice title={stage.ended}>
          <p className={classes.second}>{stage.endedHint}</p>
          <Button className={classes.act} onClick={reopen}>
            {stage.reopen}
          </Button>
        </Notice>
      );
    case "needsStaff":
    case "notAllowed":
      return (
        <Notice title={access.status === "needsStaff" ? stage.needsStaff : stage.notAllowed}>
          <p className={classes.second}>{stage.needsStaffHint}</p>
          <p className={classes.links}>
            <Link to={`/organiser/${sessionId}?step=live`}>{stage.signIn}</Link>
            <Link to={`/s/${sessionId}`}>{stage.joinAsStaff}</Link>
          </p>
        </Notice>
      );
  }
}

function Notice({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <main className={classes.notice}>
      <h1 className={classes.noticeTitle}>{title}</h1>
      {children}
    </main>
  );
}

function Stage({ shows, onEnded }: { shows: "question" | "numbers"; onEnded: () => void }) {
  const { stage: words, errors } = useAllMessages();
  const connection = useConnection();
  const session = useRecord("session", SESSION_RECORD_ID);
  const shown = useRecord("stage", STAGE_RECORD_ID)?.recordId ?? null;
  const refusal = connection.status === "refused" ? connection.error?.code : undefined;
  const isStale = refusal === "not_signed_in" || refusal === "forbidden";
  useEffect(() => {
    if (isStale) onEnded();
  }, [isStale, onEnded]);

  // Of a session that is no more nothing stays on the wall.
  if (refusal === "session_unknown") return <Notice title={errors.session_unknown} />;
  if (session === undefined) {
    if (refusal !== undefined && !isStale) return <Notice title={errors[refusal]} />;
    return <Notice title={connection.status === "offline" ? words.offline : words.connecting} />;
  }
  return (
    <StageFace
      session={session}
      recordId={shows === "numbers" ? TALLY_RECORD_ID : shown}
      line={connection.status === "online" ? "" : refusal === undefined ? words.reconnecting : words.cutOff}
    />
  );
}
