import { useCallback, useEffect } from "react";
import { ApiError, api } from "../../sync/api.ts";
import { type Requested, useRequest } from "../../ui/use-request.ts";
import type { SignedIn } from "./organiser-gate.tsx";

/** Whether the server no longer knows the sign-in. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof ApiError && error.code === "not_signed_in";
}

/** Reads `path` as the organiser, as `useRequest` does; a sign-in that has ended brings the sign-in screen back. */
export function useOrganiserRequest<T>(
  path: string,
  { token, onExpired }: Pick<SignedIn, "token" | "onExpired">,
): Requested<T> {
  const [state, again, refresh] = useRequest<T>(useCallback(() => api.get<T>(path, token), [path, token]));
  const signedOut = state.status === "failed" && isSignedOut(state.error);
  useEffect(() => {
    if (signedOut) onExpired();
  }, [signedOut, onExpired]);
  return [state, again, refresh];
}
