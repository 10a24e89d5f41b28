import { Anchor } from "@mantine/core";
import { Link, useParams } from "react-router";
import { useCan, useConnection, useViewer } from "../../sync/hooks.ts";
import { useMessages } from "../../ui/language.tsx";
import { EmptyState } from "../../ui/states/empty-state.tsx";
import { IdentifiedSession } from "../session/identified-session.tsx";
import { NotJoined } from "../session/not-joined.tsx";
import { SessionBanners } from "../session/session-banners.tsx";
import { SessionTopBar } from "../session/session-top-bar.tsx";
import styles from "./console-frame.module.css";
import { ConsoleScreen } from "./console-screen.tsx";

/** `/s/:sessionId/console`, for moderators, recorders and the organiser. */
export function ConsolePage() {
  const { sessionId = "" } = useParams();
  return (
    <IdentifiedSession words={useMessages().console}>
      <StaffOnly sessionId={sessionId} />
    </IdentifiedSession>
  );
}

function StaffOnly({ sessionId }: { sessionId: string }) {
  const words = useMessages().console;
  const { status } = useConnection();
  const isJoined = useViewer() !== undefined;
  const isStaff = useCan()({ type: "stage.open" });
  if (isStaff) return <ConsoleScreen />;
  return (
    <div className={styles.page}>
      <SessionTopBar title={words.title} />
      <SessionBanners />
      <main id="content">
        {isJoined && status === "online" ? (
          <EmptyState title={words.staffOnly} hint={words.staffOnlyHint}>
            <Anchor component={Link} to={`/s/${sessionId}/room`}>
              {words.toRoom}
            </Anchor>
          </EmptyState>
        ) : (
          <NotJoined />
        )}
      </main>
    </div>
  );
}
