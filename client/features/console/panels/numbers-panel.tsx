import { Button } from "@mantine/core";
import { useParams } from "react-router";
import { medianAnswerMinutes } from "../../../../shared/domain/tally/counting.ts";
import { TALLY_RECORD_ID } from "../../../../shared/domain/tally/records.ts";
import { natureSchema } from "../../../../shared/protocol/commands/questions.ts";
import { useRecord } from "../../../sync/hooks.ts";
import { useMessages } from "../../../ui/language.tsx";
import { CountBars } from "../../tally/count-bars.tsx";
import { UnitBars } from "../../tally/unit-bars.tsx";
import texts from "../console-text.module.css";
import styles from "./side-panels.module.css";

const UNIT_ROWS_MAX = 12;

/** The session in numbers: by unit and nature, and how long an answer takes. */
export function NumbersPanel() {
  const { common } = useMessages();
  const words = common.tally;
  const { sessionId = "" } = useParams();
  const tally = useRecord("tally", TALLY_RECORD_ID);
  if (tally === undefined) return null;
  const median = medianAnswerMinutes(tally);
  const natures = natureSchema.options.flatMap((nature) => {
    const counts = tally.byNature[nature];
    return counts === undefined ? [] : [{ name: common.question.nature[nature], ...counts }];
  });
  return (
    <section aria-label={words.title}>
      <h2 className={styles.panelHead}>{words.title}</h2>
      <p className={texts.hint}>{median === null ? words.noAnswerYet : words.median(median)}</p>
      <div className={styles.bars}>
        <UnitBars tally={tally} rowsMax={UNIT_ROWS_MAX} />
        <CountBars label={words.byNature} rows={natures} columnRows={natures.length} />
      </div>
      <Button
        component="a"
        mt={8}
        size="compact-md"
        variant="default"
        href={`/s/${sessionId}/stage/numbers`}
        target="_blank"
        rel="opener"
      >
        {words.openStage}
      </Button>
    </section>
  );
}
