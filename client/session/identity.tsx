import { createContext, type ReactNode, useContext, useMemo, useState, useSyncExternalStore } from "react";
import { useParams } from "react-router";
import { currentIdentity, IdentityStore, type TabIdentity } from "./identity-store.ts";

export type { TabIdentity } from "./identity-store.ts";

const IdentityContext = createContext<IdentityStore | null>(null);

/** Holds the tab's identities; stands once, around the router. */
export function IdentityProvider({ children }: { children: ReactNode }) {
  const [store] = useState(() => new IdentityStore(window.sessionStorage));
  return <IdentityContext value={store}>{children}</IdentityContext>;
}

/** What a screen needs to know of, and do with, the tab's identities. */
export interface Identities {
  /** All identities of the tab, of all sessions. */
  readonly list: readonly TabIdentity[];
  /** Who acts in the session of the address; outside of sessions the organiser. */
  readonly current: TabIdentity | null;
  choose(token: string): void;
  add(identity: TabIdentity): void;
  remove(token: string): void;
}

/** The tab's identities, seen from the session in the address. */
export function useIdentities(): Identities {
  const store = useIdentityStore();
  const sessionId = useParams().sessionId ?? "";
  const held = useSyncExternalStore(
    (listener) => store.subscribe(listener),
    () => store.snapshot(),
  );
  return useMemo(
    () => ({
      list: held.list,
      current: currentIdentity(held, sessionId),
      choose: (token) => store.choose(token, sessionId),
      add: (identity) => store.add(identity),
      remove: (token) => store.remove(token),
    }),
    [held, sessionId, store],
  );
}

function useIdentityStore(): IdentityStore {
  const store = useContext(IdentityContext);
  if (store === null) throw new Error("useIdentities stands outside of IdentityProvider");
  return store;
}
