import { Anchor } from "@mantine/core";
import { Link, useParams } from "react-router";
import { useCan, useConnection, useViewer } from "../../sync/hooks.ts";
import { EmptyState } from "../../ui/states/empty-state.tsx";
import { IdentifiedSession } from "../session/identified-session.tsx";
import { NotJoined } from "../session/not-joined.tsx";
import { SessionFrame } from "../session/session-frame.tsx";
import { RoundsScreen } from "./rounds-screen.tsx";
import { useRoundWords } from "./use-round-words.ts";

/** `/s/:sessionId/groups`: groups in rounds, for staff; who may not make them looks on. */
export function RoundsPage() {
  return (
    <IdentifiedSession words={useRoundWords()}>
      <Page />
    </IdentifiedSession>
  );
}

function Page() {
  const words = useRoundWords();
  const { sessionId = "" } = useParams();
  const { status } = useConnection();
  const isJoined = useViewer() !== undefined;
  const isStaff = useCan()({ type: "documents.read" });
  return (
    <SessionFrame
      title={words.title}
      beside={
        isStaff && (
          <Anchor component={Link} to={`/s/${sessionId}/console`}>
            {words.toConsole}
          </Anchor>
        )
      }
      widthPx={1720}
      topPx={12}
    >
      {isStaff ? (
        <RoundsScreen />
      ) : isJoined && status === "online" ? (
        <EmptyState title={words.staffOnly} hint={words.staffOnlyHint}>
          <Anchor component={Link} to={`/s/${sessionId}/room`}>
            {words.toRoom}
          </Anchor>
        </EmptyState>
      ) : (
        <NotJoined />
      )}
    </SessionFrame>
  );
}
