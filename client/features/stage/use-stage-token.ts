import { useCallback, useEffect, useState } from "react";
import type { OpenStageReply, StageLinksReply } from "../../../shared/protocol/http.ts";
import { ApiError, api } from "../../sync/api.ts";
import { browserStorage, tabStorage } from "../../sync/browser-storage.ts";
import { useIdentities } from "../../sync/identity.tsx";
import { KeptStageLink } from "./kept-stage-link.ts";

const RETRY_MS = 2_000;

/** What the page may do: show the session, wait, or tell who has to sign in. */
export type StageAccess =
  | { readonly status: "opening"; readonly serverReached: boolean }
  | { readonly status: "open"; readonly token: string }
  /** The link was withdrawn or has expired; nobody but staff opens another, by hand. */
  | { readonly status: "ended" }
  | { readonly status: "needsStaff" }
  | { readonly status: "notAllowed" };

export interface StageToken {
  readonly access: StageAccess;
  /** The server does not know the token any more. */
  readonly end: () => void;
  /** Opens the stage again after an end. */
  readonly reopen: () => void;
}

/**
 * A token for the projector's page, which can read what everyone may read and nothing else. Opened with the staff
 * identity of this tab, kept in its `sessionStorage`, so that a reload needs nobody, and in the browser's
 * `localStorage`, so that a second page of it takes the same link.
 */
export function useStageToken(sessionId: string): StageToken {
  const { list, current: acting } = useIdentities();
  const staffToken = (list.findLast((identity) => identity.kind === "organiser") ?? acting)?.token;
  const [kept] = useState(() => ({
    tab: new KeptStageLink(tabStorage, sessionId),
    browser: new KeptStageLink(browserStorage, sessionId),
  }));
  const [token, setToken] = useState(() => kept.tab.read()?.token ?? null);
  const [hasEnded, setHasEnded] = useState(false);
  const [refused, setRefused] = useState<"needsStaff" | "notAllowed" | null>(null);
  const [serverReached, setServerReached] = useState(true);

  useEffect(() => {
    if (token !== null || hasEnded || staffToken === undefined) return;
    let current = true;
    let retry: number | undefined;
    const open = () => {
      openStage(sessionId, kept.browser.read(), staffToken).then(
        (link) => {
          if (!current) return;
          kept.tab.keep(link);
          kept.browser.keep(link);
          setToken(link.token);
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
  }, [token, hasEnded, staffToken, sessionId, kept]);

  const end = useCallback(() => {
    if (token === null) return;
    // The tab keeps it, so that a reload opens no other one by itself.
    kept.browser.forget(token);
    setHasEnded(true);
    setToken(null);
  }, [token, kept]);
  const reopen = useCallback(() => setHasEnded(false), []);

  const access = (): StageAccess => {
    if (token !== null) return { status: "open", token };
    if (staffToken === undefined) return { status: "needsStaff" };
    if (hasEnded) return { status: "ended" };
    if (refused !== null) return { status: refused };
    return { status: "opening", serverReached };
  };
  return { access: access(), end, reopen };
}

/** The link this browser has, while the server knows it and the viewer may open the stage; else a new one. */
async function openStage(
  sessionId: string,
  known: OpenStageReply | null,
  staffToken: string,
): Promise<OpenStageReply> {
  const path = `/api/sessions/${sessionId}/stage`;
  if (known !== null) {
    const { links } = await api.get<StageLinksReply>(path, staffToken);
    if (links.some(({ stageId }) => stageId === known.stageId)) return known;
  }
  return api.post<OpenStageReply>(path, {}, staffToken);
}
