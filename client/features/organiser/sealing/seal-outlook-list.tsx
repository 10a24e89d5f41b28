import { useMemo } from "react";
import { useOutbox, useRecords } from "../../../sync/hooks.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { sealOutlook } from "./seal-outlook.ts";
import classes from "./seal-step.module.css";

/** What sealing will do, in numbers; what is none is left out. */
export function SealOutlookList() {
  const words = useAllMessages().organiser.seal.outlook;
  const questions = useRecords("question");
  const answers = useRecords("answer");
  const followups = useRecords("followup");
  const rooms = useRecords("room");
  const people = useRecords("person");
  const unsent = useOutbox().filter(({ command }) => command.type !== "session.seal").length;
  const outlook = useMemo(
    () => sealOutlook({ questions, answers, followups, rooms, people }),
    [questions, answers, followups, rooms, people],
  );
  const toLedger = outlook.unanswered + outlook.doubted;
  const lines = [
    [toLedger, words.toLedger(outlook.unanswered, outlook.doubted)],
    [outlook.inLedger, words.inLedger],
    [outlook.answered, words.answered],
    [outlook.pending, words.pending(outlook.pendingHeld)],
    [outlook.heldAnswers, words.heldAnswers],
    [outlook.rooms, words.rooms],
    [outlook.present, words.people],
    [unsent, words.unsent],
  ] as const;
  return (
    <ul className={classes.outlook} aria-label={words.label}>
      {toLedger === 0 && (
        <li>
          <strong>0</strong> {words.nothingToLedger}
        </li>
      )}
      {lines
        .filter(([count]) => count > 0)
        .map(([count, line]) => (
          <li key={line}>
            <strong>{count}</strong> {line}
          </li>
        ))}
    </ul>
  );
}
