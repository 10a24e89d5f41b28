import { useAllMessages } from "../../ui/language.tsx";
import { isDone, type Progress, STEPS, type Step } from "./next-step.ts";
import classes from "./step-nav.module.css";

interface Props {
  readonly current: Step;
  readonly onOpen: (step: Step) => void;
  readonly progress: Progress;
  /** A word or two beside a step: how many rooms, how many people. */
  readonly facts: Partial<Record<Step, string>>;
}

/** The steps in their order; each can be opened at any time. */
export function StepNav({ current, onOpen, progress, facts }: Props) {
  const { steps } = useAllMessages().organiser;
  return (
    <nav aria-label={steps.label} className={classes.nav}>
      <ol>
        {STEPS.map((step, position) => {
          const done = isDone(step, progress);
          return (
            <li key={step}>
              <button
                type="button"
                className={classes.step}
                aria-current={step === current ? "step" : undefined}
                onClick={() => onOpen(step)}
              >
                <span className={classes.number} data-done={done === true || undefined}>
                  {done === true ? "✓" : position + 1}
                </span>
                <span className={classes.name}>{steps[step]}</span>
                <span className={classes.fact}>
                  {facts[step]}
                  {done === true && <span className="visually-hidden">{steps.done}</span>}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
