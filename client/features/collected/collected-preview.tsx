import { Button, SegmentedControl } from "@mantine/core";
import { useMemo, useState } from "react";
import { askerKey } from "../../../shared/domain/collected/asker.ts";
import type { PlannedQuestion } from "../../../shared/domain/collected/planned-question.ts";
import type { CollectedDecisions } from "../../../shared/domain/collected/row.ts";
import { personRecordId } from "../../../shared/domain/people/records.ts";
import { nameKey } from "../../../shared/domain/roster/text.ts";
import { SESSION_RECORD_ID } from "../../../shared/domain/session/records.ts";
import { useRecord } from "../../sync/hooks.ts";
import { useSessionClient } from "../../sync/session-provider.tsx";
import { useMessages } from "../../ui/language.tsx";
import { fileProblem } from "../importing/file-problem.ts";
import classes from "../importing/import-preview.module.css";
import { SheetRemarks } from "../importing/sheet-remarks.tsx";
import {
  askersToCheck,
  type Decisions,
  decidedCounts,
  decidedStatus,
  NOTHING_DECIDED,
  STAFF,
  sentDecisions,
  unitsToCheck,
} from "./collected-decisions.ts";
import type { CollectedReply, PlannedStatus } from "./collected-reply.ts";
import { CollectedRow } from "./collected-row.tsx";
import { AskersToCheck, UnitsToCheck } from "./mapping-panel.tsx";
import { useCollectedWords } from "./use-collected-words.ts";

const ROWS_AT_ONCE = 60;
const STATUSES = ["new", "undecided", "there", "refused"] as const;

interface Props {
  readonly fileName: string;
  readonly plan: CollectedReply;
  readonly isImporting: boolean;
  /** The import was tried and failed; nothing was imported. */
  readonly error: unknown;
  readonly onConfirm: (decisions: CollectedDecisions) => void;
  readonly onCancel: () => void;
}

/** What importing a list would do, row by row, before anything is done. */
export function CollectedPreview({ fileName, plan, isImporting, error, onConfirm, onCancel }: Props) {
  const messages = useMessages();
  const { preview: words, sheets, fields } = useCollectedWords();
  const session = useRecord("session", SESSION_RECORD_ID);
  const [decisions, setDecisions] = useState(NOTHING_DECIDED);
  const askers = useMemo(() => askersToCheck(plan), [plan]);
  const units = useMemo(() => unitsToCheck(plan), [plan]);
  const counts = decidedCounts(plan, decisions);
  const [shown, setShown] = useState<PlannedStatus | "all">("all");
  const [limit, setLimit] = useState(ROWS_AT_ONCE);
  const rows =
    shown === "all" ? plan.rows : plan.rows.filter((row) => decidedStatus(row, decisions) === shown);
  const calledOf = useAskerWords(decisions);
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
            onClick={() => onConfirm(sentDecisions(plan, decisions))}
            loading={isImporting}
            disabled={counts.new === 0}
          >
            {counts.new === 0 ? words.nothing : words.import(counts.new)}
          </Button>
        </div>
      </div>
      {error !== undefined && (
        <p className={classes.problem} role="alert">
          {fileProblem(error, messages, fields).join(" ")}
        </p>
      )}
      <SheetRemarks
        sheets={plan.sheets}
        words={{ ...sheets, read: (sheet, { questions = 0 }) => sheets.read(sheet, questions) }}
        warnings={session?.settings.anonymity === "never" ? [words.unrecorded] : []}
      />
      {askers.length > 0 && <AskersToCheck toCheck={askers} decisions={decisions} onChange={setDecisions} />}
      {units.length > 0 && <UnitsToCheck toCheck={units} decisions={decisions} onChange={setDecisions} />}
      <SegmentedControl
        aria-label={words.show}
        value={shown}
        onChange={(value) => {
          setShown(STATUSES.find((status) => status === value) ?? "all");
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
            <th scope="col">{fields.text}</th>
            <th scope="col">{words.asker}</th>
            <th scope="col">{fields.nature}</th>
            <th scope="col">{fields.unit}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, limit).map((row) => (
            <CollectedRow
              key={`${row.sheet ?? ""} ${row.row}`}
              row={row}
              status={decidedStatus(row, decisions)}
              chosenAsker={calledOf(row)}
              unit={unitOf(row, decisions)}
              isUnitChosen={decisions.units.has(nameKey(row.written.unit))}
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

/** What a chosen asker is called in a row; null where none was chosen for it. */
function useAskerWords({ askers }: Decisions): (row: PlannedQuestion) => string | null {
  const { byStaff } = useCollectedWords().preview;
  const { store } = useSessionClient();
  return (row) => {
    if (row.status !== "new" && row.status !== "undecided") return null;
    const { asker } = row.written;
    const chosen = askers.get(askerKey(asker));
    if (chosen === undefined) return null;
    if (chosen === STAFF) return byStaff(asker.unit);
    const person = store.record("person", personRecordId(chosen));
    return person === undefined ? null : `${person.name} ${person.unit}`;
  };
}

function unitOf(row: PlannedQuestion, { units }: Decisions): string | null {
  if (row.status !== "new" && row.status !== "undecided") return null;
  const decided = units.get(nameKey(row.written.unit));
  return decided === undefined ? row.unit : decided;
}
