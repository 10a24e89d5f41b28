import type { ReactNode } from "react";
import classes from "./step-heading.module.css";

interface Props {
  readonly title: string;
  readonly explain?: string;
  /** Stands at the right of the title. */
  readonly children?: ReactNode;
}

/** The head of a step: its name and what it is for. */
export function StepHeading({ title, explain, children }: Props) {
  return (
    <header className={classes.heading}>
      <div className={classes.line}>
        <h2 className={classes.title}>{title}</h2>
        {children}
      </div>
      {explain !== undefined && <p className={classes.explain}>{explain}</p>}
    </header>
  );
}
