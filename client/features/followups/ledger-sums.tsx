import { countFollowups, type Dated } from "../../../shared/domain/followups/lamp.ts";
import { useAllMessages } from "../../ui/language.tsx";
import { Tag } from "../../ui/tag.tsx";

/** How many are not cleared, due soon, overdue; what is none is not said. */
export function LedgerSums({ rows, now }: { rows: readonly Dated[]; now: number }) {
  const { open, dueSoon, overdue } = countFollowups(rows, now);
  return <FollowupSums open={open} dueSoon={dueSoon} overdue={overdue} />;
}

export function FollowupSums(counts: ReturnType<typeof countFollowups>) {
  const words = useAllMessages().followups.sums;
  const { open, dueSoon, overdue } = counts;
  return (
    <>
      {open > 0 && <Tag>{words.open(open)}</Tag>}
      {dueSoon > 0 && <Tag tone="waiting">{words.dueSoon(dueSoon)}</Tag>}
      {overdue > 0 && <Tag tone="live">{words.overdue(overdue)}</Tag>}
    </>
  );
}
