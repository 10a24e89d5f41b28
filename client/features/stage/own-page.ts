import { createContext } from "react";

/** The page of somebody who looks at a page of the stage before it is shown, or apart from it. */
export interface OwnPage {
  /** From 1; beyond the last it is the last. */
  readonly page: number;
  readonly onPage: (page: number) => void;
  /** Told how many pages there are. */
  readonly onPages: (pages: number) => void;
}

/** Null at the projector, where the page is everybody's. */
export const OwnPageContext = createContext<OwnPage | null>(null);
