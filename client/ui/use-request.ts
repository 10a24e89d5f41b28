import { useCallback, useEffect, useRef, useState } from "react";
import { ApiError } from "../sync/api.ts";

/** What became of a request so far. */
export type RequestState<T> =
  | { readonly status: "loading" }
  | { readonly status: "done"; readonly value: T }
  | { readonly status: "failed"; readonly error: unknown };

/** What became of it, how to ask `again`, and how a clock asks (`refresh`). */
export type Requested<T> = [state: RequestState<T>, again: () => void, refresh: () => void];

/**
 * Runs `request` at once and whenever it changes (keep it stable with `useCallback`). `again` runs it anew and keeps what is shown
 * until then. `refresh` leaves alone what is under way, and what is shown while the server cannot be reached.
 */
export function useRequest<T>(request: () => Promise<T>): Requested<T> {
  const [state, setState] = useState<RequestState<T>>({ status: "loading" });
  const latest = useRef(0);
  const isUnderWay = useRef(false);
  const ask = useCallback(
    async (isByClock: boolean) => {
      latest.current += 1;
      const run = latest.current;
      isUnderWay.current = true;
      if (!isByClock) setState((before) => (before.status === "done" ? before : { status: "loading" }));
      const answer = await answerOf(request);
      if (run !== latest.current) return;
      isUnderWay.current = false;
      const isUnreached = answer.status === "failed" && !(answer.error instanceof ApiError);
      setState((before) => (isByClock && isUnreached && before.status === "done" ? before : answer));
    },
    [request],
  );
  const again = useCallback(() => void ask(false), [ask]);
  const refresh = useCallback(() => {
    if (!isUnderWay.current) void ask(true);
  }, [ask]);
  useEffect(() => {
    setState({ status: "loading" });
    again();
    return () => {
      latest.current += 1;
    };
  }, [again]);
  return [state, again, refresh];
}

async function answerOf<T>(request: () => Promise<T>): Promise<RequestState<T>> {
  try {
    return { status: "done", value: await request() };
  } catch (error) {
    return { status: "failed", error };
  }
}
