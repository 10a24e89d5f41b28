import { useCallback, useEffect, useState } from "react";
import { ApiError, api } from "../../session/api.ts";
import { useIdentities } from "../../session/identity.tsx";

const RETRY_MS = 2_000;

/** What the page may do: show the session, wait, or tell who has to sign in. */
export type StageAccess =
  | { readonly status: "opening"; readonly serverReached: boolean }
  | { readonly status: "open"; readonly token: string }
  | { readonly status: "needsStaff" }
  | { readonly status: "notAllowed" };

/**
 * A token for the projector's page, which can read what everyone may read and nothing else. Taken with the staff
 * identity of this tab and kept in its `sessionStorage`, so that a reload needs nobody. `renew` drops a token that
 * the server no longer knows.
 */
export function useStageToken(sessionId: string): { access: StageAccess; renew: () => void } {
  const storageKey = `yantao.stage.${sessionId}`;
  const { list, current: acting } = useIdentities();
  const staffToken = (list.findLast((identity) => identity.kind === "organiser") ?? acting)?.token;
  const [token, setToken] = useState(() => window.sessionStorage.getItem(storageKey));
  const [refused, setRefused] = useState<"needsStaff" | "notAllowed" | null>(null);
  const [serverReached, setServerReached] = useState(true);

  useEffect(() => {
    if (token !== null || staffToken === undefined) return;
    let current = true;
    let retry: number | undefined;
    const open = () => {
      api.post<{ token: string }>(`/api/sessions/${sessionId}/stage`, {}, staffToken).then(
        (reply) => {
          if (!current) return;
          window.sessionStorage.setItem(storageKey, reply.token);
          setToken(reply.token);
          setRefused(null);
        },
        (error: unknown) => {
          if (!current) return;
          if (error instanceof ApiError && !error.retryable) {
            setRefused(error.code === "not_signed_in" ? "needsStaff" : "notAllowed");
            return;
          }
          setServerReached(false);
          retry = window.setTimeout(open, RETRY_MS);
        },
      );
    };
    open();
    return () => {
      current = false;
      window.clearTimeout(retry);
    };
  }, [token, staffToken, sessionId, storageKey]);

  const renew = useCallback(() => {
    window.sessionStorage.removeItem(storageKey);
    setToken(null);
  }, [storageKey]);

  if (token !== null) return { access: { status: "open", token }, renew };
  if (staffToken === undefined) return { access: { status: "needsStaff" }, renew };
  if (refused !== null) return { access: { status: refused }, renew };
  return { access: { status: "opening", serverReached }, renew };
}
