import { Button, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import type { PlannedRow } from "../../../../shared/domain/roster/planned-row.ts";
import type { RosterDecisions } from "../../../../shared/domain/roster/row.ts";
import type { Messages } from "../../../../shared/messages/zh-CN.ts";
import { useMessages } from "../../../ui/language.tsx";
import { fileProblem } from "../../importing/file-problem.ts";
import classes from "../../importing/import-preview.module.css";
import { SheetRemarks } from "../../importing/sheet-remarks.tsx";
import type { RosterReply } from "../roster-reply.ts";
import { AbsentPeople } from "./absent-people.tsx";
import {
  decidedCounts,
  NOTHING_DECIDED,
  sentDecisions,
  stillAbsent,
  withRemoved,
  withRename,
} from "./import-decisions.ts";
import { PreviewRow } from "./preview-row.tsx";
import { useRenameOffers } from "./use-rename-offers.ts";

const ROWS_AT_ONCE = 60;
const STATUSES = ["new", "changed", "unchanged", "refused"] as const;

interface Props {
  readonly fileName: string;
  readonly plan: RosterReply;
  readonly isImporting: boolean;
  /** The import was tried and failed; the roster is as it was. */
  readonly error: unknown;
  readonly onConfirm: (decisions: RosterDecisions) => void;
  readonly onCancel: () => void;
}

/** What an import would do, row by row, before anything is done. */
export function ImportPreview({ fileName, plan, isImporting, error, onConfirm, onCancel }: Props) {
  const messages = useMessages();
  const words = messages.roster.preview;
  const reading = messages.rosterReading.sheets;
  const [decisions, setDecisions] = useState(NOTHING_DECIDED);
  const offers = useRenameOffers(plan);
  const counts = decidedCounts(plan, decisions);
  const absent = stillAbsent(plan, decisions);
  const [shown, setShown] = useState<PlannedRow["status"] | "all">("all");
  const [limit, setLimit] = useState(ROWS_AT_ONCE);
  const statusOf = (row: PlannedRow) => (decisions.renamed.has(row) ? "changed" : row.status);
  const rows = shown === "all" ? plan.rows : plan.rows.filter((row) => statusOf(row) === shown);
  const effective = counts.new + counts.changed;
  const removed = decisions.removed.size;
  return (
    <section className={classes.preview} aria-labelledby="preview-heading">
      <div className={classes.head}>
        <div>
          <h3 id="preview-heading" className={classes.title}>
            {words.heading(fileName)}
          </h3>
          <p className={classes.muted}>{words.nothingYet}</p>
        </div>
        <div className={classes.actions}>
          <Button variant="default" onClick={onCancel} disabled={isImporting}>
            {words.cancel}
          </Button>
          <Button
            onClick={() => onConfirm(sentDecisions(decisions))}
            loading={isImporting}
            disabled={effective + removed === 0}
          >
            {wordsOfAct(words, effective, removed)}
          </Button>
        </div>
      </div>
      {error !== undefined && (
        <p className={classes.problem} role="alert">
          {fileProblem(error, messages, messages.roster.fields).join(" ")}
        </p>
      )}
      <SheetRemarks
        sheets={plan.sheets}
        words={{ ...reading, read: (sheet, { people = 0 }) => reading.read(sheet, people) }}
        warnings={
          plan.unknownGroups.length === 0
            ? []
            : [words.unknownGroups(plan.unknownGroups.join(messages.common.listSeparator))]
        }
      />
      {absent.length > 0 && (
        <AbsentPeople
          people={absent}
          removed={decisions.removed}
          onChange={(personIds, on) => setDecisions(withRemoved(decisions, personIds, on))}
        />
      )}
      <SegmentedControl
        aria-label={words.show}
        value={shown}
        onChange={(value) => {
          setShown([...STATUSES].find((status) => status === value) ?? "all");
          setLimit(ROWS_AT_ONCE);
        }}
        data={[
          { value: "all", label: `${words.all} ${plan.rows.length}` },
          ...STATUSES.map((status) => ({
            value: status,
            label: `${words.counts[status]} ${counts[status]}`,
          })),
        ]}
      />
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{words.row}</th>
            <th scope="col">{words.result}</th>
            <th scope="col">{words.person}</th>
            <th scope="col">{messages.roster.fields.side}</th>
            <th scope="col">{words.details}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, limit).map((row) => (
            <PreviewRow
              key={`${row.sheet ?? ""} ${row.row}`}
              row={row}
              offers={offers.get(row) ?? []}
              renamed={decisions.renamed.get(row) ?? null}
              onRename={(personId) => setDecisions(withRename(decisions, row, personId))}
            />
          ))}
        </tbody>
      </table>
      {rows.length > limit && (
        <Button variant="default" onClick={() => setLimit(limit + ROWS_AT_ONCE)}>
          {words.more(Math.min(ROWS_AT_ONCE, rows.length - limit))}
        </Button>
      )}
    </section>
  );
}

/** What pressing the button does, in numbers. */
function wordsOfAct(words: Messages["roster"]["preview"], imported: number, removed: number): string {
  if (removed === 0) return imported === 0 ? words.nothing : words.import(imported);
  return imported === 0 ? words.remove(removed) : words.importAndRemove(imported, removed);
}
