import { useCallback, useEffect, useRef, useState } from "react";

/** What became of a request so far. */
export type RequestState<T> =
  | { readonly status: "loading" }
  | { readonly status: "done"; readonly value: T }
  | { readonly status: "failed"; readonly error: unknown };

/** Runs `request` at once and whenever it changes (keep it stable with `useCallback`); `again` runs it anew and keeps what is shown until then. */
export function useRequest<T>(request: () => Promise<T>): [RequestState<T>, () => void] {
  const [state, setState] = useState<RequestState<T>>({ status: "loading" });
  const latest = useRef(0);
  const again = useCallback(() => {
    latest.current += 1;
    const run = latest.current;
    setState((before) => (before.status === "done" ? before : { status: "loading" }));
    request().then(
      (value) => run === latest.current && setState({ status: "done", value }),
      (error: unknown) => run === latest.current && setState({ status: "failed", error }),
    );
  }, [request]);
  useEffect(() => {
    setState({ status: "loading" });
    again();
    return () => {
      latest.current += 1;
    };
  }, [again]);
  return [state, again];
}
