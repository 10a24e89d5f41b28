import type { ReactNode } from "react";
import type { FollowupView } from "../../../shared/domain/followups/views.ts";
import { useAllMessages, useLanguage } from "../../ui/language.tsx";
import { formatDateTime, formatDay } from "../../ui/text/format-time.ts";
import styles from "./followup-drawer.module.css";
import { DueDate } from "./followup-tags.tsx";
import { useNoAskersWord } from "./use-no-askers-word.ts";

/** Every field of a row, those nobody has set yet as 未定. */
export function FollowupFacts({ row, now }: { row: FollowupView; now: number }) {
  const { common, followups } = useAllMessages();
  const words = followups.details;
  const noAskers = useNoAskersWord();
  const [language] = useLanguage();
  const list = (units: readonly string[]) => units.join(common.listSeparator);
  return (
    <dl className={styles.facts}>
      <Fact name={words.due}>
        <DueDate row={row} now={now} />
      </Fact>
      <Fact name={words.lead}>{row.leadUnit}</Fact>
      {row.supportUnits.length > 0 && <Fact name={words.support}>{list(row.supportUnits)}</Fact>}
      <Fact name={words.personInCharge}>{row.personInCharge}</Fact>
      <Fact name={words.leaderInCharge}>{row.leaderInCharge}</Fact>
      <Fact name={words.askers}>{row.askerUnits.length === 0 ? noAskers : list(row.askerUnits)}</Fact>
      {row.nature !== null && <Fact name={words.nature}>{common.question.nature[row.nature]}</Fact>}
      {row.gist !== null && (
        <Fact name={words.gist} isWide>
          {row.gist}
        </Fact>
      )}
      {row.evidence !== null && (
        <Fact name={words.evidence} isWide>
          {row.evidence}
        </Fact>
      )}
      {row.status === "underway" && row.reopenReason !== null && (
        <Fact name={words.reopenReason} isWide>
          {row.reopenReason}
        </Fact>
      )}
      <Fact name={words.openedAt}>{formatDay(row.openedAt, language)}</Fact>
      {(row.status === "done" || row.status === "cleared") && row.doneAt !== null && (
        <Fact name={words.doneAt}>{formatDateTime(row.doneAt, language)}</Fact>
      )}
      {row.status === "cleared" && (
        <>
          <Fact name={words.clearedAt}>{formatDateTime(row.clearedAt, language)}</Fact>
          <Fact name={words.clearReason} isWide>
            {row.clearReason ?? words.agreed}
          </Fact>
        </>
      )}
    </dl>
  );
}

interface FactProps {
  readonly name: string;
  /** Takes the whole line: sentences, not words. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

function Fact({ name, isWide = false, children }: FactProps) {
  const { notSet } = useAllMessages().followups;
  return (
    <div className={isWide ? styles.wide : undefined}>
      <dt>{name}</dt>
      <dd>{children ?? <span className={styles.hint}>{notSet}</span>}</dd>
    </div>
  );
}
