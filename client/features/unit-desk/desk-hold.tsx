import { createContext, type ReactNode, useContext, useEffect } from "react";

/** What a form of the desk calls while it is open, and what that gives when it closes: nothing moves meanwhile. */
export const DeskHold = createContext<() => () => void>(() => () => undefined);

/** Holds the desk around while what it has in it, a form, is open. */
export function HoldDesk({ children }: { children: ReactNode }) {
  const hold = useContext(DeskHold);
  useEffect(() => hold(), [hold]);
  return children;
}
