import { useCallback } from "react";
import { Link, Navigate } from "react-router";
import type { LobbyListReply } from "../../../shared/protocol/http.ts";
import { api } from "../../sync/api.ts";
import { useLanguage, useMessages } from "../../ui/language.tsx";
import { EmptyState } from "../../ui/states/empty-state.tsx";
import { ErrorState } from "../../ui/states/error-state.tsx";
import { Loading } from "../../ui/states/loading.tsx";
import { Tag } from "../../ui/tag.tsx";
import { formatDateTime } from "../../ui/text/format-time.ts";
import { useInterval } from "../../ui/use-interval.ts";
import { useRequest } from "../../ui/use-request.ts";
import { FrontPage } from "./front-page.tsx";
import styles from "./session-picker-page.module.css";

const LOOK_AGAIN_MS = 10_000;

/** The first page: which session. Where only one is open there is nothing to choose. */
export function SessionPickerPage() {
  const { join } = useMessages();
  const [language] = useLanguage();
  const [lobby, again] = useRequest(useCallback(() => api.get<LobbyListReply>("/api/lobby"), []));
  useInterval(again, lobby.status === "loading" ? null : LOOK_AGAIN_MS);

  if (lobby.status === "loading") {
    return (
      <FrontPage title={join.pickTitle}>
        <Loading />
      </FrontPage>
    );
  }
  if (lobby.status === "failed") {
    return (
      <FrontPage title={join.pickTitle}>
        <ErrorState error={lobby.error} onRetry={again} />
      </FrontPage>
    );
  }
  const { sessions } = lobby.value;
  const open = sessions.filter((session) => session.status === "open");
  if (open.length === 1 && open[0] !== undefined) return <Navigate to={`/s/${open[0].sessionId}`} replace />;
  if (sessions.length === 0) {
    return (
      <FrontPage title={join.pickTitle}>
        <EmptyState title={join.noSessions} hint={join.noSessionsHint} />
      </FrontPage>
    );
  }
  return (
    <FrontPage title={join.pickTitle}>
      <ul className={styles.list}>
        {[...open, ...sessions.filter((session) => session.status === "sealed")].map((session) => (
          <li key={session.sessionId}>
            <Link to={`/s/${session.sessionId}`} className={styles.session}>
              <span>
                <strong>{session.title}</strong>
                <span className={styles.when}>
                  {[
                    session.startsAt === null ? null : formatDateTime(session.startsAt, language),
                    session.place,
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </span>
              <Tag tone={session.status === "open" ? "live" : "plain"}>
                {session.status === "open" ? join.openSession : join.sealedSession}
              </Tag>
            </Link>
          </li>
        ))}
      </ul>
    </FrontPage>
  );
}
