import { useMemo } from "react";
import { api } from "../../session/api.ts";
import { useIdentities } from "../../session/identity.tsx";

/** The organiser's sign-in in this tab. */
export interface OrganiserSignIn {
  /** Absent while nobody is signed in as organiser. */
  readonly token: string | undefined;
  accept(token: string, name: string): void;
  /** Tells the server, and forgets the token whether or not it could be told. */
  signOut(): void;
  /** Forgets a token the server no longer knows. */
  drop(): void;
}

/** The organiser's identity holds for all sessions, whoever else this tab acts for. */
export function useOrganiser(): OrganiserSignIn {
  const { list, add, remove } = useIdentities();
  const token = list.findLast((identity) => identity.kind === "organiser")?.token;
  return useMemo(
    () => ({
      token,
      accept: (fresh, name) => add({ token: fresh, sessionId: "", kind: "organiser", name }),
      signOut: () => {
        if (token === undefined) return;
        api.post("/api/logout", {}, token).catch(() => undefined);
        remove(token);
      },
      drop: () => {
        if (token !== undefined) remove(token);
      },
    }),
    [token, add, remove],
  );
}
