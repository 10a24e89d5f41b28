import { medianAnswerMinutes } from "../../../shared/domain/tally/judge.ts";
import { TALLY_RECORD_ID } from "../../../shared/domain/tally/records.ts";
import { useRecord } from "../../session/hooks.ts";
import { useMessages } from "../../ui/language.tsx";
import { CountBars } from "../tally/count-bars.tsx";
import classes from "./stage.module.css";

/** As many units as can be read from the last row. */
const UNITS_SHOWN = 8;

/** The session in numbers, for the hall. */
export function StageNumbers() {
  const { common } = useMessages();
  const words = common.tally;
  const tally = useRecord("tally", TALLY_RECORD_ID);
  if (tally === undefined) return null;
  const median = medianAnswerMinutes(tally);
  const totals = [
    [words.asked, tally.asked],
    [words.public, tally.public],
    [words.answered, tally.answered],
    [words.followUps, tally.followUps],
  ] as const;
  return (
    <div className={classes.numbers}>
      <dl className={classes.totals}>
        {totals.map(([name, count]) => (
          <div key={name}>
            <dd className={classes.total}>{count}</dd>
            <dt className={classes.second}>{name}</dt>
          </div>
        ))}
      </dl>
      <div className={classes.byUnit}>
        <CountBars label={words.byUnit} groups={tally.byUnit} rowsMax={UNITS_SHOWN} />
      </div>
      <p className={classes.second}>{median === null ? words.noAnswerYet : words.median(median)}</p>
    </div>
  );
}
