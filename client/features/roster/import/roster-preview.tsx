import { useState } from "react";
import type { PlannedRow } from "../../../../shared/domain/roster/planned-row.ts";
import type { RosterDecisions } from "../../../../shared/domain/roster/row.ts";
import type { AllMessages } from "../../../../shared/messages/zh-CN.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { fileProblem } from "../../importing/file-problem.ts";
import type { PreviewProps } from "../../importing/import-flow.tsx";
import { ImportPreview } from "../../importing/import-preview.tsx";
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

const STATUSES = ["new", "changed", "unchanged", "refused"] as const;

/** What an import would do, row by row, before anything is done. */
export function RosterPreview({
  fileName,
  plan,
  isImporting,
  error,
  onConfirm,
  onCancel,
}: PreviewProps<RosterReply, RosterDecisions>) {
  const messages = useAllMessages();
  const words = messages.roster.preview;
  const reading = messages.rosterReading.sheets;
  const [decisions, setDecisions] = useState(NOTHING_DECIDED);
  const offers = useRenameOffers(plan);
  const counts = decidedCounts(plan, decisions);
  const absent = stillAbsent(plan, decisions);
  const statusOf = (row: PlannedRow) => (decisions.renamed.has(row) ? "changed" : row.status);
  const effective = counts.new + counts.changed;
  const removed = decisions.removed.size;
  return (
    <ImportPreview
      words={words}
      fileName={fileName}
      isImporting={isImporting}
      act={{
        label: wordsOfAct(words, effective, removed),
        isIdle: effective + removed === 0,
        run: () => onConfirm(sentDecisions(decisions)),
      }}
      onCancel={onCancel}
      problem={error === undefined ? null : fileProblem(error, messages, messages.roster.fields).join(" ")}
      rows={plan.rows}
      counts={counts}
      statuses={STATUSES}
      statusOf={statusOf}
      columns={[words.row, words.result, words.person, messages.roster.fields.side, words.details]}
      draw={(row) => (
        <PreviewRow
          key={`${row.sheet ?? ""} ${row.row}`}
          row={row}
          offers={offers.get(row) ?? []}
          renamed={decisions.renamed.get(row) ?? null}
          onRename={(personId) => setDecisions(withRename(decisions, row, personId))}
        />
      )}
    >
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
    </ImportPreview>
  );
}

/** What pressing the button does, in numbers. */
function wordsOfAct(words: AllMessages["roster"]["preview"], imported: number, removed: number): string {
  if (removed === 0) return imported === 0 ? words.nothing : words.import(imported);
  return imported === 0 ? words.remove(removed) : words.importAndRemove(imported, removed);
}
