import { useMemo } from "react";
import { useIdentities } from "../../sync/identity.tsx";

/** The organiser's sign-in in this tab. */
export interface OrganiserSignIn {
  /** Absent while nobody is signed in as organiser. */
  readonly token: string | undefined;
  accept(token: string, name: string): void;
  signOut(): void;
  /** Forgets a token the server no longer knows. */
  drop(): void;
}

/** The organiser's identity holds for all sessions, whoever else this tab acts for. */
export function useOrganiser(): OrganiserSignIn {
  const { list, add, remove, signOut } = useIdentities();
  const token = list.findLast((identity) => identity.kind === "organiser")?.token;
  return useMemo(
    () => ({
      token,
      accept: (fresh, name) => add({ token: fresh, sessionId: "", kind: "organiser", name }),
      signOut: () => {
        if (token !== undefined) signOut(token);
      },
      drop: () => {
        if (token !== undefined) remove(token);
      },
    }),
    [token, add, remove, signOut],
  );
}
