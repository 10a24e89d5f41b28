import { useCallback, useEffect, useRef } from "react";
import type { AdmitBody, GuessesReply } from "../../../shared/protocol/http.ts";
import { api } from "../../sync/api.ts";
import { useConnection } from "../../sync/hooks.ts";
import { useSessionClient } from "../../sync/session-provider.tsx";
import { useInterval } from "../../ui/use-interval.ts";
import { useRequest } from "../../ui/use-request.ts";

/** While there is something to see its numbers grow, and it ends. */
const RENEW_EVERY_MS = 10_000;

export type Guesser = GuessesReply["guessers"][number];

/** Who tries PINs of this session in vain, as the server tells of it; and letting a person in from an address. */
export function useGuesses(): {
  readonly guessers: readonly Guesser[];
  /** Throws `ApiError` or `NetworkError`. */
  readonly admit: (personId: string, address: string) => Promise<void>;
} {
  const client = useSessionClient();
  const { status } = useConnection();
  const path = `/api/sessions/${client.sessionId}`;
  const request = useCallback(
    () => api.get<GuessesReply>(`${path}/guesses`, client.token),
    [path, client.token],
  );
  const [state, again, refresh] = useRequest(request);
  const guessers = state.status === "done" ? state.value.guessers : [];
  useEffect(() => client.subscribeGuesses(again), [client, again]);
  const wasDown = useRef(false);
  useEffect(() => {
    // What was told while the line was down.
    if (status === "online" && wasDown.current) again();
    wasDown.current = status !== "online";
  }, [status, again]);
  useInterval(refresh, guessers.length > 0 ? RENEW_EVERY_MS : null);
  const admit = async (personId: string, address: string) => {
    const body: AdmitBody = { address };
    await api.post(`${path}/people/${personId}/admit`, body, client.token);
    again();
  };
  return { guessers, admit };
}
