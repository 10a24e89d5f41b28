import { useMemo } from "react";
import { useParams } from "react-router";
import type {
  NotesVersionReply,
  NotesVersionsReply,
  RestoreVersionReply,
  SaveVersionReply,
} from "../../../../shared/protocol/notes-versions.ts";
import { api } from "../../../sync/api.ts";
import { useIdentities } from "../../../sync/identity.tsx";

/** The calls on versions of a room's notes; they throw `ApiError` or `NetworkError`. */
export interface VersionCalls {
  readonly list: () => Promise<NotesVersionsReply>;
  readonly look: (versionId: string) => Promise<NotesVersionReply>;
  readonly save: (name: string) => Promise<SaveVersionReply>;
  readonly restore: (versionId: string) => Promise<RestoreVersionReply>;
}

export function useVersions(roomId: string): VersionCalls {
  const { sessionId = "" } = useParams();
  const token = useIdentities().current?.token;
  return useMemo(() => {
    const path = `/api/sessions/${sessionId}/rooms/${roomId}/notes/versions`;
    return {
      list: () => api.get<NotesVersionsReply>(path, token),
      look: (versionId) => api.get<NotesVersionReply>(`${path}/${versionId}`, token),
      save: (name) => api.post<SaveVersionReply>(path, name === "" ? {} : { name }, token),
      restore: (versionId) => api.post<RestoreVersionReply>(`${path}/${versionId}/restore`, {}, token),
    };
  }, [sessionId, roomId, token]);
}
