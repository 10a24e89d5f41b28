import { type Dated, type Lamp, lampOf } from "../../../shared/domain/followups/lamp.ts";
import type { FollowupView } from "../../../shared/domain/followups/views.ts";
import { useAllMessages, useLanguage } from "../../ui/language.tsx";
import { Tag, type TagTone } from "../../ui/tag.tsx";
import { formatDay } from "../../ui/text/format-time.ts";
import styles from "./followup-tags.module.css";

const STATUS_TONES: Record<FollowupView["status"], TagTone> = {
  new: "plain",
  underway: "unit",
  done: "done",
  cleared: "done",
};

const LAMP_TONES: Record<Exclude<Lamp, "none">, TagTone> = {
  onTime: "done",
  dueSoon: "waiting",
  overdue: "live",
};

export function StatusTag({ status }: { status: FollowupView["status"] }) {
  const { followups: words } = useAllMessages();
  return <Tag tone={STATUS_TONES[status]}>{words.status[status]}</Tag>;
}

/** The due date and its lamp, a word in the lamp's colour. */
export function DueDate({ row, now }: { row: Dated; now: number }) {
  const { followups: words } = useAllMessages();
  const [language] = useLanguage();
  const lamp = lampOf(row, now);
  if (row.dueAt === null) return <span className={styles.none}>{words.notSet}</span>;
  return (
    <span className={styles.due}>
      <span>{formatDay(row.dueAt, language)}</span>
      {lamp !== "none" && <Tag tone={LAMP_TONES[lamp]}>{words.lamp[lamp]}</Tag>}
    </span>
  );
}
