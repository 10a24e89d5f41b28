import { type ReactNode, useState } from "react";
import { SignIn } from "./sign-in.tsx";
import { useOrganiser } from "./use-organiser.ts";

/** Who calls the server by a token. */
export interface TokenHolder {
  readonly token: string;
  /** To be called when the server no longer knows the token: the sign-in comes back and says so. */
  readonly onExpired: () => void;
}

/** What a screen behind the sign-in gets. */
export interface SignedIn extends TokenHolder {
  readonly signOut: () => void;
}

/** The organiser's screens, or in their place the sign-in; the address stays, so one is where one wanted to be. */
export function OrganiserGate({ children }: { children: (signedIn: SignedIn) => ReactNode }) {
  const organiser = useOrganiser();
  const [expired, setExpired] = useState(false);
  const { token } = organiser;
  if (token === undefined) return <SignIn onToken={organiser.accept} expired={expired} />;
  return children({
    token,
    onExpired: () => {
      setExpired(true);
      organiser.drop();
    },
    signOut: () => {
      setExpired(false);
      organiser.signOut();
    },
  });
}
