import { useMemo, useState } from "react";
import { askerKey } from "../../../shared/domain/collected/asker.ts";
import type { PlannedQuestion } from "../../../shared/domain/collected/planned-question.ts";
import type { CollectedDecisions } from "../../../shared/domain/collected/row.ts";
import { personRecordId } from "../../../shared/domain/people/records.ts";
import { nameKey } from "../../../shared/domain/roster/text.ts";
import { SESSION_RECORD_ID } from "../../../shared/domain/session/records.ts";
import { useRecord } from "../../sync/hooks.ts";
import { useSessionClient } from "../../sync/session-provider.tsx";
import { useAllMessages } from "../../ui/language.tsx";
import { fileProblem } from "../importing/file-problem.ts";
import type { PreviewProps } from "../importing/import-flow.tsx";
import { ImportPreview } from "../importing/import-preview.tsx";
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
import type { CollectedReply } from "./collected-reply.ts";
import { CollectedRow } from "./collected-row.tsx";
import { AskersToCheck, UnitsToCheck } from "./mapping-panel.tsx";
import { useCollectedWords } from "./use-collected-words.ts";

const STATUSES = ["new", "undecided", "there", "refused"] as const;

/** What importing a list would do, row by row, before anything is done. */
export function CollectedPreview({
  fileName,
  plan,
  isImporting,
  error,
  onConfirm,
  onCancel,
}: PreviewProps<CollectedReply, CollectedDecisions>) {
  const messages = useAllMessages();
  const { preview: words, sheets, fields } = useCollectedWords();
  const session = useRecord("session", SESSION_RECORD_ID);
  const [decisions, setDecisions] = useState(NOTHING_DECIDED);
  const askers = useMemo(() => askersToCheck(plan), [plan]);
  const units = useMemo(() => unitsToCheck(plan), [plan]);
  const counts = decidedCounts(plan, decisions);
  const calledOf = useAskerWords(decisions);
  return (
    <ImportPreview
      words={words}
      fileName={fileName}
      isImporting={isImporting}
      act={{
        label: counts.new === 0 ? words.nothing : words.import(counts.new),
        isIdle: counts.new === 0,
        run: () => onConfirm(sentDecisions(plan, decisions)),
      }}
      onCancel={onCancel}
      problem={error === undefined ? null : fileProblem(error, messages, fields).join(" ")}
      rows={plan.rows}
      counts={counts}
      statuses={STATUSES}
      statusOf={(row) => decidedStatus(row, decisions)}
      columns={[words.row, words.result, fields.text, words.asker, fields.nature, fields.unit]}
      draw={(row) => (
        <CollectedRow
          key={`${row.sheet ?? ""} ${row.row}`}
          row={row}
          status={decidedStatus(row, decisions)}
          chosenAsker={calledOf(row)}
          unit={unitOf(row, decisions)}
          isUnitChosen={decisions.units.has(nameKey(row.written.unit))}
        />
      )}
    >
      <SheetRemarks
        sheets={plan.sheets}
        words={{ ...sheets, read: (sheet, { questions = 0 }) => sheets.read(sheet, questions) }}
        warnings={session?.settings.anonymity === "never" ? [words.unrecorded] : []}
      />
      {askers.length > 0 && <AskersToCheck toCheck={askers} decisions={decisions} onChange={setDecisions} />}
      {units.length > 0 && <UnitsToCheck toCheck={units} decisions={decisions} onChange={setDecisions} />}
    </ImportPreview>
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
