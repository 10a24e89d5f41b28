import { medianAnswerMinutes } from "../../../shared/domain/tally/counting.ts";
import { TALLY_RECORD_ID } from "../../../shared/domain/tally/records.ts";
import { useRecord } from "../../sync/hooks.ts";
import { useMessages } from "../../ui/language.tsx";
import { UnitBars } from "../tally/unit-bars.tsx";
import classes from "./stage.module.css";

/** As many rows as can be read from the back of the hall, in one column and in two. */
const COLUMN_ROWS = 8;
const ROWS_MAX = 2 * COLUMN_ROWS;

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
        <UnitBars tally={tally} rowsMax={ROWS_MAX} columnRows={COLUMN_ROWS} />
      </div>
      <p className={classes.second}>{median === null ? words.noAnswerYet : words.median(median)}</p>
    </div>
  );
}
