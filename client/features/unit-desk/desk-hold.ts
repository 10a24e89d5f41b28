import { createContext } from "react";

/** What a form of the desk calls while it is open, and what that gives when it closes: nothing moves meanwhile. */
export const DeskHold = createContext<() => () => void>(() => () => undefined);
