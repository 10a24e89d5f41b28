import { Button } from "@mantine/core";
import { type ComponentType, useCallback } from "react";
import { useCan, useConnection } from "../../sync/hooks.ts";
import { useMessages } from "../../ui/language.tsx";
import { EmptyState } from "../../ui/states/empty-state.tsx";
import { fetchPiece, PageReplaced, PageReplacedError } from "../../ui/states/page-replaced.tsx";
import { useInterval } from "../../ui/use-interval.ts";
import { useRequest } from "../../ui/use-request.ts";

const RETRY_MS = 2_000;

/** The shared notes of a room, for whoever may read them; writing is open to whoever `can`. */
export function NotesPanel({ roomId }: { roomId: string }) {
  const words = useMessages().notes;
  const can = useCan();
  const { status } = useConnection();
  const [workspace, again] = useRequest(useCallback(fetchWorkspace, []));
  const isReplaced = workspace.status === "failed" && workspace.error instanceof PageReplacedError;
  // Opened for the first time while the line is down, it comes by itself once the line is back.
  useInterval(again, workspace.status === "failed" && !isReplaced && status === "online" ? RETRY_MS : null);
  if (!can({ type: "notes.read", roomId })) return <EmptyState title={words.noRight} />;
  switch (workspace.status) {
    case "loading":
      return (
        <div role="status">
          <EmptyState title={words.loading} />
        </div>
      );
    case "failed":
      return isReplaced ? (
        <PageReplaced />
      ) : (
        <div role="alert">
          <EmptyState title={status === "online" ? words.loadFailed : words.loadWaits}>
            <Button variant="default" onClick={again}>
              {words.retry}
            </Button>
          </EmptyState>
        </div>
      );
    case "done": {
      const Workspace = workspace.value;
      return <Workspace key={roomId} roomId={roomId} />;
    }
  }
}

async function fetchWorkspace(): Promise<ComponentType<{ roomId: string }>> {
  return (await fetchPiece(() => import("./notes-workspace.tsx"))).NotesWorkspace;
}
