import { useMemo } from "react";
import { useRecords } from "../../sync/hooks.ts";
import { useAllMessages, useLanguage } from "../../ui/language.tsx";
import { Tag } from "../../ui/tag.tsx";
import { formatDateTime } from "../../ui/text/format-time.ts";
import styles from "./followup-drawer.module.css";

/** 办理进展, the newest first. */
export function ProgressList({ followupId }: { followupId: string }) {
  const words = useAllMessages().followups.details;
  const [language] = useLanguage();
  const all = useRecords("progress");
  const entries = useMemo(
    () =>
      all
        .filter((entry) => entry.followupId === followupId)
        .sort((one, other) => other.postedAt - one.postedAt),
    [all, followupId],
  );
  return (
    <section aria-labelledby="progress-title">
      <h3 id="progress-title" className={styles.heading}>
        {words.progress}
      </h3>
      {entries.length === 0 && <p className={styles.hint}>{words.noProgress}</p>}
      <ul className={styles.entries}>
        {entries.map(({ id, postedAt, unit, text }) => (
          <li key={id} className={styles.entry}>
            <p className={styles.entryHead}>
              <time dateTime={new Date(postedAt).toISOString()}>{formatDateTime(postedAt, language)}</time>
              <Tag tone={unit === null ? "plain" : "unit"}>{unit ?? words.byStaff}</Tag>
            </p>
            <p className={styles.entryText}>{text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
