import { useCallback } from "react";
import type { LobbyReply } from "../../../shared/protocol/http.ts";
import { api } from "../../sync/api.ts";
import { type Requested, useRequest } from "../../ui/use-request.ts";

/** Who may join `sessionId`: its roster by unit, without PINs. */
export function useLobby(sessionId: string): Requested<LobbyReply> {
  return useRequest(
    useCallback(
      () => api.get<LobbyReply>(`/api/sessions/${encodeURIComponent(sessionId)}/lobby`),
      [sessionId],
    ),
  );
}
