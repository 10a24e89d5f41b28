import { useCallback } from "react";
import type { LobbyReply } from "../../../shared/protocol/http.ts";
import { api } from "../../sync/api.ts";
import { type RequestState, useRequest } from "../../ui/use-request.ts";

/** Who may join `sessionId`: its roster by unit, without PINs. */
export function useLobby(sessionId: string): [RequestState<LobbyReply>, () => void] {
  return useRequest(
    useCallback(
      () => api.get<LobbyReply>(`/api/sessions/${encodeURIComponent(sessionId)}/lobby`),
      [sessionId],
    ),
  );
}
