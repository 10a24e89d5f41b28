import { Button, Group } from "@mantine/core";
import { useState } from "react";
import type { LedgerDecisions } from "../../../../shared/domain/ledger/row.ts";
import { useAllMessages } from "../../../ui/language.tsx";
import { fileProblem } from "../../importing/file-problem.ts";
import type { PreviewProps } from "../../importing/import-flow.tsx";
import { ImportPreview } from "../../importing/import-preview.tsx";
import { SheetRemarks } from "../../importing/sheet-remarks.tsx";
import styles from "./ledger-preview.module.css";
import { LedgerPreviewRow } from "./ledger-preview-row.tsx";
import {
  allDecided,
  type Choices,
  conflictsIn,
  type LedgerReply,
  sentDecisions,
  takenCount,
} from "./ledger-reply.ts";
import { useLedgerWords } from "./use-ledger-words.ts";

const RESULTS = ["changed", "conflict", "unchanged", "refused"] as const;

/** What importing a returned ledger would do, row by row, and whose cells hold where both changed. */
export function LedgerPreview({
  fileName,
  plan,
  isImporting,
  error,
  onConfirm,
  onCancel,
}: PreviewProps<LedgerReply, LedgerDecisions>) {
  const messages = useAllMessages();
  const { preview: words, sheets, fields } = useLedgerWords();
  const [choices, setChoices] = useState<Choices>(new Map());
  const conflicts = conflictsIn(plan).length;
  const taken = takenCount(plan, choices);
  const counts = Object.fromEntries(
    RESULTS.map((result) => [result, plan.rows.filter((row) => row.result === result).length]),
  ) as Record<(typeof RESULTS)[number], number>;
  return (
    <ImportPreview
      words={words}
      fileName={fileName}
      isImporting={isImporting}
      act={{
        label: taken === 0 ? words.nothing : words.import(taken),
        isIdle: taken === 0,
        run: () => onConfirm(sentDecisions(plan, choices)),
      }}
      onCancel={onCancel}
      problem={error === undefined ? null : fileProblem(error, messages, fields).join(" ")}
      rows={plan.rows}
      counts={counts}
      statuses={RESULTS}
      statusOf={({ result }) => result}
      columns={[words.row, words.number, words.result, words.question, words.changes]}
      draw={(row) => (
        <LedgerPreviewRow
          key={`${row.sheet ?? ""} ${row.row}`}
          row={row}
          take={row.number === null ? undefined : choices.get(row.number)}
          onTake={(take) => row.number !== null && setChoices(new Map(choices).set(row.number, take))}
        />
      )}
    >
      <SheetRemarks
        sheets={plan.sheets}
        words={{ ...sheets, read: (sheet, { ledgerRows = 0 }) => sheets.read(sheet, ledgerRows) }}
        warnings={[]}
      />
      {plan.absent.length > 0 && <p className={styles.absent}>{words.absent(plan.absent.length)}</p>}
      {conflicts > 0 && (
        <div className={styles.conflicts}>
          <p>{words.conflicts(conflicts)}</p>
          <Group gap="xs">
            <Button variant="default" size="compact-md" onClick={() => setChoices(allDecided(plan, "here"))}>
              {words.keepAll}
            </Button>
            <Button variant="default" size="compact-md" onClick={() => setChoices(allDecided(plan, "file"))}>
              {words.takeAll}
            </Button>
          </Group>
        </div>
      )}
    </ImportPreview>
  );
}
