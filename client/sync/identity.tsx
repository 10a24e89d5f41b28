import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";
import { useParams } from "react-router";
import { api } from "./api.ts";
import { browserStorage, tabStorage } from "./browser-storage.ts";
import { currentIdentity, IdentityStore, type TabIdentity } from "./identity-store.ts";
import { SignOuts } from "./sign-outs.ts";

export type { TabIdentity } from "./identity-store.ts";

interface Held {
  readonly store: IdentityStore;
  readonly signOuts: SignOuts;
}

const IdentityContext = createContext<Held | null>(null);

/** Holds the tab's identities; stands once, around the router. */
export function IdentityProvider({ children }: { children: ReactNode }) {
  const [held] = useState(() => ({
    store: new IdentityStore(tabStorage),
    signOuts: new SignOuts({
      storage: browserStorage,
      signals: window,
      tell: (token) => api.post("/api/logout", {}, token),
    }),
  }));
  useEffect(() => {
    held.signOuts.start();
    return () => held.signOuts.stop();
  }, [held]);
  return <IdentityContext value={held}>{children}</IdentityContext>;
}

/** What a screen needs to know of, and do with, the tab's identities. */
export interface Identities {
  /** All identities of the tab, of all sessions. */
  readonly list: readonly TabIdentity[];
  /** Who acts in the session of the address; outside of sessions the organiser. */
  readonly current: TabIdentity | null;
  choose(token: string): void;
  add(identity: TabIdentity): void;
  /** Forgets a token the server no longer knows. */
  remove(token: string): void;
  /** Gives a token up: here at once, at the server as soon as it is reached. */
  signOut(token: string): void;
}

/** The tab's identities, seen from the session in the address. */
export function useIdentities(): Identities {
  const { store, signOuts } = useHeld();
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
      signOut: (token) => {
        store.remove(token);
        signOuts.add(token);
      },
    }),
    [held, sessionId, store, signOuts],
  );
}

function useHeld(): Held {
  const held = useContext(IdentityContext);
  if (held === null) throw new Error("useIdentities stands outside of IdentityProvider");
  return held;
}
