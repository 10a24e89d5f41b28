import { SESSION_RECORD_ID } from "../../../../shared/domain/session/records.ts";
import { useConnection, useRecord, useRecords } from "../../../sync/hooks.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import parts from "../../organiser-frame/step-parts.module.css";
import classes from "./seal-step.module.css";
import { SEAL_STEPS, type Sealing, type SealStepName } from "./use-sealing.ts";

type StepState = "waiting" | "running" | "done" | "stopped";

/** The steps of sealing, each ticked once it is seen to be done, and where it stopped and what that means. */
export function SealProgress({ sealing }: { sealing: Sealing }) {
  const words = useAllMessages().organiser.seal.work;
  const session = useRecord("session", SESSION_RECORD_ID);
  const sealedAt = session?.status === "sealed" ? session.sealedAt : null;
  const rows = useRecords("followup").filter(({ openedAt }) => openedAt === sealedAt).length;
  const rooms = useRecords("room").length;
  const isCutOff = useConnection().status === "offline";
  const name: Record<SealStepName, string> = {
    seal: words.steps.seal,
    ledger: sealedAt === null ? words.steps.ledgerAhead : words.steps.ledger(rows),
    notes: words.steps.notes(rooms),
    documents: words.steps.documents,
  };
  return (
    <>
      <ol className={classes.steps} aria-label={words.label}>
        {SEAL_STEPS.map((step) => {
          const state = stateOf(step, sealing);
          return (
            <li
              key={step}
              className={classes.step}
              data-state={state}
              aria-current={state === "running" ? "step" : undefined}
            >
              <span className={classes.mark} aria-hidden="true">
                {MARKS[state]}
              </span>
              <span>{name[step]}</span>
              <span className={classes.state}>{words.states[state]}</span>
            </li>
          );
        })}
      </ol>
      {sealing.status === "running" && isCutOff && (
        <p role="status" className={parts.warning}>
          {words.offline}
        </p>
      )}
      {sealing.status === "stopped" && (
        <p role="alert" className={parts.warning}>
          <strong>{sealing.reason}</strong>
          <br />
          {sealedAt === null ? words.notSealed : words.sealedSoFar}
        </p>
      )}
    </>
  );
}

/** Never alone: the word stands at the end of the line. */
const MARKS: Readonly<Record<StepState, string>> = { waiting: "○", running: "●", done: "✓", stopped: "!" };

function stateOf(step: SealStepName, sealing: Sealing): StepState {
  if (sealing.status === "done") return "done";
  if (sealing.status === "asking") return "waiting";
  const distance = SEAL_STEPS.indexOf(step) - SEAL_STEPS.indexOf(sealing.step);
  if (distance < 0) return "done";
  return distance > 0 ? "waiting" : sealing.status;
}
