import { SegmentedControl } from "@mantine/core";
import { ACTS_A_MINUTE, type Pace, paceSchema } from "../../../shared/protocol/rehearsal.ts";
import classes from "./rehearsal-card.module.css";
import { useRehearsalWords } from "./use-rehearsal-words.ts";

/** How fast the class acts: 慢, 正常, 快. */
export function PaceChoice({ pace, onChoose }: { pace: Pace; onChoose: (pace: Pace) => void }) {
  const words = useRehearsalWords();
  return (
    <>
      <SegmentedControl
        aria-label={words.pace}
        data={paceSchema.options.map((value) => ({ value, label: words.paces[value] }))}
        value={pace}
        onChange={(value) => onChoose(paceSchema.parse(value))}
      />
      <span className={classes.quiet}>{words.paceHint(ACTS_A_MINUTE[pace])}</span>
    </>
  );
}
